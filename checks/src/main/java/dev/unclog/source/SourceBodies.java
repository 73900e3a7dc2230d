package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.MethodKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of bodies whose syntax trees the compiler holds: a unit is read when first asked about.
 */
final class SourceBodies {
  private final JavacTrees trees;
  private final Types types;
  private final FactsReaders readers;
  private final Map<MethodKey, BodyFacts> bodies = new HashMap<>();
  private final Map<MethodKey, String> functionNames = new HashMap<>();
  private final Set<CompilationUnitTree> read = new HashSet<>();

  SourceBodies(JavacTrees trees, Types types, FactsReaders readers) {
    this.trees = trees;
    this.types = types;
    this.readers = readers;
  }

  /** Facts of a function, whose unit has been read since it was met there. */
  Optional<BodyFacts> known(MethodKey key) {
    return Optional.ofNullable(bodies.get(key));
  }

  /** Facts of a method; empty if the compiler has no source of it. */
  Optional<BodyFacts> of(MethodSymbol method) {
    MethodKey key = Signatures.key(method, types);
    if (!bodies.containsKey(key)) {
      unitOf(method.outermostClass()).ifPresent(this::read);
    }
    return known(key);
  }

  /** A function by the body that it is written in. */
  String nameOfFunction(MethodKey key) {
    return functionNames.getOrDefault(key, key.toString());
  }

  /** Reads a unit, so that the functions in it are known. */
  void read(CompilationUnitTree unit) {
    if (read.add(unit)) {
      for (UnitBodies.Named each : UnitBodies.in(unit, types, readers.of(unit))) {
        bodies.put(each.body().method(), each.body());
        if (!each.functionName().isEmpty()) {
          functionNames.put(each.body().method(), each.functionName());
        }
      }
    }
  }

  private Optional<CompilationUnitTree> unitOf(ClassSymbol type) {
    TreePath path = trees.getPath(type);
    return Optional.ofNullable(path).map(TreePath::getCompilationUnit);
  }

  /** Whether a class has a tree in this compilation. */
  boolean hasSource(ClassSymbol type) {
    return unitOf(type.outermostClass()).isPresent();
  }
}
