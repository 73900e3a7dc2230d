package dev.unclog.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.unclog.call.Guard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The trees around the place that a scan has come to, the outermost first: the scan's own path, so
 * that nobody has to search the unit for it. It changes as the scan goes on.
 */
final class Nesting {
  private final Predicate<StatementTree> isTelling;
  private Tree[] trees = new Tree[64];
  private Passed[] passed = new Passed[64];
  private List<?>[] certain = new List<?>[64];
  private int size;
  private int body;

  /**
   * An empty one.
   *
   * @param isTelling which of the statements passed are worth a second look
   */
  Nesting(Predicate<StatementTree> isTelling) {
    this.isTelling = isTelling;
  }

  /** The same place, for when the scan has gone on. */
  Nesting copy() {
    Nesting copy = new Nesting(isTelling);
    copy.trees = Arrays.copyOf(trees, size);
    copy.passed = new Passed[size];
    copy.certain = new List<?>[size];
    copy.size = size;
    copy.body = body;
    return copy;
  }

  void enter(Tree tree) {
    if (size == trees.length) {
      trees = Arrays.copyOf(trees, 2 * size);
      passed = Arrays.copyOf(passed, 2 * size);
      certain = Arrays.copyOf(certain, 2 * size);
    }
    trees[size++] = tree;
  }

  void leave() {
    size--;
    trees[size] = null;
    passed[size] = null;
    certain[size] = null;
  }

  /** What comes next runs on its own; gives back what to tell {@link #leaveBody} afterwards. */
  int enterBody() {
    int outer = body;
    body = size;
    return outer;
  }

  void leaveBody(int outer) {
    body = outer;
  }

  int size() {
    return size;
  }

  Tree at(int depth) {
    return trees[depth];
  }

  /** Where the scan is. */
  Tree place() {
    return trees[size - 1];
  }

  /** The depth of the outermost tree that runs together with the place. */
  int body() {
    return body;
  }

  /** The method or lambda that the place runs in; a class for its initialisers; null for none. */
  Tree callable() {
    return body == 0 ? null : trees[body - 1];
  }

  /** The nearest class around. */
  ClassTree type() {
    int depth = size - 1;
    while (depth >= 0 && !(trees[depth] instanceof ClassTree)) {
      depth--;
    }
    return depth < 0 ? null : (ClassTree) trees[depth];
  }

  boolean isWithin(Tree tree) {
    for (int depth = size - 1; depth >= 0; depth--) {
      if (trees[depth] == tree) {
        return true;
      }
    }
    return false;
  }

  /** The function argument at a depth in its call: in parentheses or cast, it is still that. */
  int callOf(int depth) {
    int around = depth - 1;
    while (around > 0
        && (trees[around].getKind() == Tree.Kind.PARENTHESIZED
            || trees[around].getKind() == Tree.Kind.TYPE_CAST)) {
      around--;
    }
    return around;
  }

  /** The telling statements of a block at a depth that control has passed on its way. */
  List<StatementTree> passed(int depth) {
    if (depth + 1 >= size || !(trees[depth + 1] instanceof StatementTree next)) {
      return List.of();
    }
    if (passed[depth] == null) {
      List<? extends StatementTree> all = statements(trees[depth]);
      if (all.isEmpty()) {
        return List.of();
      }
      passed[depth] = new Passed(all.iterator());
    }
    passed[depth].goTo(next, isTelling);
    return passed[depth].telling;
  }

  /**
   * What was found out to be certain at a depth, and stays so until the scan leaves it: what holds
   * around a statement need not be found out for each call in it.
   */
  @SuppressWarnings("unchecked") // Nobody else puts anything there.
  List<Guard> certain(int depth) {
    return (List<Guard>) certain[depth];
  }

  void setCertain(int depth, List<Guard> guards) {
    certain[depth] = guards;
  }

  /** All statements of a block at a depth that control has passed on its way. */
  List<StatementTree> allPassed(int depth) {
    List<StatementTree> before = new ArrayList<>();
    if (depth + 1 < size) {
      for (StatementTree each : statements(trees[depth])) {
        if (each == trees[depth + 1]) {
          return before;
        }
        before.add(each);
      }
    }
    return List.of();
  }

  private static List<? extends StatementTree> statements(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements();
    }
    return tree instanceof CaseTree branch && branch.getStatements() != null
        ? branch.getStatements()
        : List.of();
  }

  /** How far a scan has come in a block: it only ever goes on. */
  private static final class Passed {
    final List<StatementTree> telling = new ArrayList<>();
    private final Iterator<? extends StatementTree> rest;
    private StatementTree reached;

    Passed(Iterator<? extends StatementTree> rest) {
      this.rest = rest;
    }

    void goTo(StatementTree next, Predicate<StatementTree> isTelling) {
      while (reached != next && rest.hasNext()) {
        if (reached != null && isTelling.test(reached)) {
          telling.add(reached);
        }
        reached = rest.next();
      }
    }
  }

  /** An expression without the parentheses and casts around it. */
  static ExpressionTree bare(ExpressionTree expression) {
    ExpressionTree inner = expression;
    while (true) {
      if (inner instanceof com.sun.source.tree.ParenthesizedTree parenthesized) {
        inner = parenthesized.getExpression();
      } else if (inner instanceof com.sun.source.tree.TypeCastTree cast) {
        inner = cast.getExpression();
      } else {
        return inner;
      }
    }
  }
}
