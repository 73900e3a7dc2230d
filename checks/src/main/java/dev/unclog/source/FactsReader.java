package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import dev.unclog.call.Assigned;
import dev.unclog.call.Call;
import dev.unclog.call.Interests;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts of the calls in a compilation unit. */
final class FactsReader {
  private final CompilationUnitTree unit;
  private final Types types;
  private final Callees callees;
  private final Judge judge;
  private final Interests interests;
  private final Results results;
  private final Receivers receivers;
  private final Map<Asked, Known> known;
  private Sight sight;

  /**
   * A reader of a unit.
   *
   * @param known takes what is found out of calls, and has what another reader of the unit found
   */
  FactsReader(
      CompilationUnitTree unit,
      Types types,
      Callees callees,
      Judge judge,
      Interests interests,
      Results results,
      Map<Asked, Known> known) {
    this.known = known;
    this.unit = unit;
    this.types = types;
    this.callees = callees;
    this.judge = judge;
    this.interests = interests;
    this.results = results;
    this.receivers = new Receivers(types, callees);
  }

  /** Remembers a class that is local to a method of the unit. */
  void know(ClassSymbol local) {
    callees.know(local);
  }

  /**
   * A call's facts.
   *
   * @param callee what it calls through the nearest type known of its receiver
   * @param taken the lock that it takes
   */
  record Known(Call call, JavacCallee callee, Optional<Lock> taken) {}

  /** What the unit shows, by the question. */
  private record Sight(
      Variables variables,
      Values values,
      Guards before,
      TypeTests tests,
      CompletedFutures futures,
      BranchGuards guards,
      Locks locks) {}

  /** Collected when the first call asks for it: most units make none that does. */
  private Sight sight() {
    if (sight == null) {
      Variables variables = Variables.in(unit);
      Values values = new Values(unit, types, variables, receivers, results);
      Guards before = new Guards(variables);
      sight =
          new Sight(
              variables,
              values,
              before,
              new TypeTests(variables, types, before),
              new CompletedFutures(types, before, variables),
              new BranchGuards(variables, values, interests.asked()),
              new Locks(types, variables));
    }
    return sight;
  }

  /** Who reports on a body and who follows it ask about the same calls. */
  record Asked(Tree tree, MethodSymbol method, String implied, Tree callable) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked
          && asked.tree == tree
          && asked.callable == callable
          && asked.method == method
          && asked.implied.equals(implied);
    }

    /** The tree alone tells nearly all apart. */
    @Override
    public int hashCode() {
      return tree.hashCode();
    }
  }

  Known of(TreeCall tree) {
    Asked asked = new Asked(tree.tree(), tree.method(), tree.implied(), tree.nesting().callable());
    Known of = known.get(asked);
    if (of == null) {
      of = find(tree);
      known.put(asked, of);
    }
    return of;
  }

  private Known find(TreeCall tree) {
    Nesting place = tree.nesting();
    Value receiver = receiver(tree);
    JavacCallee callee = receivers.refined(tree.callee(), receiver);
    List<Value> arguments = new ArrayList<>();
    for (ExpressionTree argument : tree.arguments()) {
      arguments.add(argument(argument, place));
    }
    MethodKey key = callees.key(callee.method());
    Optional<Lock> taken = sight().locks().taken(tree, key);
    Call call =
        new Call(
            key,
            NameTexts.of(callee.receiver().flatName()),
            callee != tree.callee() || Receivers.isExact(callee, tree.receiver()),
            receiver,
            arguments,
            found(tree, callee),
            sight().guards().at(place),
            held(tree, key),
            line(tree.tree()),
            tree.implied());
    return new Known(call, callees.know(call, callee), taken);
  }

  private Value receiver(TreeCall tree) {
    if (tree.receiver().isEmpty()) {
      boolean isImplicit = tree.implied().isEmpty() && tree.tree() instanceof MethodInvocationTree;
      return isImplicit && !tree.method().isStatic() && !tree.method().isConstructor()
          ? self(tree)
          : new Value.Null();
    }
    return Receivers.isSelf(tree.receiver().get())
        ? self(tree)
        : value(tree.receiver().get(), tree.nesting());
  }

  /** This object, or one of those around it whose class has the method. */
  private Value self(TreeCall tree) {
    ClassTree around = tree.nesting().type();
    if (around == null || !ASTHelpers.getSymbol(around).isSubClass(tree.method().owner, types)) {
      return new Value.Unknown(NameTexts.of(tree.callee().receiver().flatName()));
    }
    return new Value.This(NameTexts.of(ASTHelpers.getSymbol(around).flatName()));
  }

  /** What an expression stands for in the body that it is evaluated in. */
  Value value(ExpressionTree expression, Nesting place) {
    return sight().values().of(expression, sight().variables().frame(place.callable()));
  }

  /** What an expression stands for, whoever evaluates it. */
  Value value(ExpressionTree expression) {
    return sight().values().of(expression, null);
  }

  /** All that a variable ever holds; empty if that is not in sight. */
  List<ExpressionTree> held(ExpressionTree name) {
    return Variables.named(name)
        .filter(Variables::isInSight) // Nothing need be read to know that of a parameter.
        .map(variable -> sight().variables().allValues(variable))
        .orElse(List.of());
  }

  /** The one thing that a variable ever holds; empty if there may be others. */
  Optional<ExpressionTree> heldAlways(ExpressionTree name) {
    List<ExpressionTree> all = held(name);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The one thing that a variable holds at a place; empty if there may be others. */
  Optional<ExpressionTree> heldAt(ExpressionTree name, Nesting place) {
    return heldAlways(name).or(() -> sight().variables().latest(name, place));
  }

  /** The name of what a call calls. */
  MethodKey key(TreeCall call) {
    return key(call.method());
  }

  /** A method by name. */
  MethodKey key(MethodSymbol method) {
    return callees.key(method);
  }

  /** All that a field of objects is assigned in the unit; empty if some of it is not theirs. */
  Optional<List<Assigned>> writes(VarSymbol field) {
    String type = NameTexts.of(field.owner.flatName());
    List<Assigned> all = new ArrayList<>();
    for (ExpressionTree value : sight().variables().assigned(field)) {
      Variables.Assignment made =
          sight().variables().assignment(value).orElse(new Variables.Assignment(null, true));
      Optional<MethodSymbol> method = Comparisons.methodOf(made.frame());
      if (!made.isOfThis()
          || (made.frame() != null && method.filter(by -> by.owner == field.owner).isEmpty())) {
        return Optional.empty();
      }
      all.add(
          new Assigned(
              method.map(callees::key).orElseGet(() -> Body.initialisersOf(type)),
              sight().values().of(value, made.frame())));
    }
    return Optional.of(all);
  }

  /** What a body returns: a field of this object as well, if it is one that may be compared. */
  Value returned(ExpressionTree result, Nesting place) {
    Value value = value(result, place);
    return value instanceof Value.Unknown
        ? sight()
            .guards()
            .comparisons()
            .field(result, sight().variables().frame(place.callable()))
            .orElse(value)
        : value;
  }

  /** The taking of a monitor by a block. */
  Lock.Acquisition acquisition(SynchronizedTree block, Nesting place) {
    return new Lock.Acquisition(sight().locks().monitor(block, place), line(block));
  }

  int line(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(Math.max(0, ASTHelpers.getStartPosition(tree)));
  }

  /** A reference to a method of which it is clear that here it does not block is worth no look. */
  private Value argument(ExpressionTree argument, Nesting place) {
    if (argument instanceof MemberReferenceTree reference
        && ((JCMemberReference) reference).sym instanceof MethodSymbol method) {
      JavacCallee callee =
          new JavacCallee(method, ASTHelpers.getType(reference.getQualifierExpression()), types);
      boolean isBound =
          ((JCMemberReference) reference).kind == JCMemberReference.ReferenceKind.BOUND;
      if (!before(reference, callee, isBound, place).isEmpty()) {
        return new Value.Unknown(Signatures.erased(ASTHelpers.getType(reference), types));
      }
    }
    return value(argument, place);
  }

  private Set<String> before(
      MemberReferenceTree reference, JavacCallee callee, boolean isBound, Nesting place) {
    Optional<ExpressionTree> receiver =
        isBound ? Optional.of(reference.getQualifierExpression()) : Optional.empty();
    place.enter(reference);
    try {
      return before(new TreeCall(reference, callee, receiver, List.of(), "", place), callee);
    } finally {
      place.leave();
    }
  }

  private List<Lock> held(TreeCall tree, MethodKey callee) {
    Locks locks = sight().locks();
    List<Lock> held = locks.heldAt(tree.nesting());
    if (!held.isEmpty()) {
      locks.releasedBy(tree, callee, held).ifPresent(released -> held.removeIf(released::equals));
    }
    Optional<Lock> ofMap = locks.ofMap(tree, callee);
    if (ofMap.isPresent()) {
      held.add(ofMap.get());
    }
    return held.size() < 2 ? held : held.stream().distinct().toList();
  }

  /** All that the way to a call shows of its receiver. */
  private Set<String> found(TreeCall tree, JavacCallee callee) {
    Set<String> before = before(tree, callee);
    if (tree.receiver().isEmpty()) {
      return before;
    }
    ExpressionTree receiver = tree.receiver().get();
    Set<String> refuted = sight().tests().refuted(receiver, tree.nesting());
    Set<String> made =
        sight().variables().isJustMade(receiver, tree.nesting())
            ? Set.of(Call.JUST_MADE)
            : Set.of();
    return union(union(before, refuted), made);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<String> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /** Which of the conditions that matter to this callee the way to the call has fulfilled. */
  private Set<String> before(TreeCall tree, JavacCallee callee) {
    if (waited(tree).isEmpty() && !(tree.tree() instanceof MemberReferenceTree)) {
      return Set.of();
    }
    List<Condition> conditions = judge.guards(callee);
    if (conditions.isEmpty()) {
      return Set.of();
    }
    Set<String> before = new HashSet<>();
    for (Condition condition : conditions) {
      if (holds(condition, tree)) {
        Judge.guard(condition).ifPresent(before::add);
      }
    }
    return before;
  }

  /** What a call waits for: what it is made on, or what a helper is given, a static method. */
  private static Optional<ExpressionTree> waited(TreeCall tree) {
    return tree.receiver().isEmpty() && tree.method().isStatic() && !tree.arguments().isEmpty()
        ? Optional.of(tree.arguments().get(0))
        : tree.receiver();
  }

  private boolean holds(Condition condition, TreeCall tree) {
    if (condition instanceof Condition.Checked checked
        && checked.method().equals(CompletedFutures.QUESTION)) {
      CompletedFutures futures = sight().futures();
      Optional<ExpressionTree> waited = waited(tree);
      return waited.isPresent()
          ? futures.isComplete(waited.get(), tree.nesting())
          : tree.tree() instanceof MemberReferenceTree reference
              && futures.areComplete(reference, tree.nesting());
    }
    if (tree.receiver().isEmpty()) {
      return false;
    }
    ExpressionTree receiver = tree.receiver().get();
    Guards guards = sight().before();
    return condition instanceof Condition.Checked checked
        ? guards.foundTrue(tree.nesting(), receiver, checked.method())
        : condition instanceof Condition.Configured configured
            && guards.wasCalled(
                tree.nesting(), receiver, configured.method(), configured.argument());
  }
}
