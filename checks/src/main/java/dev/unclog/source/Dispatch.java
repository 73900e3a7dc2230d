package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  Dispatch(
      Types types,
      Callees callees,
      SourceBodies sources,
      Supplier<Hierarchy> hierarchy,
      Optional<JarHierarchy> jars,
      Predicate<MethodSymbol> hasCode) {
    this.types = types;
    this.callees = callees;
    this.sources = sources;
    this.hierarchy = hierarchy;
    this.jars = jars;
    this.hasCode = hasCode;
  }

  /** In the order of the sources; none if there are too many to mean anything. */
  List<MethodKey> targets(Call call) {
    Optional<JavacCallee> callee = callees.of(call);
    if (callee.isEmpty()) {
      return List.of(call.callee());
    }
    return hasTooMany(call, callee.get())
        ? List.of()
        : List.copyOf(implementations(call, callee.get()));
  }

  /** Whether more implementations are in sight than are followed, or functions of others. */
  boolean hasTooMany(Call call, JavacCallee callee) {
    // All that a sealed type permits are known, and meant.
    boolean isWhole = callee.receiver().getModifiers().contains(Modifier.SEALED);
    int most = isWhole ? MOST_TARGETS_OF_SEALED : MOST_TARGETS;
    return areFunctionsOfOthers(call, callee) || implementations(call, callee).size() > most;
  }

  /** All bodies in sight that a call may run. */
  Set<MethodKey> implementations(Call call, JavacCallee callee) {
    MethodSymbol method = callee.method();
    ClassSymbol receiver = callee.receiver();
    Set<MethodKey> targets = new LinkedHashSet<>();
    boolean isVirtual = isVirtual(call, method);
    add(isVirtual ? inherited(method, receiver) : method, targets);
    if (isVirtual) {
      addOverriding(method, possible(call, hierarchy.get().below(receiver)), targets);
      if (Signatures.hasNoBody(method)) {
        for (Hierarchy.Function function : hierarchy.get().functions(receiver)) {
          sources.read(function.unit());
          targets.add(function.body());
        }
        jars.map(jar -> jar.below(receiver))
            .ifPresent(below -> addOverriding(method, possible(call, below), targets));
      }
    }
    return targets;
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

  /** Those that the receiver was not found not to be of. */
  private List<ClassSymbol> possible(Call call, List<ClassSymbol> below) {
    List<String> refuted = call.refutedTypes();
    if (refuted.isEmpty()) {
      return below;
    }
    List<ClassSymbol> types =
        refuted.stream().flatMap(name -> callees.type(name).stream()).toList();
    return below.stream()
        .filter(type -> types.stream().noneMatch(no -> type.isSubClass(no, this.types)))
        .toList();
  }

  private void addOverriding(MethodSymbol method, List<ClassSymbol> below, Set<MethodKey> targets) {
    for (ClassSymbol type : below) {
      MethodSymbol overriding = method.implementation(type, types, /* checkResult= */ true);
      if (overriding != null) {
        add(overriding, targets);
      }
    }
  }

  private void add(MethodSymbol method, Set<MethodKey> targets) {
    if (hasCode.test(method)) {
      targets.add(Signatures.key(method, types));
    }
  }

  private static boolean isClosed(MethodSymbol method) {
    return method.isStatic()
        || method.isConstructor()
        || (method.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        || (method.enclClass().flags() & Flags.FINAL) != 0;
  }
}
