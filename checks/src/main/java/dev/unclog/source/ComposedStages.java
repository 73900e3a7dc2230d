package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.List;
import java.util.Optional;

/**
 * A function that waits for a future at its end, given to an operator beside which there is one
 * that takes the future as it is.
 */
final class ComposedStages {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";
  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String MONO = "reactor.core.publisher.Mono";
  private static final String FLUX = "reactor.core.publisher.Flux";
  private static final String UNI = "io.smallrye.mutiny.Uni";

  /**
   * What can be composed.
   *
   * @param awaited the type of the future
   * @param chain the type of the operator
   * @param operator its name
   * @param instead the operator that takes the future
   * @param before what makes of the future what that takes; may be empty
   * @param importing the type that this names; may be empty
   */
  private record Known(
      String awaited,
      String chain,
      String operator,
      String instead,
      String before,
      String importing) {
    Known(String awaited, String chain, String operator, String instead) {
      this(awaited, chain, operator, instead, "", "");
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known(FUTURE, STAGE, "thenApply", "thenCompose"),
          new Known(FUTURE, STAGE, "thenApplyAsync", "thenComposeAsync"),
          new Known(FUTURE, MONO, "map", "flatMap", "Mono.fromFuture(", MONO),
          new Known(FUTURE, FLUX, "map", "concatMap", "Mono.fromFuture(", MONO),
          new Known(MONO, MONO, "map", "flatMap"),
          new Known(MONO, FLUX, "map", "concatMap"),
          new Known(FUTURE, UNI, "map", "flatMap", "Uni.createFrom().completionStage(", UNI),
          new Known(UNI, UNI, "map", "flatMap"),
          new Known(UNI, "io.smallrye.mutiny.groups.UniOnItem", "transform", "transformToUni"));

  private final SourceText text;
  private final Types types;

  ComposedStages(SourceText text, Types types) {
    this.text = text;
    this.types = types;
  }

  /** The operator that composes, with the future itself in the place of the wait. */
  Optional<Repair> of(MethodInvocationTree wait, Nesting place) {
    ExpressionTree future = awaited(wait);
    if (future == null || ASTHelpers.getType(future).getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    int depth = functionOf(wait, place);
    int around = depth < 0 ? -1 : place.callOf(depth);
    if (around < 0
        || !(place.at(around) instanceof MethodInvocationTree operator)
        || operator.getArguments().indexOf(place.at(around + 1)) != 0
        || !operator.getTypeArguments().isEmpty()
        || ASTHelpers.getReceiver(operator) == null) {
      return Optional.empty();
    }
    return KNOWN.stream()
        .filter(known -> ASTHelpers.getSymbol(operator).name.contentEquals(known.operator))
        .filter(known -> is(ASTHelpers.getType(future), known.awaited))
        .filter(known -> is(ASTHelpers.getReceiverType(operator), known.chain))
        .findFirst()
        .map(
            known ->
                new Repair(
                    List.of(
                        new Repair.Edit.Named(operator, known.instead),
                        new Repair.Edit.InsteadOf(
                            wait,
                            known.before + text.of(future) + (known.before.isEmpty() ? "" : ")"))),
                    known.importing.isEmpty() ? List.of() : List.of(known.importing)));
  }

  /** The future that a call waits for until it is complete; null if it does not. */
  private static ExpressionTree awaited(MethodInvocationTree wait) {
    ExpressionTree receiver = ASTHelpers.getReceiver(wait);
    if (receiver == null || !wait.getArguments().isEmpty()) {
      return null;
    }
    return switch (ASTHelpers.getSymbol(wait).name.toString()) {
      case "join", "block" -> receiver;
      case "indefinitely" ->
          receiver instanceof MethodInvocationTree await ? ASTHelpers.getReceiver(await) : null;
      default -> null;
    };
  }

  /** Where the lambda stands that gives back what is waited for, and nothing else; -1 for none. */
  private static int functionOf(Tree wait, Nesting place) {
    int depth = place.size() - 2;
    if (depth >= 2 && place.at(depth) instanceof ReturnTree only) {
      boolean isWhole =
          only.getExpression() == wait
              && place.at(depth - 1) instanceof BlockTree block
              && place.at(depth - 2) instanceof LambdaExpressionTree function
              && function.getBody() == block
              && returns(block) == 1;
      return isWhole ? depth - 2 : -1;
    }
    return depth >= 0
            && place.at(depth) instanceof LambdaExpressionTree function
            && function.getBody() == wait
        ? depth
        : -1;
  }

  private static int returns(BlockTree block) {
    int[] found = {0};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void unused) {
        found[0]++;
        return super.visitReturn(tree, null);
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(block, null);
    return found[0];
  }

  private boolean is(Type type, String name) {
    return type != null
        && types.closure(types.erasure(type)).stream()
            .anyMatch(above -> above.tsym.flatName().contentEquals(name));
  }
}
