package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which futures are complete once another is: the stages before it, all that it was made of. */
final class FutureStages {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  /** A variable that is given more than this is not looked behind: it would never end. */
  private static final int MOST_ALTERNATIVES = 4;

  /** Methods of a future whose result completes after it, and whose functions run after it. */
  private static final Set<String> FOLLOWING =
      Set.of(
          "thenApply",
          "thenAccept",
          "thenRun",
          "thenCompose",
          "whenComplete",
          "handle",
          "exceptionally",
          "exceptionallyCompose",
          "thenCombine",
          "thenAcceptBoth",
          "runAfterBoth",
          "addListener",
          "addListeners",
          "addCallback",
          "transform",
          "transformAsync",
          "catching",
          "catchingAsync",
          "call",
          "callAsync",
          "run");

  /** Methods whose result completes when this future does, and that run nothing. */
  private static final Set<String> RELAYING =
      Set.of(
          "toCompletableFuture",
          "copy",
          "minimalCompletionStage",
          "orTimeout",
          "completeOnTimeout");

  private static final Set<String> OF_BOTH =
      Set.of("thenCombine", "thenAcceptBoth", "runAfterBoth");

  /** Methods whose result completes after all that they are given. */
  private static final Set<String> OF_ALL =
      Set.of("allOf", "whenAllComplete", "whenAllSucceed", "allAsList", "successfulAsList");

  private static final Set<String> MADE_COMPLETE =
      Set.of(
          "completedFuture",
          "failedFuture",
          "completedStage",
          "failedStage",
          "immediateFuture",
          "immediateVoidFuture",
          "immediateFailedFuture",
          "immediateCancelledFuture",
          "newSucceededFuture",
          "newFailedFuture");

  /** Methods that run their function before they return if the future is complete. */
  private static final Set<String> FOLLOWING_AT_ONCE =
      Set.of("thenApply", "thenAccept", "thenRun", "whenComplete", "handle", "exceptionally");

  /** What views a collection as a whole. */
  private static final Set<String> WHOLE =
      Set.of(
          "stream",
          "parallelStream",
          "toArray",
          "values",
          "toList",
          "of",
          "asList",
          "copyOf",
          "collect",
          "iterator",
          "entrySet",
          "keySet");

  /** What gives single elements of a collection, or some of them. */
  private static final Set<String> PART =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "getOrDefault",
          "next",
          "filter",
          "skip",
          "limit",
          "sorted",
          "distinct",
          "peek",
          "sequential",
          "parallel",
          "unordered",
          "getValue",
          "poll",
          "remove",
          "subList");

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.stream.BaseStream");

  private static final Set<String> OWNERS =
      Set.of("java.util.concurrent.CompletableFuture", "com.google.common.util.concurrent.Futures");

  private final Types types;
  private final Variables variables;

  FutureStages(Types types, Variables variables) {
    this.types = types;
    this.variables = variables;
  }

  /**
   * A future that is asked about.
   *
   * @param future the expression that names it; null if none does
   * @param collections the variables that hold collections it is an element of
   * @param members the futures of which it is one, if the collection was written down whole
   */
  record Sought(ExpressionTree future, Set<VarSymbol> collections, List<ExpressionTree> members) {
    static Sought of(ExpressionTree future) {
      return new Sought(future, new LinkedHashSet<>(), new ArrayList<>());
    }
  }

  Sought sought(ExpressionTree future, Nesting place) {
    Sought sought = Sought.of(future);
    collect(future, place, sought, 0);
    return sought;
  }

  /** What the functions given to a call on a collection are given. */
  Sought soughtIn(MethodInvocationTree call, Nesting place) {
    Sought sought = Sought.of(null);
    collectElements(call, place, sought, 0);
    return sought;
  }

  private void collect(ExpressionTree expression, Nesting place, Sought into, int depth) {
    ExpressionTree bare = Nesting.bare(expression);
    if (bare instanceof ArrayAccessTree access) {
      collect(access.getExpression(), place, into, depth);
    } else if (bare instanceof MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      ExpressionTree receiver = ASTHelpers.getReceiver(call);
      if (WHOLE.contains(name) && ASTHelpers.getSymbol(call).isStatic()) {
        into.members().addAll(call.getArguments());
      } else if (receiver != null && (WHOLE.contains(name) || PART.contains(name))) {
        collect(receiver, place, into, depth);
      }
    } else {
      Variables.named(bare).ifPresent(variable -> collectBehind(variable, place, into, depth));
    }
  }

  private void collectBehind(VarSymbol variable, Nesting place, Sought into, int depth) {
    into.collections().add(variable);
    if (depth >= DEEPEST) {
      return;
    }
    Optional<ExpressionTree> source =
        variables.iteratedBy(variable).or(() -> variables.onlyValue(variable));
    if (source.isPresent()) {
      collect(source.get(), place, into, depth + 1);
      return;
    }
    for (int i = place.size() - 1; i > 0; i--) {
      if (place.at(i) instanceof LambdaExpressionTree lambda
          && lambda.getParameters().stream()
              .anyMatch(parameter -> ASTHelpers.getSymbol(parameter) == variable)) {
        if (place.at(place.callOf(i)) instanceof MethodInvocationTree call) {
          collectElements(call, place, into, depth + 1);
        }
        return;
      }
    }
  }

  private void collectElements(MethodInvocationTree call, Nesting place, Sought into, int depth) {
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    if (receiver != null && isCollection(ASTHelpers.getType(receiver))) {
      collect(receiver, place, into, depth);
    }
  }

  private boolean isCollection(Type type) {
    return type != null
        && type.hasTag(TypeTag.CLASS)
        && types.closure(type).stream()
            .anyMatch(above -> COLLECTIONS.contains(NameTexts.of(above.tsym.flatName())));
  }

  /** Whether the functions given to a call run after a future is complete. */
  boolean runsAfter(MethodInvocationTree call, Sought sought) {
    return isAfterBySelf(call, sought, 0);
  }

  /** Whether a future is complete once the one that an expression names is. */
  boolean isAfter(ExpressionTree stage, Sought sought) {
    return isAfter(stage, sought, 0);
  }

  private boolean isAfter(ExpressionTree expression, Sought sought, int depth) {
    ExpressionTree stage = Nesting.bare(expression);
    if (sought.future() != null && Sameness.holds(stage, sought.future())) {
      return true;
    }
    if (stage instanceof MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      return (OF_ALL.contains(name)
              && isOurs(call)
              && call.getArguments().stream().anyMatch(each -> names(each, sought, depth)))
          || (RELAYING.contains(name)
              && ASTHelpers.getReceiver(call) != null
              && isAfter(ASTHelpers.getReceiver(call), sought, depth))
          || isAfterBySelf(call, sought, depth);
    }
    Optional<ExpressionTree> behind =
        depth < DEEPEST ? Variables.named(stage).flatMap(variables::onlyValue) : Optional.empty();
    return behind.isPresent() && isAfter(behind.get(), sought, depth + 1);
  }

  private boolean isAfterBySelf(MethodInvocationTree call, Sought sought, int depth) {
    String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
    String base = name.endsWith("Async") ? name.substring(0, name.length() - 5) : name;
    if (!FOLLOWING.contains(name) && !FOLLOWING.contains(base)) {
      return false;
    }
    List<? extends ExpressionTree> arguments = call.getArguments();
    boolean isStatic = ASTHelpers.getSymbol(call).isStatic();
    boolean takesFuture =
        !arguments.isEmpty() && (isStatic ? isOurs(call) : OF_BOTH.contains(base));
    return (takesFuture && isAfter(arguments.get(0), sought, depth))
        || (!isStatic
            && ASTHelpers.getReceiver(call) != null
            && isAfter(ASTHelpers.getReceiver(call), sought, depth));
  }

  /** Whether a static method is what its name says. */
  private static boolean isOurs(MethodInvocationTree call) {
    return OWNERS.contains(NameTexts.of(ASTHelpers.getSymbol(call).owner.flatName()));
  }

  /** Whether an argument is the future, or a whole collection that has it. */
  private boolean names(ExpressionTree expression, Sought sought, int depth) {
    ExpressionTree argument = Nesting.bare(expression);
    if (sought.future() != null && Sameness.holds(argument, sought.future())) {
      return true;
    }
    if (argument instanceof NewArrayTree array && array.getInitializers() != null) {
      return array.getInitializers().stream().anyMatch(each -> names(each, sought, depth));
    }
    if (argument instanceof MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      if (!WHOLE.contains(name)) {
        return isAfter(call, sought, depth);
      }
      return ASTHelpers.getSymbol(call).isStatic()
          ? call.getArguments().stream().anyMatch(each -> names(each, sought, depth))
          : ASTHelpers.getReceiver(call) != null
              && names(ASTHelpers.getReceiver(call), sought, depth);
    }
    Optional<VarSymbol> variable = Variables.named(argument);
    if (variable.isEmpty()) {
      return false;
    }
    if (sought.collections().contains(variable.get())) {
      return true;
    }
    Optional<ExpressionTree> behind =
        depth < DEEPEST ? variables.onlyValue(variable.get()) : Optional.empty();
    return behind.isPresent() && names(behind.get(), sought, depth + 1);
  }

  /** Whether all that an expression may name was complete from the start. */
  boolean isMadeComplete(ExpressionTree future) {
    return isMadeComplete(future, 0);
  }

  private boolean isMadeComplete(ExpressionTree expression, int depth) {
    ExpressionTree future = Nesting.bare(expression);
    if (future instanceof ConditionalExpressionTree choice) {
      return isMadeComplete(choice.getTrueExpression(), depth)
          && isMadeComplete(choice.getFalseExpression(), depth);
    }
    if (future instanceof MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      ExpressionTree receiver = ASTHelpers.getReceiver(call);
      return (MADE_COMPLETE.contains(name)
              && (isOurs(call) || !ASTHelpers.getSymbol(call).isStatic()))
          || ((FOLLOWING_AT_ONCE.contains(name) || RELAYING.contains(name))
              && receiver != null
              && isMadeComplete(receiver, depth));
    }
    List<ExpressionTree> values =
        depth < DEEPEST
            ? Variables.named(future).map(variables::allValues).orElse(List.of())
            : List.of();
    return !values.isEmpty()
        && values.size() <= MOST_ALTERNATIVES
        && values.stream().allMatch(value -> isMadeComplete(value, depth + 1));
  }
}
