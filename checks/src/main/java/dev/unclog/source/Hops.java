package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Governs;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Which calls belong to chains of operators, and which of them hop to other threads. */
final class Hops {
  private static final String FUTURE = CompletionStage.class.getName();

  private final Types types;
  private final Catalogue catalogue;
  private final ExecutorNatures natures;
  private final Set<String> hops = new HashSet<>();
  private final Map<MethodSymbol, Boolean> operators = new HashMap<>();

  Hops(Types types, Catalogue catalogue, ExecutorNatures natures) {
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

  /** A hop that stands in a chain, and where it leads; empty for the thread it is called on. */
  record Hopped(Governs governs, Optional<ChainSpot> to) {}

  /** Whether an operator's function hops in a chain of its own. */
  boolean hopsInside(MethodInvocationTree call) {
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

  /**
   * The hop that a call is; empty if it is none.
   *
   * @param nesting where it stands
   */
  Optional<Hopped> hop(MethodInvocationTree call, Nesting nesting, FactsReader facts) {
    return hop(call, executor -> facts.value(executor, nesting));
  }

  /** The hop that a call is, wherever it stands. */
  Optional<Hopped> hop(MethodInvocationTree call, FactsReader facts) {
    return hop(call, facts::value);
  }

  private Optional<Hopped> hop(MethodInvocationTree call, Function<ExpressionTree, Value> values) {
    return entry(call)
        .map(
            entry -> {
              int executor = entry.hop().get().executor();
              Optional<ExecutorNature> nature =
                  executor < 0 || executor >= call.getArguments().size()
                      ? entry.makes()
                      : natures.of(
                          call.getArguments().get(executor),
                          values.apply(call.getArguments().get(executor)));
              return new Hopped(
                  entry.hop().get().governs(), to(nature, ASTHelpers.getSymbol(call)));
            });
  }

  private static Optional<ChainSpot> to(Optional<ExecutorNature> nature, MethodSymbol by) {
    ChainSpot.Where where =
        nature
            .map(
                known ->
                    switch (known) {
                      case ALLOWS_BLOCKING -> ChainSpot.Where.WORKERS;
                      case COOPERATIVE -> ChainSpot.Where.LOOP;
                      case CALLER -> ChainSpot.Where.SUBSCRIBER;
                    })
            .orElse(ChainSpot.Where.SOMEWHERE);
    return where == ChainSpot.Where.SUBSCRIBER
        ? Optional.empty()
        : Optional.of(ChainSpot.moved(where, NameTexts.of(by.name)));
  }

  /** Whether a call belongs to a chain: its type's functions run when the chain does. */
  boolean isOperator(MethodInvocationTree call) {
    return operators.computeIfAbsent(
        ASTHelpers.getSymbol(call),
        method -> catalogue.nearest(callee(call), Hops::isOfChains).isPresent());
  }

  private static boolean isOfChains(Entry entry) {
    return entry.hop().isPresent()
        || entry.everyFunction().equals(Optional.of(FunctionFate.COOPERATIVE));
  }

  /** Whether a chain goes on after a call: what it returns has operators too. */
  boolean isChain(MethodInvocationTree call) {
    Type type = ASTHelpers.getType(call);
    return type != null && isChain(type);
  }

  /**
   * Whether a call subscribes to the chain that it is called on: it does not go on with it, or does
   * as a future, which is there only once somebody has subscribed.
   */
  boolean isSubscription(MethodInvocationTree call) {
    return !isOperator(call)
        || !isChain(call)
        || (isFuture(ASTHelpers.getType(call)) && !isFuture(ASTHelpers.getReceiverType(call)));
  }

  private boolean isFuture(Type type) {
    return types.closure(types.erasure(type)).stream()
        .anyMatch(each -> each.tsym.flatName().contentEquals(FUTURE));
  }

  /** Whether a type is that of a chain. */
  boolean isChain(Type type) {
    return type.hasTag(TypeTag.CLASS)
        && types.closure(types.erasure(type)).stream()
            .flatMap(each -> catalogue.of(NameTexts.of(each.tsym.flatName())).stream())
            .anyMatch(Hops::isOfChains);
  }

  private JavacCallee callee(MethodInvocationTree call) {
    return new JavacCallee(ASTHelpers.getSymbol(call), ASTHelpers.getReceiverType(call), types);
  }
}
