package dev.unclog.source;

import com.google.common.base.Suppliers;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Value;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Classes whose objects are given to where blocking is allowed, each of them: a handler that is
 * added to a pipeline with an executor of its own, a verticle that is deployed as a worker.
 */
final class HandedOffObjects {
  private static final String WORKER_OPTIONS = "io.vertx.core.DeploymentOptions";
  private static final Set<String> MAKERS =
      Set.of("java.lang.Class", "java.util.function.Supplier");
  private static final Set<String> WORKER_MODELS = Set.of("WORKER", "VIRTUAL_THREAD");

  private final Types types;
  private final Predicate<TypeSymbol> isContext;
  private final Predicate<TypeSymbol> mayHoldContext;
  private final Placement placement;
  private final Supplier<List<Landmarks>> landmarks;
  private final Function<CompilationUnitTree, FactsReader> facts;
  private final Supplier<ExecutorNatures> natures;
  private Set<TypeSymbol> handedOff;
  private boolean isReading;

  HandedOffObjects(
      Types types,
      Predicate<TypeSymbol> isContext,
      Predicate<TypeSymbol> mayHoldContext,
      Placement placement,
      Supplier<List<Landmarks>> landmarks,
      Function<CompilationUnitTree, FactsReader> facts,
      Supplier<ExecutorNatures> natures) {
    this.types = types;
    this.isContext = isContext;
    this.mayHoldContext = mayHoldContext;
    this.placement = placement;
    this.landmarks = landmarks;
    this.facts = facts;
    this.natures = natures;
  }

  /** Whether all objects of a class are handed off, as far as this compilation makes them. */
  boolean include(TypeSymbol type) {
    if (handedOff == null) {
      handedOff = Set.of(); // For who is asked meanwhile.
      isReading = true;
      try {
        Reader reader = new Reader();
        landmarks.get().forEach(reader::read);
        handedOff = reader.found();
      } finally {
        isReading = false;
      }
    }
    return handedOff.contains(type);
  }

  /** Whether the answers of the moment are none to keep: the units are still being read. */
  boolean isReading() {
    return isReading;
  }

  /** Reads who makes and who gives away. */
  private final class Reader {
    private final Map<Tree, TypeSymbol> made = new IdentityHashMap<>();
    private final Map<Tree, TypeSymbol> given = new IdentityHashMap<>();
    private final Set<TypeSymbol> passed = new HashSet<>();
    private final SetMultimap<TypeSymbol, Symbol> kept = HashMultimap.create();
    private final Set<Symbol> declared = new HashSet<>();
    private Supplier<FactsReader> facts;

    Set<TypeSymbol> found() {
      Set<TypeSymbol> found = new HashSet<>(given.values());
      found.addAll(passed);
      kept.asMap()
          .forEach(
              (type, takers) -> {
                if (!declared.containsAll(takers)) {
                  found.remove(type);
                }
              });
      made.forEach(
          (tree, type) -> {
            if (!given.containsKey(tree)) {
              found.remove(type);
            }
          });
      return found;
    }

    void read(Landmarks unit) {
      facts = Suppliers.memoize(() -> HandedOffObjects.this.facts.apply(unit.unit()));
      unit.classes().forEach(tree -> declared.add(ASTHelpers.getSymbol(tree)));
      for (NewClassTree tree : unit.creations()) {
        if (tree.getClassBody() == null) {
          made.put(tree, ASTHelpers.getSymbol(tree).owner.enclClass());
        }
      }
      unit.calls().forEach(this::read);
    }

    private void read(MethodInvocationTree tree) {
      List<? extends ExpressionTree> arguments = tree.getArguments();
      for (int i = 0; i < arguments.size(); i++) {
        Tree maker = maker(arguments.get(i));
        TypeSymbol type =
            maker == null ? ASTHelpers.getType(arguments.get(i)).tsym : typeMade(maker);
        if (isContext.test(type)) {
          boolean isHandOff = isHandOff(tree, i);
          if (maker == null && isHandOff) {
            passed.add(type);
          } else if (maker == null) {
            // What a method of the project's own does with it shows where that passes it on.
            kept.put(type, ASTHelpers.getSymbol(tree).outermostClass());
          } else if (isHandOff) {
            given.put(maker, type);
          }
        }
      }
    }

    /** What makes an argument: a {@code new}, a function's too, a constructor's name, a class. */
    private Tree maker(ExpressionTree argument) {
      ExpressionTree bare = Nesting.bare(argument);
      if (bare instanceof IdentifierTree name
          && ASTHelpers.getSymbol(name) instanceof VarSymbol variable
          && isWorthALook(variable.type.tsym)) {
        List<ExpressionTree> held = facts.get().held(name);
        bare = held.size() == 1 ? Nesting.bare(held.get(0)) : bare;
      }
      if (bare instanceof LambdaExpressionTree function) {
        List<ExpressionTree> results = Declarations.results(function);
        bare = results.size() == 1 ? Nesting.bare(results.get(0)) : bare;
      }
      boolean makes =
          bare instanceof NewClassTree made && made.getClassBody() == null
              || bare instanceof MemberReferenceTree reference
                  && reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
              || bare instanceof MemberSelectTree select
                  && NameTexts.is(select.getIdentifier(), "class");
      return makes ? bare : null;
    }

    /** Behind most variables there is no need to look. */
    private boolean isWorthALook(TypeSymbol type) {
      return mayHoldContext.test(type) || MAKERS.contains(NameTexts.of(type.flatName()));
    }

    private TypeSymbol typeMade(Tree maker) {
      if (maker instanceof NewClassTree made) {
        return ASTHelpers.getSymbol(made).owner.enclClass();
      }
      ExpressionTree named =
          maker instanceof MemberReferenceTree reference
              ? reference.getQualifierExpression()
              : ((MemberSelectTree) maker).getExpression();
      return ASTHelpers.getType(named).tsym;
    }

    private boolean isHandOff(MethodInvocationTree call, int argument) {
      try {
        MethodSymbol method = ASTHelpers.getSymbol(call);
        JavacCallee callee = new JavacCallee(method, ASTHelpers.getReceiverType(call), types);
        Optional<FunctionRoles.Role> role = placement.role(callee, argument);
        if (role.isEmpty()) {
          return isWorkerDeployment(call, argument);
        }
        return role.get().fate() == FunctionFate.OFFLOADED
            || role.get().fate() == FunctionFate.ON_EXECUTOR && isToWorkers(role.get(), call);
      } catch (CompletionFailure e) {
        return false;
      }
    }

    private boolean isToWorkers(FunctionRoles.Role role, MethodInvocationTree call) {
      ExpressionTree written =
          role.executor() < 0
              ? ASTHelpers.getReceiver(call)
              : role.executor() < call.getArguments().size()
                  ? call.getArguments().get(role.executor())
                  : null;
      if (written == null) {
        return false;
      }
      Value executor = facts.get().value(written);
      return !(executor instanceof Value.Null)
          && natures.get().of(executor).orElse(ExecutorNature.ALLOWS_BLOCKING)
              == ExecutorNature.ALLOWS_BLOCKING;
    }

    /** Whether what is deployed goes with options that say so. */
    private boolean isWorkerDeployment(MethodInvocationTree call, int argument) {
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (argument + 1 >= arguments.size()
          || !ASTHelpers.getType(arguments.get(argument + 1))
              .tsym
              .flatName()
              .contentEquals(WORKER_OPTIONS)) {
        return false;
      }
      ExpressionTree options = Nesting.bare(arguments.get(argument + 1));
      if (options instanceof IdentifierTree name) {
        List<ExpressionTree> held = facts.get().held(name);
        options = held.size() == 1 ? held.get(0) : options;
      }
      return isWorker(options);
    }

    private boolean isWorker(ExpressionTree options) {
      boolean[] found = {false};
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
          String name = NameTexts.of(ASTHelpers.getSymbol(tree).name);
          ExpressionTree argument =
              tree.getArguments().size() == 1 ? tree.getArguments().get(0) : null;
          found[0] |=
              name.equals("setWorker") && Boolean.TRUE.equals(ASTHelpers.constValue(argument))
                  || name.equals("setThreadingModel")
                      && ASTHelpers.getSymbol(argument) != null
                      && WORKER_MODELS.contains(NameTexts.of(ASTHelpers.getSymbol(argument).name));
          return super.visitMethodInvocation(tree, null);
        }
      }.scan(options, null);
      return found[0];
    }
  }
}
