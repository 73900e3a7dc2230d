package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.List;

/** Streams that one might think leave the thread: they keep it busy, and have it wait. */
final class ParallelStreams {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  private static final String PACKAGE = "java.util.stream.";

  private ParallelStreams() {}

  /** Whether an operator of a stream runs its functions on several threads, its caller's too. */
  static boolean runs(TreeCall operator, FactsReader facts) {
    if (operator.receiver().isEmpty() || !isOfStreams(operator.method())) {
      return false;
    }
    ExpressionTree next = operator.receiver().get();
    for (int behind = 0; next != null; ) {
      ExpressionTree bare = Nesting.bare(next);
      if (bare instanceof MethodInvocationTree call) {
        MethodSymbol method = ASTHelpers.getSymbol(call);
        if (method.name.contentEquals("parallelStream") || isOfStreams(method, "parallel")) {
          return true;
        }
        if (!isOfStreams(method) || isOfStreams(method, "sequential")) {
          return false;
        }
        next = ASTHelpers.getReceiver(call);
      } else if (bare instanceof IdentifierTree name && behind++ < DEEPEST) {
        List<ExpressionTree> held = facts.held(name);
        next = held.size() == 1 ? held.get(0) : null;
      } else {
        next = null;
      }
    }
    return false;
  }

  private static boolean isOfStreams(MethodSymbol method) {
    return NameTexts.of(method.owner.flatName()).startsWith(PACKAGE);
  }

  private static boolean isOfStreams(MethodSymbol method, String name) {
    return method.name.contentEquals(name) && isOfStreams(method);
  }
}
