package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Services of gRPC's whose server calls them on its event loop: it is told to, by {@code
 * directExecutor()}, in the method that adds them to it; or it is Vert.x's, which always does.
 */
final class GrpcServices {
  private static final String PACKAGE = "io.grpc.";
  private static final String OBSERVER = "io.grpc.stub.StreamObserver";
  private static final String SERVICE = "io.grpc.BindableService";
  private static final String BUILDER = "io.grpc.ServerBuilder";
  private static final String ON_VERTX = "io.vertx.grpc.";
  private static final Set<String> EVENTS = Set.of("onNext", "onError", "onCompleted");

  private final Types types;
  private final Supplier<List<CompilationUnitTree>> units;
  private Map<TypeSymbol, String> direct;

  GrpcServices(Types types, Supplier<List<CompilationUnitTree>> units) {
    this.types = types;
    this.units = units;
  }

  /** Whether a method takes an observer for its result, as services do. */
  static boolean takesObserver(MethodSymbol method) {
    return method.params().stream()
        .anyMatch(parameter -> NameTexts.is(parameter.type.tsym.flatName(), OBSERVER));
  }

  /** Why a method is run on an event loop: it is such a service's, or an observer's within one. */
  Optional<Reason> of(MethodSymbol method) {
    if (method.isStatic() || method.isConstructor()) {
      return Optional.empty();
    }
    if (takesObserver(method)) {
      return known(method.enclClass()).map(how -> reason(method, how));
    }
    if (!EVENTS.contains(NameTexts.of(method.name)) || !is(method.owner.type, OBSERVER)) {
      return Optional.empty();
    }
    Symbol around = method.enclClass().owner;
    while (around != null && !(around instanceof TypeSymbol)) {
      around = around.owner;
    }
    return Optional.ofNullable(around)
        .filter(TypeSymbol.class::isInstance)
        .flatMap(type -> known((TypeSymbol) type))
        .map(how -> reason(method, how));
  }

  private static Reason reason(MethodSymbol method, String how) {
    return Reason.because(method.name + " serves gRPC, " + how);
  }

  private Optional<String> known(TypeSymbol type) {
    if (!is(type.type, SERVICE)) {
      return Optional.empty();
    }
    if (direct == null) {
      direct = new HashMap<>();
      for (CompilationUnitTree unit : units.get()) {
        if (importsIt(unit)) {
          new Reader().scan(unit.getTypeDecls(), null);
        }
      }
    }
    return types.closure(type.type).stream()
        .map(above -> direct.get(above.tsym))
        .filter(how -> how != null)
        .findFirst();
  }

  private static boolean importsIt(CompilationUnitTree unit) {
    for (ImportTree imported : unit.getImports()) {
      String name = imported.getQualifiedIdentifier().toString();
      if (name.startsWith(PACKAGE) || name.startsWith(ON_VERTX)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Type type, String name) {
    return type != null
        && types.erasure(type).hasTag(TypeTag.CLASS)
        && types.closure(types.erasure(type)).stream()
            .anyMatch(above -> above.tsym.flatName().contentEquals(name));
  }

  /** Reads who is served how: a method that builds a server says both. */
  private final class Reader extends TreeScanner<Void, Void> {
    private Set<TypeSymbol> added = new HashSet<>();
    private boolean isDirect;

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      Set<TypeSymbol> outer = added;
      boolean wasDirect = isDirect;
      added = new HashSet<>();
      isDirect = false;
      super.visitMethod(tree, null);
      if (isDirect) {
        added.forEach(type -> direct.put(type, "whose server is given a direct executor"));
      }
      added = outer;
      isDirect = wasDirect;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      try {
        look(tree);
      } catch (CompletionFailure e) {
        return null; // What is not there serves nobody.
      }
      return super.visitMethodInvocation(tree, null);
    }

    private void look(MethodInvocationTree call) {
      String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
      boolean matters =
          name.equals("addService") || name.equals("directExecutor") || name.equals("executor");
      if (!matters || !is(ASTHelpers.getReceiverType(call), BUILDER)) {
        return;
      }
      if (name.equals("addService")) {
        TypeSymbol service = service(call.getArguments().get(0));
        added.add(service);
        if (NameTexts.of(ASTHelpers.getReceiverType(call).tsym.flatName()).startsWith(ON_VERTX)) {
          direct.put(service, "whose server is Vert.x's");
        }
      } else {
        isDirect |= name.equals("directExecutor") || runsAtOnce(call.getArguments().get(0));
      }
    }

    /** The service itself, also where interceptors go round it. */
    private TypeSymbol service(ExpressionTree argument) {
      ExpressionTree bare = Nesting.bare(argument);
      while (bare instanceof MethodInvocationTree call
          && !call.getArguments().isEmpty()
          && NameTexts.of(ASTHelpers.getSymbol(call).name).startsWith("intercept")) {
        bare = Nesting.bare(call.getArguments().get(0));
      }
      return ASTHelpers.getType(bare).tsym;
    }

    private boolean runsAtOnce(ExpressionTree executor) {
      ExpressionTree bare = Nesting.bare(executor);
      return bare instanceof MemberReferenceTree reference
              && ASTHelpers.getSymbol(reference)
                  .owner
                  .flatName()
                  .contentEquals("java.lang.Runnable")
          || bare instanceof LambdaExpressionTree lambda
              && lambda.getBody() instanceof MethodInvocationTree run
              && ASTHelpers.getSymbol(run).owner.flatName().contentEquals("java.lang.Runnable")
          || bare instanceof MethodInvocationTree call
              && ASTHelpers.getSymbol(call).name.contentEquals("directExecutor");
    }
  }
}
