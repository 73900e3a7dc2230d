package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.bytecode.ConstructorUses;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
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
  private final Supplier<List<CompilationUnitTree>> units;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;
  private final Callees callees;
  private final Map<Path, Optional<ConstructorUses>> places = new HashMap<>();
  private Map<String, Set<CompilationUnitTree>> usingUnits;
  private final Set<String> usedAsFunctions = new HashSet<>();

  Constructions(
      Supplier<List<CompilationUnitTree>> units,
      SourceBodies sources,
      Optional<ClassFileBodies> classFiles,
      Callees callees) {
    this.units = units;
    this.sources = sources;
    this.classFiles = classFiles;
    this.callees = callees;
  }

  /** A call in a body. */
  record Made(MethodKey by, Call call) {}

  /** All calls of a constructor that are in sight; empty if it is used in other ways as well. */
  Optional<List<Made>> of(MethodKey constructor) {
    if (usingUnits == null) {
      usingUnits = new HashMap<>();
      Finder finder = new Finder();
      units.get().forEach(finder::search);
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
    Optional<ConstructorUses> uses = places.computeIfAbsent(root.get(), Constructions::read);
    if (uses.isEmpty() || !uses.get().areCalls(type)) {
      return Optional.empty();
    }
    List<BodyFacts> bodies = new ArrayList<>();
    uses.get().of(type).forEach(user -> bodies.addAll(classFiles.get().all(user)));
    return Optional.of(bodies);
  }

  private static Optional<ConstructorUses> read(Path root) {
    try {
      return Optional.of(ConstructorUses.in(Jars.place(root)));
    } catch (IOException e) {
      return Optional.empty(); // Whoever reads a class of it has said so.
    }
  }

  /** Finds the units that call constructors. */
  private final class Finder extends TreeScanner<Void, Void> {
    private CompilationUnitTree unit;

    void search(CompilationUnitTree next) {
      unit = next;
      scan(next, null);
    }

    private void add(Symbol constructor) {
      if (constructor instanceof MethodSymbol method && method.isConstructor()) {
        usingUnits
            .computeIfAbsent(NameTexts.of(method.owner.flatName()), key -> new LinkedHashSet<>())
            .add(unit);
      }
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      add(ASTHelpers.getSymbol(tree));
      if (tree.getClassBody() != null) {
        FunctionArguments.superConstructor(tree.getClassBody()).ifPresent(this::add);
      }
      return super.visitNewClass(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      add(ASTHelpers.getSymbol(tree));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      MethodSymbol method = ASTHelpers.getSymbol(tree);
      if (method.isConstructor()) {
        usedAsFunctions.add(NameTexts.of(method.owner.flatName()));
      }
      return super.visitMemberReference(tree, null);
    }
  }
}
