package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Takes conditions apart. */
final class Conditions {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  private Conditions() {}

  /** What a condition that has no parts shows by its answer. */
  interface Shown<T> {
    Set<T> by(ExpressionTree condition, boolean answer);
  }

  /**
   * What is certain if a condition has an answer, also one that a variable holds.
   *
   * @param single what its parts show
   */
  static <T> Set<T> shown(
      ExpressionTree condition, boolean answer, Variables variables, Shown<T> single) {
    return shown(condition, answer, variables, single, 0);
  }

  private static <T> Set<T> shown(
      ExpressionTree condition, boolean answer, Variables variables, Shown<T> single, int depth) {
    ExpressionTree bare = Nesting.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return shown(not.getExpression(), !answer, variables, single, depth);
    }
    if (bare instanceof BinaryTree binary) {
      ExpressionTree left = binary.getLeftOperand();
      ExpressionTree right = binary.getRightOperand();
      switch (binary.getKind()) {
        case CONDITIONAL_AND, CONDITIONAL_OR -> {
          Set<T> byLeft = shown(left, answer, variables, single, depth);
          boolean isBoth = (binary.getKind() == Tree.Kind.CONDITIONAL_AND) == answer;
          if (!isBoth && byLeft.isEmpty()) {
            return Set.of();
          }
          Set<T> byRight = shown(right, answer, variables, single, depth);
          return isBoth ? union(byLeft, byRight) : intersection(byLeft, byRight);
        }
        case EQUAL_TO, NOT_EQUAL_TO -> {
          boolean isEqual = (binary.getKind() == Tree.Kind.EQUAL_TO) == answer;
          if (ASTHelpers.constValue(right) instanceof Boolean constant) {
            return shown(left, constant == isEqual, variables, single, depth);
          }
          if (ASTHelpers.constValue(left) instanceof Boolean constant) {
            return shown(right, constant == isEqual, variables, single, depth);
          }
        }
        default -> {}
      }
    }
    Optional<ExpressionTree> behind =
        depth < DEEPEST ? Variables.named(bare).flatMap(variables::onlyValue) : Optional.empty();
    Set<T> byValue =
        behind.isPresent()
            ? shown(behind.get(), answer, variables, single, depth + 1)
            : Set.<T>of();
    return byValue.isEmpty() ? single.by(bare, answer) : byValue;
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static <T> Set<T> intersection(Set<T> one, Set<T> other) {
    Set<T> common = new LinkedHashSet<>(one);
    common.retainAll(other);
    return common;
  }
}
