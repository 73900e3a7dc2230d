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
    MethodSymbol method = callee.get().method();
    ClassSymbol receiver = callee.get().receiver();
    Set<MethodKey> targets = new LinkedHashSet<>();
    boolean isVirtual = !call.isExact() && !isClosed(method);
    add(isVirtual ? inherited(method, receiver) : method, targets);
    if (isVirtual) {
      addOverriding(method, hierarchy.get().below(receiver), targets);
      if (Signatures.hasNoBody(method)) {
        if (!addFunctions(call, receiver, targets)) {
          return List.of();
        }
        jars.map(jar -> jar.below(receiver))
            .ifPresent(below -> addOverriding(method, below, targets));
      }
    }
    // All that a sealed type permits are known, and meant.
    boolean isWhole = receiver.getModifiers().contains(Modifier.SEALED);
    int most = isWhole ? MOST_TARGETS_OF_SEALED : MOST_TARGETS;
    return targets.size() > most ? List.of() : List.copyOf(targets);
  }

  /**
   * Adds the lambdas that implement an interface of this compilation's own.
   *
   * @return false if lambdas implement another's interface, or if the call is made on a parameter:
   *     these are many, and which one is meant is known where it is given
   */
  private boolean addFunctions(Call call, ClassSymbol receiver, Set<MethodKey> targets) {
    List<Hierarchy.Function> functions = hierarchy.get().functions(receiver);
    if (functions.isEmpty()) {
      return true;
    }
    if (call.receiver() instanceof Value.Parameter || !sources.hasSource(receiver)) {
      return false;
    }
    for (Hierarchy.Function function : functions) {
      sources.read(function.unit());
      targets.add(function.body());
    }
    return true;
  }

  /** What objects of a type itself run. */
  private MethodSymbol inherited(MethodSymbol method, ClassSymbol receiver) {
    MethodSymbol implementation = method.implementation(receiver, types, /* checkResult= */ true);
    return implementation == null ? method : implementation;
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
