package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/** Where in a body the locks are taken that facts know by line. */
final class LockPlaces {
  private final Tree body;
  private final CompilationUnitTree unit;

  private LockPlaces(Tree body, CompilationUnitTree unit) {
    this.body = body;
    this.unit = unit;
  }

  static LockPlaces in(Tree body, CompilationUnitTree unit) {
    return new LockPlaces(body, unit);
  }

  /** The block or call that begins in a line; the whole body if its method is synchronized. */
  Tree at(int line) {
    Tree found =
        new TreeScanner<Tree, Void>() {
          @Override
          public Tree visitSynchronized(SynchronizedTree tree, Void unused) {
            return begins(tree) ? tree : super.visitSynchronized(tree, null);
          }

          @Override
          public Tree visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            return begins(tree) ? tree : super.visitMethodInvocation(tree, null);
          }

          @Override
          public Tree reduce(Tree one, Tree other) {
            return one == null ? other : one;
          }

          private boolean begins(Tree tree) {
            int start = Math.max(0, ASTHelpers.getStartPosition(tree));
            return unit.getLineMap().getLineNumber(start) == line;
          }
        }.scan(body, null);
    return found == null ? body : found;
  }
}
