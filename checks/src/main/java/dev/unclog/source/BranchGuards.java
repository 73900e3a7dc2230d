package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What parameters, flags, and methods that are asked about, were found to be on the way. */
final class BranchGuards {
  private final Variables variables;
  private final Values values;
  private final Comparisons comparisons;
  private final Set<String> asked;
  private final Map<Question, Set<Guard>> known = new HashMap<>();

  BranchGuards(Variables variables, Values values, Set<String> asked) {
    this.variables = variables;
    this.values = values;
    this.comparisons = new Comparisons(variables, values);
    this.asked = asked;
  }

  Comparisons comparisons() {
    return comparisons;
  }

  /** Trees equal themselves alone. */
  private record Question(ExpressionTree condition, boolean answer, Frame frame) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Question question
          && question.condition == condition
          && question.answer == answer
          && question.frame == frame;
    }

    @Override
    public int hashCode() {
      return condition.hashCode();
    }
  }

  /** What is certain at a place, the outermost first. */
  List<Guard> at(Nesting nesting) {
    int place = nesting.size() - 1;
    int depth = place;
    while (depth > nesting.body() && nesting.certain(depth) == null) {
      depth--;
    }
    List<Guard> certain = depth > nesting.body() ? nesting.certain(depth) : List.of();
    for (depth = Math.max(depth, nesting.body()); depth < place; depth++) {
      certain = within(nesting, depth, certain);
      nesting.setCertain(depth + 1, certain);
    }
    return certain;
  }

  /** What is certain one step further in, too. */
  private List<Guard> within(Nesting nesting, int depth, List<Guard> around) {
    List<StatementTree> passed = nesting.passed(depth);
    if (passed.isEmpty()
        && !Way.mayLead(nesting.at(depth))
        && !(nesting.at(depth + 1) instanceof CaseTree)) {
      return around; // Most steps are into an expression: nothing is decided there.
    }
    Frame frame = variables.frame(nesting.callable());
    List<Guard> found = new ArrayList<>(0);
    Way.Decision decision =
        (condition, answer) -> {
          Set<Guard> shown = shown(condition, answer, frame);
          found.addAll(shown);
          return !shown.isEmpty();
        };
    Way.leadsThere(nesting.at(depth), nesting.at(depth + 1), decision);
    if (nesting.at(depth + 1) instanceof CaseTree branch) {
      comparisons.ofCase(nesting.at(depth), branch, frame).ifPresent(found::add);
    }
    for (StatementTree before : passed) {
      int size = found.size();
      if (!Way.decides(before, decision)) {
        found.subList(size, found.size()).clear(); // It holds unless the loop was broken off.
      }
    }
    if (found.isEmpty()) {
      return around;
    }
    Set<Guard> all = new LinkedHashSet<>(around);
    all.addAll(found);
    return List.copyOf(all);
  }

  private Set<Guard> shown(ExpressionTree condition, boolean answer, Frame frame) {
    Question question = new Question(condition, answer, frame);
    Set<Guard> guards = known.get(question);
    if (guards == null) {
      guards =
          Conditions.shown(
              condition, answer, variables, (single, truth) -> guard(single, truth, frame));
      known.put(question, guards);
    }
    return guards;
  }

  private Set<Guard> guard(ExpressionTree condition, boolean answer, Frame frame) {
    Optional<Guard> firstUse = FirstUses.found(condition, answer, variables, frame);
    if (firstUse.isPresent()) {
      return Set.of(firstUse.get());
    }
    Optional<Guard> compared = comparisons.shown(condition, answer, frame);
    if (compared.isPresent() || condition instanceof BinaryTree) {
      return compared.map(Set::of).orElse(Set.of());
    }
    Optional<VarSymbol> raisedByTests = Variables.named(condition).filter(TestsOnly::maySet);
    if (raisedByTests.isPresent()) {
      return Set.of(new Guard(ConstantFlags.flag(raisedByTests.get()), answer));
    }
    if (!isTold(condition)) {
      return Set.of();
    }
    Value tested = values.of(condition, frame);
    if (tested instanceof Value.Flag) {
      // The same in all objects, or known of this one.
      return comparisons
          .flag(condition, frame)
          .<Set<Guard>>map(
              ofThis ->
                  new LinkedHashSet<>(
                      List.of(new Guard(tested, answer), new Guard(ofThis, answer))))
          .orElse(Set.of(new Guard(tested, answer)));
    }
    return tested instanceof Value.Parameter || tested instanceof Value.Result
        ? Set.of(new Guard(tested, answer))
        : Set.of();
  }

  private boolean isTold(ExpressionTree condition) {
    if (condition instanceof MethodInvocationTree call) {
      return asked.contains(NameTexts.of(ASTHelpers.getSymbol(call).name));
    }
    return Variables.named(condition)
        .filter(variable -> variable.type.hasTag(TypeTag.BOOLEAN))
        .filter(
            variable -> ConstantFlags.isFlag(variable) || variables.parameter(variable).isPresent())
        .isPresent();
  }
}
