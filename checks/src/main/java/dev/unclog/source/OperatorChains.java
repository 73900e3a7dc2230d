package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Governs;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chains of operators, as they are written: {@code publishOn} governs what stands below it, {@code
 * subscribeOn} the source above.
 */
final class OperatorChains {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  private final Types types;
  private final Catalogue catalogue;
  private final ExecutorNatures natures;
  private final Set<String> hops = new HashSet<>();
  private final Map<MethodSymbol, Boolean> operators = new HashMap<>();

  OperatorChains(Types types, Catalogue catalogue, ExecutorNatures natures) {
    this.types = types;
    this.catalogue = catalogue;
    this.natures = natures;
    for (Entry entry : catalogue.entries()) {
      if (entry.hop().isPresent()) {
        if (entry.members() instanceof Members.Exactly one) {
          hops.add(one.name());
        } else if (entry.members() instanceof Members.EveryOverload every) {
          hops.add(every.name());
        }
      }
    }
  }

  /** Where a place of a chain runs. */
  enum Where {
    /** Where blocking is allowed. */
    WORKERS,
    /** On threads that must not block. */
    LOOP,
    /** Handed off, nobody knows where to. */
    SOMEWHERE,
    /** Wherever what comes from above comes from. */
    UPSTREAM,
    /** On the thread that subscribes. */
    SUBSCRIBER
  }

  /**
   * A place in a chain.
   *
   * @param by the operator that moved it; empty if none did
   * @param isSubscribedHere whether the same statement subscribes
   */
  record Spot(Where where, String by, boolean isSubscribedHere) {
    static Spot unmoved(Where where) {
      return new Spot(where, "", false);
    }
  }

  /** A hop that stands in a chain, and where it leads; empty for the thread it is called on. */
  private record Hopped(Governs governs, Optional<Spot> to) {}

  /** What stands above a place. */
  private record Above(Optional<Spot> moved, Optional<Spot> source, boolean hasOwnSource) {}

  /** Where the functions run that an operator is given. */
  Spot spot(MethodInvocationTree operator, Nesting nesting, FactsReader facts) {
    return spot(operator, nesting.size() - 1, nesting, facts);
  }

  private Spot spot(MethodInvocationTree operator, int depth, Nesting nesting, FactsReader facts) {
    Optional<Hopped> own = hop(operator, nesting, facts);
    Above above = above(ASTHelpers.getReceiver(operator), nesting, facts);
    if (above.moved.isPresent()) {
      return above.moved.get();
    }
    if (above.source.isPresent()) {
      return above.source.get();
    }
    if (!isChain(operator)) {
      return above.hasOwnSource
          ? new Spot(Where.SUBSCRIBER, "", /* isSubscribedHere= */ true)
          : Spot.unmoved(Where.UPSTREAM);
    }
    Below below = new Below(nesting, facts);
    Spot found = below.from(operator, depth);
    if (found.where != Where.SUBSCRIBER || above.hasOwnSource || own.isPresent()) {
      return found;
    }
    return Spot.unmoved(Where.UPSTREAM);
  }

  private Above above(ExpressionTree receiver, Nesting nesting, FactsReader facts) {
    Optional<Spot> source = Optional.empty();
    ExpressionTree next = receiver;
    for (int behind = 0; next != null; ) {
      ExpressionTree bare = Nesting.bare(next);
      if (bare instanceof IdentifierTree name && behind++ < DEEPEST) {
        List<ExpressionTree> held = facts.held(name);
        if (ASTHelpers.getSymbol(name) instanceof Symbol.TypeSymbol) {
          return new Above(Optional.empty(), source, /* hasOwnSource= */ true);
        }
        if (held.size() != 1) {
          break;
        }
        next = held.get(0);
      } else if (bare instanceof MethodInvocationTree call && isOperator(call)) {
        Optional<Hopped> hopped = hop(call, nesting, facts);
        if (hopped.isPresent() && hopped.get().to.isPresent()) {
          if (hopped.get().governs == Governs.BELOW) {
            return new Above(hopped.get().to, source, /* hasOwnSource= */ false);
          }
          source = hopped.get().to;
        } else if (hopped.isEmpty() && hopsInside(call)) {
          // What comes out of it comes from a chain of its own, which moved.
          return new Above(
              Optional.of(Spot.unmoved(Where.SOMEWHERE)), source, /* hasOwnSource= */ false);
        }
        if (ASTHelpers.getSymbol(call).isStatic()) {
          return new Above(Optional.empty(), source, /* hasOwnSource= */ true);
        }
        next = ASTHelpers.getReceiver(call);
      } else if (ASTHelpers.getSymbol(bare) instanceof Symbol.TypeSymbol) {
        return new Above(Optional.empty(), source, /* hasOwnSource= */ true);
      } else {
        break;
      }
    }
    return new Above(Optional.empty(), source, /* hasOwnSource= */ false);
  }

  /** Looks down a chain for what governs its source, as far as the unit shows it. */
  private final class Below {
    private final Nesting nesting;
    private final FactsReader facts;

    Below(Nesting nesting, FactsReader facts) {
      this.nesting = nesting;
      this.facts = facts;
    }

    Spot from(ExpressionTree operator, int depth) {
      int at = depth;
      while (true) {
        int around = outside(at);
        if (around > 0
            && nesting.at(around) instanceof MemberSelectTree
            && nesting.at(around - 1) instanceof MethodInvocationTree next
            && next.getMethodSelect() == nesting.at(around)) {
          Optional<Spot> moved =
              hop(next, nesting, facts)
                  .filter(hopped -> hopped.governs == Governs.SOURCE)
                  .flatMap(Hopped::to);
          if (moved.isPresent()) {
            return moved.get();
          }
          if (!isOperator(next) || !isChain(next)) {
            return new Spot(Where.SUBSCRIBER, "", /* isSubscribedHere= */ true);
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

    private Spot end(int at, int around) {
      Tree parent = around < 0 ? null : nesting.at(around);
      if (parent instanceof MethodInvocationTree taker
          && taker.getArguments().contains(nesting.at(around + 1))
          && isOperator(taker)) {
        return spot(taker, around, nesting, facts);
      }
      if (parent instanceof VariableTree variable) {
        return ofVariable(ASTHelpers.getSymbol(variable));
      }
      if (parent instanceof AssignmentTree assignment
          && ASTHelpers.getSymbol(assignment.getVariable()) instanceof VarSymbol variable) {
        return ofVariable(variable);
      }
      boolean isDropped = parent instanceof ExpressionStatementTree;
      return new Spot(Where.SUBSCRIBER, "", isDropped);
    }

    /** A chain that goes on from a variable. */
    private Spot ofVariable(Symbol variable) {
      Tree scope = nesting.callable();
      if (scope == null) {
        scope = nesting.type();
      }
      Spot[] found = {Spot.unmoved(Where.SUBSCRIBER)};
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
          boolean isLost =
              tree.getExpression() instanceof MethodInvocationTree call && lost(call).isPresent();
          return isLost ? null : super.visitExpressionStatement(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
          hop(tree, nesting, facts)
              .filter(hopped -> hopped.governs == Governs.SOURCE)
              .flatMap(Hopped::to)
              .filter(to -> root(tree) == variable)
              .ifPresent(to -> found[0] = to);
          return super.visitMethodInvocation(tree, null);
        }
      }.scan(scope, null);
      return found[0];
    }
  }

  /** The variable that a chain begins at. */
  private static Symbol root(MethodInvocationTree call) {
    ExpressionTree next = call;
    while (next instanceof MethodInvocationTree invocation) {
      ExpressionTree receiver = ASTHelpers.getReceiver(invocation);
      next = receiver == null ? null : Nesting.bare(receiver);
    }
    return next instanceof IdentifierTree ? ASTHelpers.getSymbol(next) : null;
  }

  /** Whether an operator's function hops in a chain of its own. */
  private boolean hopsInside(MethodInvocationTree call) {
    boolean[] found = {false};
    TreeScanner<Void, Void> search =
        new TreeScanner<>() {
          @Override
          public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            found[0] |= isHop(tree);
            return found[0] ? null : super.visitMethodInvocation(tree, null);
          }
        };
    for (ExpressionTree argument : call.getArguments()) {
      search.scan(argument, null);
    }
    return found[0];
  }

  /** Whether a call is a hop, as {@code subscribeOn}. */
  boolean isHop(MethodInvocationTree call) {
    return entry(call).isPresent();
  }

  /** The hop that a call is, if it does nothing but return the chain that hops. */
  Optional<MethodSymbol> lost(MethodInvocationTree call) {
    return entry(call)
        .filter(entry -> entry.hop().get().executor() >= 0 && entry.parameters().isEmpty())
        .map(entry -> ASTHelpers.getSymbol(call));
  }

  private Optional<Entry> entry(MethodInvocationTree call) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    return hops.contains(NameTexts.of(method.name))
        ? catalogue.nearest(callee(call), entry -> entry.hop().isPresent())
        : Optional.empty();
  }

  private Optional<Hopped> hop(MethodInvocationTree call, Nesting nesting, FactsReader facts) {
    return entry(call)
        .map(
            entry -> {
              int executor = entry.hop().get().executor();
              Optional<ExecutorNature> nature =
                  executor < 0 || executor >= call.getArguments().size()
                      ? entry.makes()
                      : natures.of(
                          call.getArguments().get(executor),
                          facts.value(call.getArguments().get(executor), nesting));
              return new Hopped(
                  entry.hop().get().governs(), to(nature, ASTHelpers.getSymbol(call)));
            });
  }

  private static Optional<Spot> to(Optional<ExecutorNature> nature, MethodSymbol by) {
    Where where =
        nature
            .map(
                known ->
                    switch (known) {
                      case ALLOWS_BLOCKING -> Where.WORKERS;
                      case COOPERATIVE -> Where.LOOP;
                      case CALLER -> Where.SUBSCRIBER;
                    })
            .orElse(Where.SOMEWHERE);
    return where == Where.SUBSCRIBER
        ? Optional.empty()
        : Optional.of(new Spot(where, NameTexts.of(by.name), false));
  }

  /** Whether a call belongs to a chain: its type's functions run when the chain does. */
  private boolean isOperator(MethodInvocationTree call) {
    return operators.computeIfAbsent(
        ASTHelpers.getSymbol(call),
        method -> catalogue.nearest(callee(call), OperatorChains::isOfChains).isPresent());
  }

  private static boolean isOfChains(Entry entry) {
    return entry.hop().isPresent()
        || entry.everyFunction().equals(Optional.of(FunctionFate.COOPERATIVE));
  }

  /** Whether a chain goes on after a call: what it returns has operators too. */
  private boolean isChain(MethodInvocationTree call) {
    var type = ASTHelpers.getType(call);
    return type != null
        && types.closure(types.erasure(type)).stream()
            .flatMap(each -> catalogue.of(NameTexts.of(each.tsym.flatName())).stream())
            .anyMatch(OperatorChains::isOfChains);
  }

  private JavacCallee callee(MethodInvocationTree call) {
    return new JavacCallee(ASTHelpers.getSymbol(call), ASTHelpers.getReceiverType(call), types);
  }
}
