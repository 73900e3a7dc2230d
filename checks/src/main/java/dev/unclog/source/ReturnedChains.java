package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final Hops hops;
  private final OperatorChains chains;
  private final Function<CompilationUnitTree, FactsReader> facts;
  private final BiConsumer<CompilationUnitTree, BodyListener> scan;
  private final Predicate<ClassSymbol> hasSource;
  private final Supplier<Map<Name, Set<CompilationUnitTree>>> unitsByCall;
  private final Map<CompilationUnitTree, Map<Name, List<Site>>> sites = new IdentityHashMap<>();
  private final Map<MethodSymbol, End> known = new HashMap<>();

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
    this.unitsByCall = Suppliers.memoize(() -> unitsByCall(landmarks.get()));
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
   * @param called what is called
   * @param spot where the chain goes that it returns
   * @param body the body it stands in, or that a method reference is
   * @param method the method it stands in; empty if that is a function
   */
  private record Site(
      MethodSymbol called, ChainSpot spot, Body body, Optional<MethodSymbol> method) {
    /** The method whose callers decide in their turn; empty if the end is to be seen here. */
    Optional<MethodSymbol> returner() {
      if (spot.where() != ChainSpot.Where.SUBSCRIBER
          || spot.subscriber() == ChainSpot.Subscriber.UNKNOWN
          || body.isHandedOff()) {
        return Optional.empty();
      }
      Optional<Reason> context = context();
      if (context.isPresent()) {
        return context.get().returnedBy();
      }
      return spot.subscriber() == ChainSpot.Subscriber.CALLER ? method : Optional.empty();
    }

    /** Where the chain ends, if that does not depend on further callers. */
    End end() {
      return switch (spot.where()) {
        case WORKERS, SOMEWHERE -> End.HANDED_OFF;
        case LOOP, UPSTREAM -> End.MAY_BE_SHARED;
        case SUBSCRIBER -> subscribed();
      };
    }

    private End subscribed() {
      if (spot.subscriber() == ChainSpot.Subscriber.UNKNOWN) {
        return End.MAY_BE_SHARED;
      }
      if (body.isHandedOff()) {
        return End.HANDED_OFF;
      }
      // A method may be called from anywhere; a function has gone where others run it.
      boolean isInFunction = method.isEmpty() && context().isEmpty();
      return isInFunction && spot.subscriber() == ChainSpot.Subscriber.HERE
          ? End.OUT_OF_SIGHT
          : End.MAY_BE_SHARED;
    }

    private Optional<Reason> context() {
      return body.cooperative().filter(Reason::isContext);
    }
  }

  /** Where the chain ends that a method returns, whichever of its callers it goes to. */
  End of(MethodSymbol method) {
    return known.computeIfAbsent(method, this::find);
  }

  private End find(MethodSymbol asked) {
    Set<MethodSymbol> returners = new HashSet<>();
    Deque<MethodSymbol> next = new ArrayDeque<>(List.of(asked));
    boolean areAllInSight = true;
    Optional<End> worst = Optional.empty();
    while (!next.isEmpty()) {
      MethodSymbol method = next.pop();
      if (returners.add(method)) {
        List<Site> all = isCalledFromOutside(method) ? List.of() : sitesOf(method);
        if (all.isEmpty()) {
          return End.MAY_BE_SHARED;
        }
        areAllInSight &= areCallersInSight(method);
        for (Site site : all) {
          Optional<MethodSymbol> returner = site.returner();
          returner.ifPresent(next::push);
          if (returner.isEmpty() && worst.filter(end -> end.compareTo(site.end()) >= 0).isEmpty()) {
            worst = Optional.of(site.end());
          }
        }
      }
    }
    boolean isWhole = areAllInSight;
    return worst
        .filter(end -> end != End.OUT_OF_SIGHT || isWhole)
        .orElse(End.MAY_BE_SHARED); // Nobody but these calls them, or others may.
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
    for (CompilationUnitTree unit : unitsByCall.get().getOrDefault(method.name, Set.of())) {
      for (Site site :
          sites.computeIfAbsent(unit, this::read).getOrDefault(method.name, List.of())) {
        if (site.called == method || overrides(method, site.called)) {
          found.add(site);
        }
      }
    }
    return found;
  }

  private static Map<Name, Set<CompilationUnitTree>> unitsByCall(List<Landmarks> units) {
    Map<Name, Set<CompilationUnitTree>> found = new HashMap<>();
    for (Landmarks unit : units) {
      for (MethodInvocationTree call : unit.calls()) {
        add(ASTHelpers.getSymbol(call), unit, found);
      }
      for (ExpressionTree function : unit.functions()) {
        if (function instanceof MemberReferenceTree reference) {
          add(ASTHelpers.getSymbol(reference), unit, found);
        }
      }
    }
    return found;
  }

  private static void add(
      MethodSymbol called, Landmarks unit, Map<Name, Set<CompilationUnitTree>> found) {
    found.computeIfAbsent(called.name, none -> new LinkedHashSet<>()).add(unit.unit());
  }

  private Map<Name, List<Site>> read(CompilationUnitTree unit) {
    Map<Name, List<Site>> found = new HashMap<>();
    scan.accept(unit, new Sites(facts.apply(unit), found));
    return found;
  }

  /** Takes down the calls that return chains. */
  private final class Sites implements BodyListener {
    private final FactsReader facts;
    private final Map<Name, List<Site>> found;

    Sites(FactsReader facts, Map<Name, List<Site>> found) {
      this.facts = facts;
      this.found = found;
    }

    @Override
    public void call(TreeCall call, Body body) {
      MethodSymbol called = call.method();
      // In this order, for the class that an array's methods are of is none in a file.
      if (hops.isChain(called.getReturnType()) && hasSource.test(called.enclClass())) {
        found.computeIfAbsent(called.name, none -> new ArrayList<>()).add(site(call, body));
      }
    }

    private Site site(TreeCall call, Body body) {
      if (!(call.tree() instanceof MethodInvocationTree invocation)) {
        return new Site(
            call.method(),
            ChainSpot.subscribed(ChainSpot.Subscriber.CALLER),
            body,
            Optional.empty());
      }
      Optional<MethodSymbol> around =
          call.nesting().callable() instanceof MethodTree method
              ? Optional.of(ASTHelpers.getSymbol(method))
              : Optional.empty();
      return new Site(
          call.method(), chains.subscribed(invocation, call.nesting(), facts), body, around);
    }

    @Override
    public boolean wants(Body body) {
      return true;
    }
  }
}
