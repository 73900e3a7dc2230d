package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.bytecode.ConstructorUses;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.store.JarCache;
import dev.unclog.store.Uses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a class's constructors: those in the sources of the compilation, and those in the
 * jar or folder that holds the class. Sources and jars are searched when somebody first asks.
 */
final class Constructions {
  private final Supplier<List<Landmarks>> landmarks;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;
  private final Callees callees;
  private final Optional<JarCache> cache;
  private final Map<Path, Optional<Uses>> places = new HashMap<>();
  private Map<String, Set<CompilationUnitTree>> usingUnits;
  private final Set<String> usedAsFunctions = new HashSet<>();

  Constructions(
      Supplier<List<Landmarks>> landmarks,
      SourceBodies sources,
      Optional<ClassFileBodies> classFiles,
      Callees callees,
      Optional<JarCache> cache) {
    this.landmarks = landmarks;
    this.sources = sources;
    this.classFiles = classFiles;
    this.callees = callees;
    this.cache = cache;
  }

  /** A call in a body. */
  record Made(MethodKey by, Call call) {}

  /** All calls of a constructor that are in sight; empty if it is used in other ways as well. */
  Optional<List<Made>> of(MethodKey constructor) {
    if (usingUnits == null) {
      usingUnits = new HashMap<>();
      landmarks.get().forEach(this::search);
    }
    String type = constructor.type();
    Optional<List<BodyFacts>> inJar = inJar(type);
    if (inJar.isEmpty() || usedAsFunctions.contains(type)) {
      return Optional.empty();
    }
    List<Made> all = new ArrayList<>();
    for (CompilationUnitTree unit : usingUnits.getOrDefault(type, Set.of())) {
      sources.bodiesIn(unit).forEach(body -> add(body, constructor, all));
    }
    inJar.get().forEach(body -> add(body, constructor, all));
    return Optional.of(all);
  }

  private static void add(BodyFacts body, MethodKey constructor, List<Made> all) {
    for (Call call : body.calls()) {
      if (call.callee().equals(constructor)) {
        all.add(new Made(body.method(), call));
      }
    }
  }

  /** The bodies of those classes beside a class that call constructors of it. */
  private Optional<List<BodyFacts>> inJar(String type) {
    Optional<Path> root =
        callees
            .type(type)
            .filter(symbol -> !sources.hasSource(symbol))
            .flatMap(symbol -> classFiles.flatMap(files -> files.root(symbol)));
    if (root.isEmpty()) {
      return Optional.of(List.of());
    }
    Optional<Uses> uses = places.computeIfAbsent(root.get(), this::read);
    if (uses.isEmpty() || !uses.get().areCalls(type)) {
      return Optional.empty();
    }
    List<BodyFacts> bodies = new ArrayList<>();
    uses.get().of(type).forEach(user -> bodies.addAll(classFiles.get().all(user)));
    return Optional.of(bodies);
  }

  /** What is used in a jar or folder, as an earlier compilation has found it if there was one. */
  private Optional<Uses> read(Path root) {
    Optional<Uses> before = cache.flatMap(known -> known.uses(root));
    if (before.isPresent()) {
      return before;
    }
    try {
      ConstructorUses read = ConstructorUses.in(Jars.place(root));
      Uses uses = Uses.of(read.all(), read.usedAsFunctions(), read.isWhole());
      cache.ifPresent(known -> known.learn(root, uses));
      return Optional.of(uses);
    } catch (IOException e) {
      return Optional.empty(); // Whoever reads a class of it has said so.
    }
  }

  /** Notes which constructors a unit calls. */
  private void search(Landmarks unit) {
    for (NewClassTree tree : unit.creations()) {
      add(ASTHelpers.getSymbol(tree), unit);
      if (tree.getClassBody() != null) {
        FunctionArguments.superConstructor(tree.getClassBody())
            .ifPresent(constructor -> add(constructor, unit));
      }
    }
    for (MethodInvocationTree call : unit.calls()) {
      if (call.getMethodSelect() instanceof IdentifierTree) { // As this(…) and super(…) are.
        add(ASTHelpers.getSymbol(call), unit);
      }
    }
    for (ExpressionTree function : unit.functions()) {
      if (function instanceof MemberReferenceTree reference
          && ASTHelpers.getSymbol(reference).isConstructor()) {
        usedAsFunctions.add(NameTexts.of(ASTHelpers.getSymbol(reference).owner.flatName()));
      }
    }
  }

  private void add(MethodSymbol method, Landmarks unit) {
    if (method.isConstructor()) {
      usingUnits
          .computeIfAbsent(NameTexts.of(method.owner.flatName()), key -> new LinkedHashSet<>())
          .add(unit.unit());
    }
  }
}
