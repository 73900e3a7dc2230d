package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Call;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes facts of the calls in a compilation unit. */
final class FactsReader {
  private final CompilationUnitTree unit;
  private final Types types;
  private final Callees callees;
  private final Judge judge;
  private Values values;

  FactsReader(CompilationUnitTree unit, Types types, Callees callees, Judge judge) {
    this.unit = unit;
    this.types = types;
    this.callees = callees;
    this.judge = judge;
  }

  /** A call's facts, and what it calls through the nearest type known of its receiver. */
  record Known(Call call, JavacCallee callee) {}

  Known of(TreeCall tree) {
    Value receiver = tree.receiver().map(values()::of).orElseGet(Value.Null::new);
    JavacCallee callee = refined(tree, receiver);
    List<Value> arguments = new ArrayList<>();
    for (ExpressionTree argument : tree.arguments()) {
      arguments.add(values().of(argument));
    }
    Call call =
        new Call(
            callees.key(callee.method()),
            callee.receiver().flatName().toString(),
            callee != tree.callee() || isExact(tree),
            receiver,
            arguments,
            before(tree, callee),
            List.of(),
            List.of(),
            (int)
                unit.getLineMap()
                    .getLineNumber(Math.max(0, ASTHelpers.getStartPosition(tree.tree()))),
            tree.implied());
    callees.know(call, callee);
    return new Known(call, callee);
  }

  /** Collected when the first call asks for them: most units make none that does. */
  private Values values() {
    if (values == null) {
      values = Values.in(unit, types);
    }
    return values;
  }

  /** The callee through the type that its receiver was made as, where that is in sight. */
  private JavacCallee refined(TreeCall tree, Value receiver) {
    MethodSymbol method = tree.method();
    Optional<ClassSymbol> made = madeAs(receiver).flatMap(callees::type);
    if (made.isEmpty() || method.isStatic() || !made.get().isSubClass(method.enclClass(), types)) {
      return tree.callee();
    }
    MethodSymbol implementation = method.implementation(made.get(), types, /* checkResult= */ true);
    return new JavacCallee(
        implementation == null ? method : implementation, made.get().type, types);
  }

  private static Optional<String> madeAs(Value value) {
    if (value instanceof Value.Made made) {
      return Optional.of(made.constructor().type());
    }
    if (value instanceof Value.OneOf several) {
      Set<Optional<String>> types = new HashSet<>();
      for (Value one : several.values()) {
        if (!(one instanceof Value.Null)) {
          types.add(madeAs(one));
        }
      }
      return types.size() == 1 ? types.iterator().next() : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isExact(TreeCall tree) {
    MethodSymbol method = tree.method();
    return method.isStatic()
        || method.isConstructor()
        || (method.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        || (method.enclClass().flags() & Flags.FINAL) != 0
        || (tree.callee().receiver().flags() & Flags.FINAL) != 0
        || tree.receiver().filter(receiver -> isSuper(receiver)).isPresent();
  }

  private static boolean isSuper(ExpressionTree receiver) {
    String text = receiver.toString();
    return text.equals("super") || text.endsWith(".super");
  }

  /** Which of the conditions that matter to this callee the way to the call has fulfilled. */
  private Set<String> before(TreeCall tree, JavacCallee callee) {
    List<Condition> guards = tree.receiver().isEmpty() ? List.of() : judge.guards(callee);
    if (guards.isEmpty()) {
      return Set.of();
    }
    Set<String> before = new HashSet<>();
    TreePath place = TreePath.getPath(unit, tree.tree());
    ExpressionTree receiver = tree.receiver().get();
    for (Condition guard : guards) {
      boolean holds =
          guard instanceof Condition.Checked checked
              ? Guards.foundTrue(place, receiver, checked.method())
              : guard instanceof Condition.Configured configured
                  && Guards.wasCalled(
                      place,
                      receiver,
                      configured.method(),
                      configured.argument().isEmpty() ? List.of() : List.of(configured.argument()));
      if (holds) {
        Judge.guard(guard).ifPresent(before::add);
      }
    }
    return before;
  }
}
