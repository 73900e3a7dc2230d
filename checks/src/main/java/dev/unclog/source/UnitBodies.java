package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.BodyFacts.Nature;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The facts of every body in a compilation unit. */
final class UnitBodies {
  private final CompilationUnitTree unit;
  private final Types types;
  private final FactsReader facts;
  private final OperatorCalls operators;
  private final DeclaredClasses declared;
  private final Map<MethodKey, Draft> drafts = new LinkedHashMap<>();
  private final List<MethodKey> initialised = new ArrayList<>();

  private UnitBodies(
      CompilationUnitTree unit, Types types, FactsReader facts, OperatorCalls operators) {
    this.operators = operators;
    this.declared = new DeclaredClasses(types, new Collector());
    this.unit = unit;
    this.types = types;
    this.facts = facts;
  }

  /** What is known of a body so far. */
  private static final class Draft {
    Nature nature = Nature.CODE;
    String functionName = "";
    final List<Call> calls = new ArrayList<>();
    final List<Lock.Acquisition> acquired = new ArrayList<>();
    final List<Value> returned = new ArrayList<>(1);
  }

  /** A body, and a function's name by the body that it is written in; empty for a method. */
  record Named(BodyFacts body, String functionName) {}

  static UnitBodies in(
      CompilationUnitTree unit, Types types, FactsReader facts, OperatorCalls operators) {
    UnitBodies bodies = new UnitBodies(unit, types, facts, operators);
    bodies.new Scanner().scan(unit.getTypeDecls(), null);
    bodies.initialise();
    return bodies;
  }

  List<Named> all() {
    String file = Places.fileName(unit);
    List<Named> all = new ArrayList<>();
    drafts.forEach((key, draft) -> all.add(named(key, draft, file)));
    return all;
  }

  /** The classes that the unit declares. */
  DeclaredClasses declared() {
    return declared;
  }

  private static Named named(MethodKey key, Draft draft, String file) {
    return new Named(
        new BodyFacts(key, file, draft.nature, draft.calls, draft.acquired, join(draft.returned)),
        draft.functionName);
  }

  /** One of several values; unknown as soon as one of them is. */
  private static Value join(List<Value> values) {
    if (values.size() == 1 && !(values.get(0) instanceof Value.OneOf)) {
      return values.get(0);
    }
    Set<Value> alternatives = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Value.OneOf several) {
        alternatives.addAll(several.values());
      } else {
        alternatives.add(value);
      }
    }
    if (alternatives.isEmpty()) {
      return new Value.Unknown("");
    }
    return alternatives.size() == 1
        ? alternatives.iterator().next()
        : alternatives.stream()
            .filter(Value.Unknown.class::isInstance)
            .findFirst()
            .orElseGet(() -> new Value.OneOf(List.copyOf(alternatives)));
  }

  private Draft draft(MethodKey key) {
    Draft draft = drafts.get(key);
    if (draft == null) {
      declared.body(key);
      draft = new Draft();
      drafts.put(key, draft);
    }
    return draft;
  }

  /** Each constructor runs the initialisers, unless it begins with {@code this(…)}. */
  private void initialise() {
    for (MethodKey constructor : initialised) {
      Draft initialisers = drafts.get(Body.initialisersOf(constructor.type()));
      if (initialisers != null) {
        draft(constructor).calls.addAll(initialisers.calls);
        draft(constructor).acquired.addAll(initialisers.acquired);
      }
    }
  }

  /** Every function is a body of its own, and a method reference is none. */
  private final class Scanner extends BodyScanner {
    Scanner() {
      super(
          unit,
          types,
          Placement.UNKNOWN,
          Roles.UNKNOWN,
          FunctionArguments.asWritten(),
          declared,
          finding -> {},
          problem -> {});
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return scan(tree.getQualifierExpression(), null);
    }

    @Override
    void enterLambda(LambdaExpressionTree tree) {
      draft(body().key()).functionName = body().name();
      if (tree.getBody() instanceof ExpressionTree result && returnsSomething(tree)) {
        returned(result);
      }
    }

    private boolean returnsSomething(LambdaExpressionTree tree) {
      Type target = ASTHelpers.getType(tree);
      return target != null
          && types.isFunctionalInterface(target)
          && !types.findDescriptorType(target).getReturnType().hasTag(TypeTag.VOID);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      if (tree.getExpression() != null) {
        returned(tree.getExpression());
      }
      return super.visitReturn(tree, null);
    }

    private void returned(ExpressionTree result) {
      readable(() -> Optional.of(facts.returned(result, nesting())))
          .ifPresent(draft(body().key()).returned::add);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void unused) {
      readable(() -> Optional.of(facts.acquisition(tree, nesting())))
          .ifPresent(draft(body().key()).acquired::add);
      return super.visitSynchronized(tree, null);
    }
  }

  /** Sorts calls by the body that makes them. */
  private final class Collector implements BodyListener {
    @Override
    public boolean wants(Body body) {
      return true;
    }

    @Override
    public void call(TreeCall call, Body body) {
      FactsReader.Known known = facts.of(call);
      Draft draft = draft(body.key());
      draft.calls.add(known.call());
      operators.read(call, known.call(), facts);
      if (known.taken().isPresent()) {
        draft.acquired.add(new Lock.Acquisition(known.taken().get(), known.call().line()));
      }
    }

    @Override
    public void enter(Symbol declaration, Tree tree) {
      if (declaration instanceof ClassSymbol type) {
        if (type.isDirectlyOrIndirectlyLocal()) {
          facts.know(type);
        }
      }
      if (declaration instanceof MethodSymbol method) {
        Draft draft = draft(facts.key(method));
        draft.nature = nature(method);
        Locks.ofMethod(method)
            .ifPresent(lock -> draft.acquired.add(new Lock.Acquisition(lock, facts.line(tree))));
      }
    }

    @Override
    public void leave(Symbol declaration) {
      if (declaration instanceof MethodSymbol method
          && method.isConstructor()
          && !callsItsLike(facts.key(method))) {
        initialised.add(facts.key(method));
      }
    }

    private boolean callsItsLike(MethodKey constructor) {
      return draft(constructor).calls.stream()
          .anyMatch(
              call ->
                  call.callee().name().equals(constructor.name())
                      && call.callee().type().equals(constructor.type())
                      && call.isExact());
    }

    private static Nature nature(MethodSymbol method) {
      if ((method.flags() & Flags.NATIVE) != 0) {
        return Nature.NATIVE;
      }
      return Signatures.hasNoBody(method) ? Nature.ABSTRACT : Nature.CODE;
    }
  }
}
