package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a future is surely complete at a place. Once it is, it stays so: what was seen outside a
 * function holds within it too.
 */
final class CompletedFutures {
  /** The question that is answered here. */
  static final String QUESTION = "isDone";

  /** How many collections in a row are looked into: they may be made of each other. */
  private static final int DEEPEST = 4;

  /**
   * Of these the answer yes is given by complete futures only: by the future itself, or by a helper
   * that is asked about one.
   */
  private static final Set<String> QUESTIONS =
      Set.of(
          QUESTION,
          "isCompletedExceptionally",
          "isCompletedSuccessfully",
          "isCompletedNormally",
          "isCompletedAbnormally",
          "isCancelled",
          "isSuccess");

  /** Methods that give a function to whoever completes the future, and so are its listeners. */
  private static final Set<String> LISTENING = Set.of("addListener", "addListeners");

  /** Waiting that ends, unless by an exception, only when the future is complete. */
  private static final Set<String> WAITING =
      Set.of(
          "join",
          "get",
          "quietlyJoin",
          "await",
          "awaitUninterruptibly",
          "sync",
          "syncUninterruptibly");

  private static final Set<String> COMPLETING = Set.of("complete", "completeExceptionally");

  private final Guards guards;
  private final FutureStages stages;

  CompletedFutures(Types types, Guards guards, Variables variables) {
    this.guards = guards;
    this.stages = new FutureStages(types, variables);
  }

  /** Whether the future that an expression names is complete where the call of a method stands. */
  boolean isComplete(ExpressionTree future, Nesting place) {
    return isComplete(future, place, 0);
  }

  private boolean isComplete(ExpressionTree future, Nesting place, int depth) {
    FutureStages.Sought sought = stages.sought(future, place);
    return stages.isMadeComplete(future)
        || isInCallback(sought, place)
        || isParameterOfListener(future, place)
        || isCaseOf(future, place)
        || areComplete(sought.members(), place, depth)
        || guards.onTheWay(
            place,
            0,
            future,
            (condition, answer) -> isShownBy(condition, answer, future),
            statement -> isEndOfWaiting(statement, sought, future));
  }

  /**
   * Whether every element that a method reference is given is complete: {@code
   * futures.stream().map(CompletableFuture::join)}.
   */
  boolean areComplete(MemberReferenceTree reference, Nesting place) {
    int depth = place.size() - 1;
    if (place.at(depth) != reference
        || !(place.at(place.callOf(depth)) instanceof MethodInvocationTree call)) {
      return false;
    }
    FutureStages.Sought sought = stages.soughtIn(call, place);
    return isInCallback(sought, place)
        || areComplete(sought.members(), place, 0)
        || guards.onTheWay(
            place,
            0,
            call,
            (condition, answer) -> false,
            statement -> isEndOfWaiting(statement, sought, null));
  }

  private boolean areComplete(List<ExpressionTree> members, Nesting place, int depth) {
    return !members.isEmpty()
        && depth < DEEPEST
        && members.stream().allMatch(each -> isComplete(each, place, depth + 1));
  }

  /** Whether a function around the place runs when the future is complete. */
  private boolean isInCallback(FutureStages.Sought sought, Nesting place) {
    for (int depth = place.size() - 1; depth > 0; depth--) {
      if (isFunction(place, depth)
          && place.at(place.callOf(depth)) instanceof MethodInvocationTree call
          && !isReceiver(call, place.at(place.callOf(depth) + 1))
          && stages.runsAfter(call, sought)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFunction(Nesting place, int depth) {
    Tree tree = place.at(depth);
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || (tree instanceof NewClassTree made
            && depth + 1 < place.size()
            && place.at(depth + 1) == made.getClassBody());
  }

  private static boolean isReceiver(MethodInvocationTree call, Tree tree) {
    return call.getMethodSelect() == tree;
  }

  /** A listener is given the future itself. */
  private static boolean isParameterOfListener(ExpressionTree future, Nesting place) {
    Symbol symbol = Variables.named(Nesting.bare(future)).orElse(null);
    for (int depth = place.size() - 1; symbol != null && depth > 0; depth--) {
      Tree tree = place.at(depth);
      List<? extends VariableTree> parameters =
          tree instanceof LambdaExpressionTree lambda
              ? lambda.getParameters()
              : tree instanceof MethodTree method ? method.getParameters() : List.of();
      if (!parameters.isEmpty() && ASTHelpers.getSymbol(parameters.get(0)) == symbol) {
        return tree instanceof MethodTree method
            ? isListener(method, place, depth)
            : isGivenToListening(place, depth);
      }
    }
    return false;
  }

  private static boolean isListener(MethodTree method, Nesting place, int depth) {
    boolean isAnonymous =
        depth > 1
            && place.at(depth - 1) instanceof ClassTree type
            && place.at(depth - 2) instanceof NewClassTree made
            && made.getClassBody() == type;
    // Netty's GenericFutureListener.
    return method.getName().contentEquals("operationComplete")
        || (isAnonymous && isGivenToListening(place, depth - 2));
  }

  private static boolean isGivenToListening(Nesting place, int depth) {
    return place.at(place.callOf(depth)) instanceof MethodInvocationTree call
        && LISTENING.contains(NameTexts.of(ASTHelpers.getSymbol(call).name));
  }

  /** {@code case SUCCESS -> future.resultNow()} in a switch over the future's state. */
  private static boolean isCaseOf(ExpressionTree future, Nesting place) {
    for (int depth = place.size() - 1; depth > 0; depth--) {
      if (place.at(depth) instanceof CaseTree branch
          && branch.getCaseKind() == CaseTree.CaseKind.RULE
          && isState(selector(place.at(depth - 1)), future)
          && !branch.getExpressions().isEmpty()
          && branch.getExpressions().stream().noneMatch(CompletedFutures::isRunning)) {
        return true;
      }
    }
    return false;
  }

  private static ExpressionTree selector(Tree tree) {
    if (tree instanceof SwitchTree statement) {
      return statement.getExpression();
    }
    return tree instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
  }

  private static boolean isShownBy(
      ExpressionTree condition, boolean answer, ExpressionTree future) {
    if (condition instanceof MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      return answer
          && QUESTIONS.contains(name)
          && (call.getArguments().isEmpty()
              ? Sameness.isCall(call, future, name)
              : isAskedAbout(call, future));
    }
    if (condition instanceof BinaryTree comparison
        && (comparison.getKind() == Tree.Kind.EQUAL_TO
            || comparison.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
      boolean isEqual = (comparison.getKind() == Tree.Kind.EQUAL_TO) == answer;
      ExpressionTree left = comparison.getLeftOperand();
      ExpressionTree right = comparison.getRightOperand();
      return (isState(left, future) && isEqual != isRunning(right))
          || (isState(right, future) && isEqual != isRunning(left));
    }
    return false;
  }

  /** Whether a static method is given the future and nothing else. */
  private static boolean isAskedAbout(MethodInvocationTree call, ExpressionTree future) {
    return ASTHelpers.getSymbol(call).isStatic()
        && call.getArguments().size() == 1
        && Sameness.holds(call.getArguments().get(0), future);
  }

  /** A call of {@code Future.state()}. */
  private static boolean isState(ExpressionTree expression, ExpressionTree future) {
    return expression != null && Sameness.isQuestion(Nesting.bare(expression), future, "state");
  }

  private static boolean isRunning(ExpressionTree state) {
    return Variables.named(Nesting.bare(state))
        .filter(constant -> constant.name.contentEquals("RUNNING"))
        .isPresent();
  }

  /** Whether a statement waits for the future, or completes it. */
  private boolean isEndOfWaiting(
      StatementTree statement, FutureStages.Sought sought, ExpressionTree future) {
    ExpressionTree expression = Nesting.bare(evaluated(statement).orElse(null));
    if (!(expression instanceof MethodInvocationTree call)
        || ASTHelpers.getReceiver(call) == null) {
      return false;
    }
    String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
    if (COMPLETING.contains(name)) {
      return future != null && Sameness.holds(ASTHelpers.getReceiver(call), future);
    }
    boolean isWaiting =
        WAITING.contains(name) && (call.getArguments().isEmpty() || name.equals("get"));
    return isWaiting && stages.isAfter(ASTHelpers.getReceiver(call), sought);
  }

  private static Optional<ExpressionTree> evaluated(StatementTree statement) {
    if (statement instanceof VariableTree variable) {
      return Optional.ofNullable(variable.getInitializer());
    }
    if (statement instanceof ExpressionStatementTree made) {
      return Optional.of(
          made.getExpression() instanceof AssignmentTree assignment
              ? assignment.getExpression()
              : made.getExpression());
    }
    return Optional.empty();
  }
}
