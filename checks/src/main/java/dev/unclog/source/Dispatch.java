package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** The bodies that a call may run, as far as they are in sight. */
final class Dispatch {
  /**
   * With more implementations than this, some block for reasons of their own, and who calls them by
   * the interface is rarely meant: measured on libraries, where ways through few were right far
   * more often.
   */
  private static final int MOST_TARGETS = 3;

  private static final int MOST_TARGETS_OF_SEALED = 16;

  private final Types types;
  private final Callees callees;
  private final SourceBodies sources;
  private final Supplier<Hierarchy> hierarchy;
  private final Optional<JarHierarchy> jars;
  private final Predicate<MethodSymbol> hasCode;
  private final Overrides overrides;
  private final Map<Asked, Reached> reached = new HashMap<>();

  Dispatch(
      Types types,
      Callees callees,
      SourceBodies sources,
      Supplier<Hierarchy> hierarchy,
      Optional<JarHierarchy> jars,
      Predicate<MethodSymbol> hasCode,
      Function<MethodKey, Optional<BodyFacts>> bodies) {
    this.types = types;
    this.callees = callees;
    this.sources = sources;
    this.hierarchy = hierarchy;
    this.jars = jars;
    this.hasCode = hasCode;
    this.overrides = new Overrides(types, callees, bodies);
  }

  /** What decides which bodies a call may run. */
  private record Asked(
      MethodSymbol method, ClassSymbol receiver, boolean isVirtual, List<String> refuted) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked
          && asked.method == method
          && asked.receiver == receiver
          && asked.isVirtual == isVirtual
          && asked.refuted.equals(refuted);
    }

    @Override
    public int hashCode() {
      return method.hashCode() * 31 + receiver.hashCode();
    }
  }

  /**
   * What a call may run.
   *
   * @param bodies all in sight
   * @param functions the units in which those of them are written that have no name
   * @param areTooMany whether there are more than are followed
   */
  private record Reached(
      List<MethodKey> bodies, Set<CompilationUnitTree> functions, boolean areTooMany) {}

  /** In the order of the sources; none if there are too many to mean anything. */
  List<MethodKey> targets(Call call) {
    Optional<JavacCallee> callee = callees.of(call);
    if (callee.isEmpty()) {
      return List.of(call.callee());
    }
    if (areFunctionsOfOthers(call, callee.get())) {
      return List.of();
    }
    Reached reached = reached(call, callee.get());
    if (reached.areTooMany()) {
      return List.of();
    }
    reached.functions().forEach(sources::read);
    return reached.bodies();
  }

  /** Of what a call on the object itself may run, what it does where a method makes it. */
  List<MethodKey> whereRun(MethodKey method, List<MethodKey> targets) {
    return overrides.whereRun(method, targets);
  }

  /** Whether more implementations are in sight than are followed, or functions of others. */
  boolean hasTooMany(Call call, JavacCallee callee) {
    return areFunctionsOfOthers(call, callee) || reached(call, callee).areTooMany();
  }

  /**
   * Whether a call is of a method that another's type leaves to be implemented, as is done here.
   */
  boolean isImplementedHere(Call call, JavacCallee callee) {
    return isVirtual(call, callee.method())
        && Signatures.hasNoBody(callee.method())
        && reached(call, callee).bodies().stream()
            .flatMap(body -> callees.type(body.type()).stream())
            .anyMatch(sources::hasSource);
  }

  /** All bodies in sight that a call may run. */
  List<MethodKey> implementations(Call call, JavacCallee callee) {
    return look(asked(call, callee), Integer.MAX_VALUE).bodies();
  }

  private Reached reached(Call call, JavacCallee callee) {
    Asked asked = asked(call, callee);
    Reached known = reached.get(asked);
    if (known == null) {
      known = look(asked, most(asked.receiver));
      reached.put(asked, known);
    }
    return known;
  }

  private static Asked asked(Call call, JavacCallee callee) {
    MethodSymbol method = callee.method();
    return new Asked(method, callee.receiver(), isVirtual(call, method), call.refutedTypes());
  }

  /** All that a sealed type permits are known, and meant. */
  private static int most(ClassSymbol receiver) {
    return receiver.getModifiers().contains(Modifier.SEALED)
        ? MOST_TARGETS_OF_SEALED
        : MOST_TARGETS;
  }

  private Reached look(Asked asked, int most) {
    MethodSymbol method = asked.method;
    ClassSymbol receiver = asked.receiver;
    Set<MethodKey> targets = new LinkedHashSet<>();
    Set<CompilationUnitTree> functions = new LinkedHashSet<>();
    add(asked.isVirtual ? inherited(method, receiver) : method, targets);
    if (asked.isVirtual) {
      addOverriding(asked, hierarchy.get().below(receiver), targets, most);
      if (Signatures.hasNoBody(method) && targets.size() <= most) {
        for (Hierarchy.Function function : hierarchy.get().functions(receiver)) {
          functions.add(function.unit());
          targets.add(function.body());
        }
        jars.map(jar -> jar.below(receiver))
            .ifPresent(below -> addOverriding(asked, below, targets, most));
      }
    }
    return new Reached(List.copyOf(targets), functions, targets.size() > most);
  }

  /**
   * Whether lambdas implement an interface that is not of this compilation's own, or the call is
   * made on a parameter: these are many, and which one is meant is known where it is given.
   */
  private boolean areFunctionsOfOthers(Call call, JavacCallee callee) {
    return isVirtual(call, callee.method())
        && Signatures.hasNoBody(callee.method())
        && !hierarchy.get().functions(callee.receiver()).isEmpty()
        && (call.receiver() instanceof Value.Parameter || !sources.hasSource(callee.receiver()));
  }

  private static boolean isVirtual(Call call, MethodSymbol method) {
    return !call.isExact() && !isClosed(method);
  }

  /** What objects of a type itself run. */
  private MethodSymbol inherited(MethodSymbol method, ClassSymbol receiver) {
    MethodSymbol implementation = method.implementation(receiver, types, /* checkResult= */ true);
    return implementation == null ? method : implementation;
  }

  private void addOverriding(
      Asked asked, Iterable<ClassSymbol> below, Set<MethodKey> targets, int most) {
    List<ClassSymbol> refuted =
        asked.refuted.stream().flatMap(name -> callees.type(name).stream()).toList();
    for (ClassSymbol type : below) {
      if (targets.size() > most) {
        return; // One too many is all that matters about more.
      }
      MethodSymbol overriding =
          refuted.stream().anyMatch(no -> type.isSubClass(no, types))
              ? null // The receiver was found not to be of it.
              : asked.method.implementation(type, types, /* checkResult= */ true);
      if (overriding != null) {
        add(overriding, targets);
      }
    }
  }

  private void add(MethodSymbol method, Set<MethodKey> targets) {
    if (hasCode.test(method)) {
      targets.add(callees.key(method));
    }
  }

  private static boolean isClosed(MethodSymbol method) {
    return method.isStatic()
        || method.isConstructor()
        || (method.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        || (method.enclClass().flags() & Flags.FINAL) != 0;
  }
}
