package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.BodyFacts.Nature;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.store.StoredUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of bodies whose syntax trees the compiler holds: a unit is read when first asked about.
 */
final class SourceBodies {
  private final JavacTrees trees;
  private final Types types;
  private final Callees callees;
  private final Judge judge;
  private final Map<MethodKey, BodyFacts> bodies = new HashMap<>();
  private final Map<MethodKey, String> functionNames = new HashMap<>();
  private final Map<CompilationUnitTree, DeclaredClasses> read = new HashMap<>();

  SourceBodies(JavacTrees trees, Types types, Callees callees, Judge judge) {
    this.trees = trees;
    this.types = types;
    this.callees = callees;
    this.judge = judge;
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
  Optional<String> nameOfFunction(MethodKey key) {
    return Optional.ofNullable(functionNames.get(key));
  }

  /** Reads a unit, so that the functions in it are known. */
  void read(CompilationUnitTree unit) {
    if (!read.containsKey(unit)) {
      Collector collector = new Collector(new FactsReader(unit, types, callees, judge));
      DeclaredClasses declared = new DeclaredClasses(types, collector);
      read.put(unit, declared);
      new FactsScanner(unit, types, declared).scan(unit.getTypeDecls(), null);
      collector.finish(fileName(unit));
    }
  }

  /** What is stored of a unit. */
  List<StoredUnit> stored(CompilationUnitTree unit) {
    read(unit);
    return read.get(unit).stored(bodies, functionNames);
  }

  private Optional<CompilationUnitTree> unitOf(ClassSymbol type) {
    TreePath path = trees.getPath(type);
    return Optional.ofNullable(path).map(TreePath::getCompilationUnit);
  }

  private static String fileName(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Every function is a body of its own, and a method reference is none. */
  private static final class FactsScanner extends BodyScanner {
    FactsScanner(CompilationUnitTree unit, Types types, Listener listener) {
      super(unit, types, Placement.UNKNOWN, listener, finding -> {}, problem -> {});
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return scan(tree.getQualifierExpression(), null);
    }
  }

  /** Sorts calls by the body that makes them. */
  private final class Collector implements BodyScanner.Listener {
    private final FactsReader facts;
    private final Map<MethodKey, List<Call>> calls = new LinkedHashMap<>();
    private final Map<MethodKey, Nature> natures = new HashMap<>();
    private final List<MethodKey> initialised = new ArrayList<>();

    Collector(FactsReader facts) {
      this.facts = facts;
    }

    @Override
    public boolean wants(Body body) {
      return true;
    }

    @Override
    public void call(TreeCall call, Body body) {
      callsOf(body.key()).add(facts.of(call).call());
      if (Functions.isLambda(body.key())) {
        functionNames.putIfAbsent(body.key(), body.name());
      }
    }

    @Override
    public void enter(Symbol declaration, Tree tree) {
      if (declaration instanceof MethodSymbol method) {
        MethodKey key = Signatures.key(method, types);
        callsOf(key);
        natures.put(key, nature(method));
      }
    }

    @Override
    public void leave(Symbol declaration) {
      if (declaration instanceof MethodSymbol method
          && method.isConstructor()
          && !callsItsLike(Signatures.key(method, types))) {
        initialised.add(Signatures.key(method, types));
      }
    }

    private List<Call> callsOf(MethodKey key) {
      return calls.computeIfAbsent(key, k -> new ArrayList<>());
    }

    /** A constructor that begins with {@code this(…)} leaves the initialisers to that one. */
    private boolean callsItsLike(MethodKey constructor) {
      return callsOf(constructor).stream()
          .anyMatch(
              call ->
                  call.callee().name().equals(constructor.name())
                      && call.callee().type().equals(constructor.type())
                      && call.isExact());
    }

    void finish(String file) {
      for (MethodKey constructor : initialised) {
        callsOf(constructor)
            .addAll(calls.getOrDefault(Body.initialisersOf(constructor.type()), List.of()));
      }
      calls.forEach(
          (key, made) ->
              bodies.put(
                  key, new BodyFacts(key, file, natures.getOrDefault(key, Nature.CODE), made)));
    }

    private Nature nature(MethodSymbol method) {
      if ((method.flags() & Flags.NATIVE) != 0) {
        return Nature.NATIVE;
      }
      return (method.flags() & Flags.ABSTRACT) != 0 ? Nature.ABSTRACT : Nature.CODE;
    }
  }

  /** Whether a class has a tree in this compilation. */
  boolean hasSource(ClassSymbol type) {
    return unitOf(type.outermostClass()).isPresent();
  }
}
