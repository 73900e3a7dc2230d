package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Enter;
import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.store.StoredUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of bodies whose syntax trees the compiler holds: a unit is read when first asked about.
 */
final class SourceBodies {
  private final Enter enter;
  private final Types types;
  private final Callees callees;
  private final FactsReaders readers;
  private final OperatorCalls operators;
  private final Map<MethodKey, BodyFacts> bodies = new HashMap<>();
  private final Map<MethodKey, String> functionNames = new HashMap<>();
  private final Map<CompilationUnitTree, DeclaredClasses> read = new HashMap<>();
  private final Map<CompilationUnitTree, List<BodyFacts>> byUnit = new HashMap<>();
  private final Map<Lock, List<BodyFacts>> holders = new HashMap<>();

  SourceBodies(
      Enter enter, Types types, Callees callees, FactsReaders readers, OperatorCalls operators) {
    this.enter = enter;
    this.types = types;
    this.callees = callees;
    this.readers = readers;
    this.operators = operators;
  }

  /** Facts of a function, whose unit has been read since it was met there. */
  Optional<BodyFacts> known(MethodKey key) {
    return Optional.ofNullable(bodies.get(key));
  }

  /** Facts of a method; empty if the compiler has no source of it. */
  Optional<BodyFacts> of(MethodSymbol method) {
    return unitOf(method.outermostClass())
        .flatMap(
            unit -> {
              read(unit);
              return known(callees.key(method));
            });
  }

  /** The bodies that take a lock of a class whose source the compiler has. */
  List<BodyFacts> holders(ClassSymbol type, Lock lock) {
    unitOf(type.outermostClass()).ifPresent(this::read);
    return holders.getOrDefault(lock, List.of());
  }

  /** A function by the body that it is written in. */
  Optional<String> nameOfFunction(MethodKey key) {
    return Optional.ofNullable(functionNames.get(key));
  }

  /** Reads a unit, so that the functions in it are known. */
  void read(CompilationUnitTree unit) {
    if (!read.containsKey(unit)) {
      UnitBodies bodies = UnitBodies.in(unit, types, readers.of(unit), operators);
      read.put(unit, bodies.declared());
      List<BodyFacts> all = new ArrayList<>();
      for (UnitBodies.Named each : bodies.all()) {
        add(each);
        all.add(each.body());
      }
      byUnit.put(unit, all);
    }
  }

  /** All bodies of a unit. */
  List<BodyFacts> bodiesIn(CompilationUnitTree unit) {
    read(unit);
    return byUnit.get(unit);
  }

  /** All that a field of objects is assigned; empty if that is not in sight. */
  Optional<List<Assigned>> writes(VarSymbol field) {
    return unitOf(field.outermostClass()).flatMap(unit -> readers.of(unit).writes(field));
  }

  /** All bodies of a class whose source the compiler has, and of the others in its unit. */
  List<BodyFacts> bodiesOf(ClassSymbol type) {
    return unitOf(type.outermostClass()).map(this::bodiesIn).orElse(List.of());
  }

  /** What is stored of a unit. */
  List<StoredUnit> stored(CompilationUnitTree unit) {
    read(unit);
    return read.get(unit).stored(bodies, functionNames);
  }

  private void add(UnitBodies.Named each) {
    BodyFacts body = each.body();
    bodies.put(body.method(), body);
    if (!each.functionName().isEmpty()) {
      functionNames.put(body.method(), each.functionName());
    }
    for (Lock lock : body.locks()) {
      holders.computeIfAbsent(lock, held -> new ArrayList<>(1)).add(body);
    }
  }

  private Optional<CompilationUnitTree> unitOf(ClassSymbol type) {
    return Optional.ofNullable(enter.getEnv(type)).map(environment -> environment.toplevel);
  }

  /** Whether a class has a tree in this compilation. */
  boolean hasSource(ClassSymbol type) {
    return unitOf(type.outermostClass()).isPresent();
  }
}
