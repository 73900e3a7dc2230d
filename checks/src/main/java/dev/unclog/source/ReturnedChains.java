package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * What becomes of the chains of operators that methods return: those decide who call them, by what
 * they add to the chain and by where they subscribe. Asked only where something is about to be
 * reported, for it takes another look at each unit that has such a call.
 */
final class ReturnedChains {
  /** Packages that nobody is meant to call into from outside; the usual names for them. */
  private static final Set<String> INTERNAL = Set.of("impl", "implementation", "internal");

  private final Types types;
  private final Supplier<List<Landmarks>> landmarks;
  private final Hops hops;
  private final OperatorChains chains;
  private final Function<CompilationUnitTree, FactsReader> facts;
  private final BiConsumer<CompilationUnitTree, BodyListener> scan;
  private final Predicate<ClassSymbol> hasSource;
  private final Map<MethodSymbol, Optional<End>> known = new HashMap<>();
  private final Map<CompilationUnitTree, Map<MethodSymbol, List<Site>>> sites =
      new IdentityHashMap<>();

  /**
   * Those of one compilation.
   *
   * @param scan walks a unit, all its calls told
   * @param hasSource whether a type is compiled here
   */
  ReturnedChains(
      Types types,
      Supplier<List<Landmarks>> landmarks,
      Hops hops,
      OperatorChains chains,
      Function<CompilationUnitTree, FactsReader> facts,
      BiConsumer<CompilationUnitTree, BodyListener> scan,
      Predicate<ClassSymbol> hasSource) {
    this.types = types;
    this.landmarks = landmarks;
    this.hops = hops;
    this.chains = chains;
    this.facts = facts;
    this.scan = scan;
    this.hasSource = hasSource;
  }

  /** Where chains end, the most harmless first. */
  enum End {
    /** Every caller hands it off. */
    HANDED_OFF,
    /** Every caller does, or subscribes in a function of which nothing is known. */
    OUT_OF_SIGHT,
    /** Anything else. */
    MAY_BE_SHARED
  }

  /**
   * A call, or a method reference.
   *
   * @param spot where the chain goes that it returns
   * @param body the body it stands in, or that a method reference is
   * @param method the method it stands in; empty if that is a function
   */
  private record Site(ChainSpot spot, Body body, Optional<MethodSymbol> method) {}

  /** Where the chain ends that a method returns. */
  End of(MethodSymbol method) {
    return of(method, new HashSet<>()).orElse(End.MAY_BE_SHARED);
  }

  /**
   * The same for one of several.
   *
   * @param asked those that are being looked at
   * @return empty if nobody but these calls it
   */
  private Optional<End> of(MethodSymbol method, Set<MethodSymbol> asked) {
    if (!asked.add(method)) {
      return Optional.empty();
    }
    Optional<End> end = known.get(method);
    if (end == null) {
      end = find(method, asked);
      if (asked.size() == 1) { // Otherwise a caller may be left out that is being looked at.
        known.put(method, end);
      }
    }
    asked.remove(method);
    return end;
  }

  private Optional<End> find(MethodSymbol method, Set<MethodSymbol> asked) {
    List<Site> all = isCalledFromOutside(method) ? List.of() : sitesOf(method);
    if (all.isEmpty()) {
      return Optional.of(End.MAY_BE_SHARED);
    }
    boolean areAllInSight = areCallersInSight(method);
    return all.stream()
        .flatMap(site -> end(site, asked).stream())
        .map(end -> end == End.OUT_OF_SIGHT && !areAllInSight ? End.MAY_BE_SHARED : end)
        .max(Comparator.naturalOrder());
  }

  private Optional<End> end(Site site, Set<MethodSymbol> asked) {
    return switch (site.spot.where()) {
      case WORKERS, SOMEWHERE -> Optional.of(End.HANDED_OFF);
      case LOOP, UPSTREAM -> Optional.of(End.MAY_BE_SHARED);
      case SUBSCRIBER -> subscribed(site, asked);
    };
  }

  private Optional<End> subscribed(Site site, Set<MethodSymbol> asked) {
    if (site.spot.subscriber() == ChainSpot.Subscriber.UNKNOWN) {
      return Optional.of(End.MAY_BE_SHARED);
    }
    if (site.body.isHandedOff()) {
      return Optional.of(End.HANDED_OFF);
    }
    Optional<Reason> context = site.body.cooperative().filter(Reason::isContext);
    boolean isSubscribed = site.spot.subscriber() == ChainSpot.Subscriber.HERE;
    if (context.isEmpty() && isSubscribed) {
      // A method may be called from anywhere; a function has gone where others run it.
      return Optional.of(site.method.isPresent() ? End.MAY_BE_SHARED : End.OUT_OF_SIGHT);
    }
    Optional<MethodSymbol> returner =
        context.isPresent() ? context.get().returnedBy() : site.method;
    return returner.isPresent() ? of(returner.get(), asked) : Optional.of(End.MAY_BE_SHARED);
  }

  /** Whether a method implements what others know by its interface, who may call it then. */
  private boolean isCalledFromOutside(MethodSymbol method) {
    for (Type type : types.closure(method.owner.type)) {
      if (type.tsym != method.owner && !hasSource.test((ClassSymbol) type.tsym)) {
        for (Symbol member : type.tsym.members().getSymbolsByName(method.name)) {
          if (member instanceof MethodSymbol other && overrides(method, other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean overrides(MethodSymbol method, MethodSymbol other) {
    return method.overrides(other, (TypeSymbol) method.owner, types, /* checkResult= */ false);
  }

  /** Whether whoever calls a method is likely to be compiled with it. */
  private static boolean areCallersInSight(MethodSymbol method) {
    for (Symbol around = method; around != null; around = around.owner) {
      if (around instanceof ClassSymbol || around instanceof MethodSymbol) {
        Set<Modifier> modifiers = around.getModifiers();
        if (!modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.PROTECTED)) {
          return true;
        }
      }
    }
    for (String part : method.packge().fullname.toString().split("\\.")) {
      if (INTERNAL.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private List<Site> sitesOf(MethodSymbol method) {
    List<Site> found = new ArrayList<>();
    for (Landmarks unit : landmarks.get()) {
      if (mayCall(unit, method)) {
        sites
            .computeIfAbsent(unit.unit(), this::read)
            .forEach(
                (called, all) -> {
                  if (isCallOf(called, method)) {
                    found.addAll(all);
                  }
                });
      }
    }
    return found;
  }

  private boolean mayCall(Landmarks unit, MethodSymbol method) {
    for (MethodInvocationTree call : unit.calls()) {
      if (isCallOf(ASTHelpers.getSymbol(call), method)) {
        return true;
      }
    }
    for (ExpressionTree function : unit.functions()) {
      if (function instanceof MemberReferenceTree reference
          && isCallOf(ASTHelpers.getSymbol(reference), method)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCallOf(MethodSymbol called, MethodSymbol method) {
    return called == method || (called.name == method.name && overrides(method, called));
  }

  private Map<MethodSymbol, List<Site>> read(CompilationUnitTree unit) {
    Map<MethodSymbol, List<Site>> found = new HashMap<>();
    scan.accept(unit, new Sites(facts.apply(unit), found));
    return found;
  }

  /** Takes down the calls that return chains. */
  private final class Sites implements BodyListener {
    private final FactsReader facts;
    private final Map<MethodSymbol, List<Site>> found;

    Sites(FactsReader facts, Map<MethodSymbol, List<Site>> found) {
      this.facts = facts;
      this.found = found;
    }

    @Override
    public void call(TreeCall call, Body body) {
      MethodSymbol called = call.method();
      if (hasSource.test(called.enclClass()) && hops.isChain(called.getReturnType())) {
        found.computeIfAbsent(called, none -> new ArrayList<>()).add(site(call, body));
      }
    }

    private Site site(TreeCall call, Body body) {
      if (!(call.tree() instanceof MethodInvocationTree invocation)) {
        return new Site(ChainSpot.subscribed(ChainSpot.Subscriber.CALLER), body, Optional.empty());
      }
      Optional<MethodSymbol> around =
          call.nesting().callable() instanceof MethodTree method
              ? Optional.of(ASTHelpers.getSymbol(method))
              : Optional.empty();
      return new Site(chains.subscribed(invocation, call.nesting(), facts), body, around);
    }

    @Override
    public boolean wants(Body body) {
      return true;
    }

    @Override
    public void enter(Symbol declaration, Tree tree) {}

    @Override
    public void leave(Symbol declaration) {}
  }
}
