package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.unclog.annotations.stub.Governs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Chains of operators, as they are written: {@code publishOn} governs what stands below it, {@code
 * subscribeOn} the source above.
 */
final class OperatorChains {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  private final Hops hops;
  private final Declarations declarations;
  private final Function<CompilationUnitTree, FactsReader> facts;
  private final Map<MethodSymbol, Above> returned = new HashMap<>();

  /**
   * Those of one compilation.
   *
   * @param facts reads a unit
   */
  OperatorChains(
      Hops hops, Declarations declarations, Function<CompilationUnitTree, FactsReader> facts) {
    this.hops = hops;
    this.declarations = declarations;
    this.facts = facts;
  }

  /** What stands above a place. */
  private record Above(
      Optional<ChainSpot> moved, Optional<ChainSpot> source, boolean hasOwnSource) {
    static final Above NOTHING = ending(Optional.empty(), /* hasOwnSource= */ false);

    static Above ending(Optional<ChainSpot> source, boolean hasOwnSource) {
      return new Above(Optional.empty(), source, hasOwnSource);
    }

    /** The same, where nothing nearer to the source governs that. */
    Above under(Optional<ChainSpot> lower) {
      return new Above(moved, source.or(() -> lower), hasOwnSource);
    }
  }

  /** Where the functions run that an operator is given. */
  ChainSpot spot(MethodInvocationTree operator, Nesting nesting, FactsReader facts) {
    return spot(operator, nesting.size() - 1, nesting, facts);
  }

  /** Where the chain is subscribed to that an expression stands for, whatever it begins with. */
  ChainSpot subscribed(ExpressionTree chain, Nesting nesting, FactsReader facts) {
    return new Below(nesting, facts).from(chain, nesting.size() - 1);
  }

  private ChainSpot spot(
      MethodInvocationTree operator, int depth, Nesting nesting, FactsReader facts) {
    Optional<Hops.Hopped> own = hops.hop(operator, nesting, facts);
    Above above = above(ASTHelpers.getReceiver(operator), nesting, facts);
    if (above.moved.isPresent()) {
      return above.moved.get();
    }
    if (above.source.isPresent()) {
      return above.source.get();
    }
    if (!hops.isChain(operator)) {
      return above.hasOwnSource
          ? ChainSpot.subscribed(ChainSpot.Subscriber.HERE)
          : ChainSpot.unmoved(ChainSpot.Where.UPSTREAM);
    }
    Below below = new Below(nesting, facts);
    ChainSpot found = below.from(operator, depth);
    if (found.where() != ChainSpot.Where.SUBSCRIBER || above.hasOwnSource || own.isPresent()) {
      return found;
    }
    return ChainSpot.unmoved(ChainSpot.Where.UPSTREAM);
  }

  private Above above(ExpressionTree receiver, Nesting nesting, FactsReader facts) {
    return above(
        receiver,
        name -> facts.heldAt(name, nesting),
        call -> hops.hop(call, nesting, facts),
        new HashSet<>());
  }

  private Above above(
      ExpressionTree receiver,
      Function<IdentifierTree, Optional<ExpressionTree>> held,
      Function<MethodInvocationTree, Optional<Hops.Hopped>> hop,
      Set<MethodSymbol> lookedInto) {
    Optional<ChainSpot> source = Optional.empty();
    ExpressionTree next = receiver;
    for (int behind = 0; next != null; ) {
      ExpressionTree bare = Nesting.bare(next);
      if (bare instanceof IdentifierTree name && behind++ < DEEPEST) {
        if (ASTHelpers.getSymbol(name) instanceof Symbol.TypeSymbol) {
          return Above.ending(source, /* hasOwnSource= */ true);
        }
        next = held.apply(name).orElse(null);
      } else if (bare instanceof MethodInvocationTree call && hops.isOperator(call)) {
        Optional<Hops.Hopped> hopped = hop.apply(call);
        if (hopped.isPresent() && hopped.get().to().isPresent()) {
          if (hopped.get().governs() == Governs.BELOW) {
            return new Above(hopped.get().to(), source, /* hasOwnSource= */ false);
          }
          source = hopped.get().to();
        } else if (hopped.isEmpty() && hops.hopsInside(call)) {
          // What comes out of it comes from a chain of its own, which moved.
          return new Above(
              Optional.of(ChainSpot.unmoved(ChainSpot.Where.SOMEWHERE)),
              source,
              /* hasOwnSource= */ false);
        }
        if (ASTHelpers.getSymbol(call).isStatic()) {
          return Above.ending(source, /* hasOwnSource= */ true);
        }
        next = ASTHelpers.getReceiver(call);
      } else if (ASTHelpers.getSymbol(bare) instanceof Symbol.TypeSymbol) {
        return Above.ending(source, /* hasOwnSource= */ true);
      } else if (bare instanceof MethodInvocationTree call) {
        return returnedBy(ASTHelpers.getSymbol(call), lookedInto).under(source);
      } else {
        break;
      }
    }
    return Above.ending(source, /* hasOwnSource= */ false);
  }

  /** What stands above the chain that a method of the project's returns. */
  private Above returnedBy(MethodSymbol method, Set<MethodSymbol> lookedInto) {
    if (lookedInto.size() == DEEPEST || !lookedInto.add(method)) {
      return Above.NOTHING;
    }
    Above known = returned.get(method);
    if (known == null) {
      known =
          hops.isChain(method.getReturnType())
              ? declarations.of(method).map(found -> above(found, lookedInto)).orElse(Above.NOTHING)
              : Above.NOTHING;
      returned.put(method, known);
    }
    return known;
  }

  /** What is above all that a method returns alike. */
  private Above above(Declarations.Declared method, Set<MethodSymbol> lookedInto) {
    FactsReader there = facts.apply(method.unit());
    Set<Above> all = new HashSet<>();
    for (ExpressionTree result : Declarations.results(method.tree())) {
      all.add(above(result, there::heldAlways, call -> hops.hop(call, there), lookedInto));
    }
    return all.size() == 1 ? all.iterator().next() : Above.NOTHING;
  }

  /** Looks down a chain for what governs its source, as far as the unit shows it. */
  private final class Below {
    private final Nesting nesting;
    private final FactsReader facts;

    Below(Nesting nesting, FactsReader facts) {
      this.nesting = nesting;
      this.facts = facts;
    }

    ChainSpot from(ExpressionTree operator, int depth) {
      int at = depth;
      while (true) {
        int around = outside(at);
        if (around > 0
            && nesting.at(around) instanceof MemberSelectTree
            && nesting.at(around - 1) instanceof MethodInvocationTree next
            && next.getMethodSelect() == nesting.at(around)) {
          Optional<ChainSpot> moved =
              hops.hop(next, nesting, facts)
                  .filter(hopped -> hopped.governs() == Governs.SOURCE)
                  .flatMap(Hops.Hopped::to);
          if (moved.isPresent()) {
            return moved.get();
          }
          if (hops.isSubscription(next)) {
            return ChainSpot.subscribed(ChainSpot.Subscriber.HERE);
          }
          at = around - 1;
        } else {
          return end(at, around);
        }
      }
    }

    private int outside(int depth) {
      return nesting.callOf(depth);
    }

    private ChainSpot end(int at, int around) {
      Tree parent = around < 0 ? null : nesting.at(around);
      if (parent instanceof MethodInvocationTree taker
          && taker.getArguments().contains(nesting.at(around + 1))
          && hops.isOperator(taker)) {
        return spot(taker, around, nesting, facts);
      }
      if (parent instanceof VariableTree variable) {
        return ChainUses.of(ASTHelpers.getSymbol(variable), hops, nesting, facts);
      }
      if (parent instanceof AssignmentTree assignment
          && ASTHelpers.getSymbol(assignment.getVariable()) instanceof VarSymbol variable) {
        return ChainUses.of(variable, hops, nesting, facts);
      }
      if (parent instanceof ExpressionStatementTree) {
        return ChainSpot.subscribed(ChainSpot.Subscriber.HERE);
      }
      return ChainSpot.subscribed(
          isReturned(around) ? ChainSpot.Subscriber.CALLER : ChainSpot.Subscriber.UNKNOWN);
    }

    /** Whether the code that the scan is in returns the value of an expression at a depth. */
    private boolean isReturned(int depth) {
      int at = depth;
      while (at > nesting.body() && nesting.at(at) instanceof ConditionalExpressionTree) {
        at = outside(at);
      }
      if (at < nesting.body()) {
        return nesting.callable() instanceof LambdaExpressionTree;
      }
      if (!(nesting.at(at) instanceof ReturnTree)) {
        return false;
      }
      while (at >= nesting.body() && !(nesting.at(at) instanceof LambdaExpressionTree)) {
        at--;
      }
      return at < nesting.body(); // And no function that runs at once.
    }
  }
}
