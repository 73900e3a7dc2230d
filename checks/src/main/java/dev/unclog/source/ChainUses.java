package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.stub.Governs;
import java.util.Optional;

/** What becomes of a chain that a variable holds: looks for it in the code around. */
final class ChainUses extends TreeScanner<Void, Void> {
  private final Symbol variable;
  private final Hops hops;
  private final Nesting nesting;
  private final FactsReader facts;
  private Optional<ChainSpot> moved = Optional.empty();
  private boolean isSubscribed;
  private int named;
  private int returned;
  private int functions;

  private ChainUses(Symbol variable, Hops hops, Nesting nesting, FactsReader facts) {
    this.variable = variable;
    this.hops = hops;
    this.nesting = nesting;
    this.facts = facts;
  }

  /**
   * Where a chain is subscribed to that goes on from a variable.
   *
   * @param nesting where the variable gets it
   */
  static ChainSpot of(Symbol variable, Hops hops, Nesting nesting, FactsReader facts) {
    ChainUses uses = new ChainUses(variable, hops, nesting, facts);
    Tree scope = nesting.callable();
    if (scope instanceof MethodTree method) {
      uses.scan(method.getBody(), null);
    } else if (scope instanceof LambdaExpressionTree lambda) {
      uses.scan(lambda.getBody(), null);
    } else {
      uses.scan(scope == null ? nesting.type() : scope, null);
    }
    return uses.spot();
  }

  private ChainSpot spot() {
    if (moved.isPresent()) {
      return moved.get();
    }
    boolean isLocal = variable.owner instanceof MethodSymbol;
    boolean isOnlyReturned = isLocal && returned > 0 && returned == named;
    return ChainSpot.subscribed(
        isSubscribed
            ? ChainSpot.Subscriber.HERE
            : isOnlyReturned ? ChainSpot.Subscriber.CALLER : ChainSpot.Subscriber.UNKNOWN);
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
    boolean isLost =
        tree.getExpression() instanceof MethodInvocationTree call && hops.lost(call).isPresent();
    return isLost ? null : super.visitExpressionStatement(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (root(tree) == variable) {
      moved =
          hops.hop(tree, nesting, facts)
              .filter(hopped -> hopped.governs() == Governs.SOURCE)
              .flatMap(Hops.Hopped::to)
              .or(() -> moved);
      isSubscribed |= hops.isSubscription(tree);
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    if (functions == 0 && tree.getExpression() != null && root(tree.getExpression()) == variable) {
      returned++;
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    functions++;
    super.visitLambdaExpression(tree, null);
    functions--;
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    named += ASTHelpers.getSymbol(tree) == variable ? 1 : 0;
    return null;
  }

  /** The variable that a chain begins at. */
  private static Symbol root(ExpressionTree chain) {
    ExpressionTree next = Nesting.bare(chain);
    while (next instanceof MethodInvocationTree invocation) {
      ExpressionTree receiver = ASTHelpers.getReceiver(invocation);
      next = receiver == null ? null : Nesting.bare(receiver);
    }
    return next instanceof IdentifierTree ? ASTHelpers.getSymbol(next) : null;
  }
}
