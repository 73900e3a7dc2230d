package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of which types objects were found not to be, by {@code instanceof}, on the way to a call. */
final class TypeTests {
  private final Types types;
  private final Guards guards;

  /** The names of the types that each variable of the unit is tested for anywhere. */
  private final Map<VarSymbol, Set<String>> tested = new HashMap<>();

  TypeTests(Variables variables, Types types, Guards guards) {
    this.types = types;
    this.guards = guards;
    for (InstanceOfTree test : variables.typeTests()) {
      Optional<VarSymbol> variable = Variables.named(Nesting.bare(test.getExpression()));
      if (variable.isPresent() && !name(test).isEmpty()) {
        tested.computeIfAbsent(variable.get(), key -> new LinkedHashSet<>()).add(name(test));
      }
    }
  }

  /** What is known of a call's receiver by them, as {@link Call#before} says it. */
  Set<String> refuted(ExpressionTree receiver, Nesting place) {
    if (tested.isEmpty()) {
      return Set.of();
    }
    Set<String> names = Variables.named(Nesting.bare(receiver)).map(tested::get).orElse(Set.of());
    Set<String> refuted = new HashSet<>();
    for (String name : names) {
      boolean isRefuted =
          guards.onTheWay(
              place,
              place.body(),
              receiver,
              (condition, answer) ->
                  !answer
                      && condition instanceof InstanceOfTree test
                      && name(test).equals(name)
                      && Sameness.holds(test.getExpression(), receiver),
              statement -> false);
      if (isRefuted) {
        refuted.add(Call.NOT_OF + name);
      }
    }
    return refuted;
  }

  /** Empty for a pattern that takes a record apart: that it does not match says less. */
  private String name(InstanceOfTree test) {
    Type type = test.getType() == null ? null : ASTHelpers.getType(test.getType());
    return type == null ? "" : Signatures.erased(type, types);
  }
}
