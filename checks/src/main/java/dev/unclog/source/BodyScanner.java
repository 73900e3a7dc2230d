package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import dev.unclog.call.MethodKey;
import dev.unclog.finding.FindingSink;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Walks a compilation unit and tells a listener of each call with the body that makes it. A
 * function's body belongs to where it runs: to the code around it where it runs at once, to nobody
 * where nothing is known.
 */
class BodyScanner extends CodeScanner {
  private final CompilationUnitTree unit;
  private final Types types;
  private final Placement placement;
  private final Roles roles;
  private final FunctionBodies bodies;
  private final FunctionArguments functions;
  private final BodyListener listener;
  private final FindingSink sink;
  private final Consumer<String> unreadable;
  private final Nesting nesting =
      new Nesting(statement -> Way.mayDecide(statement) || Locks.mayMatter(statement));
  private Body body = Body.NONE;
  private MethodSymbol around;
  private Optional<FunctionRoles.Role> within = Optional.empty();
  private ClassSymbol inside;
  private boolean isFailing;

  BodyScanner(
      CompilationUnitTree unit,
      Types types,
      Placement placement,
      Roles roles,
      FunctionArguments functions,
      BodyListener listener,
      FindingSink sink,
      Consumer<String> unreadable) {
    this.unit = unit;
    this.types = types;
    this.placement = placement;
    this.roles = roles;
    this.functions = functions;
    this.bodies = new FunctionBodies(types, placement, unreadable);
    this.listener = listener;
    this.sink = sink;
    this.unreadable = unreadable;
  }

  /** A lambda's body is about to be scanned. */
  void enterLambda(LambdaExpressionTree tree) {}

  /** The body that the scan is in. */
  final Body body() {
    return body;
  }

  final Nesting nesting() {
    return nesting;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    if (mayHoldCode(tree)) {
      nesting.enter(tree);
      tree.accept(this, null);
      nesting.leave();
    }
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    ClassSymbol type = ASTHelpers.getSymbol(tree);
    Optional<Reason> reason = readable(() -> placement.ofInitialisers(type));
    members(tree, type, Body.initialisers(type.flatName(), reason), Optional.empty());
    return null;
  }

  /**
   * The members of a type.
   *
   * @param initialisers the body that runs its instance initialisers
   * @param role what becomes of the instance, if it is a function given away
   */
  private void members(
      ClassTree tree, ClassSymbol type, Body initialisers, Optional<FunctionRoles.Role> role) {
    listener.enter(type, tree);
    ClassSymbol outside = inside;
    inside = type;
    Body statics = Body.statics(type.flatName());
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree field) {
        boolean isStatic = ASTHelpers.getSymbol(field).isStatic();
        inBody(isStatic ? statics : initialisers, () -> scan(field.getInitializer(), null));
      } else if (member instanceof BlockTree block) {
        inBody(block.isStatic() ? statics : initialisers, () -> scan(block, null));
      } else if (member instanceof MethodTree method) {
        if (!(type.name.isEmpty() && FunctionArguments.isConstructor(method))) {
          method(method, role); // An anonymous class's constructor is javac's, and only passes on.
        }
      } else {
        scan(member, null);
      }
    }
    listener.leave(type);
  }

  private void method(MethodTree tree, Optional<FunctionRoles.Role> role) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    Optional<Reason> reason =
        role.isPresent()
            ? role.get().reason()
            : readable(() -> placement.of(method).or(() -> placement.ofPromise(method)));
    MethodSymbol outer = around;
    around = method;
    listener.enter(method, tree);
    Body runs = Body.of(() -> Signatures.key(method, types), reason);
    if (reason.isPresent()) {
      tellOf(runs, tree);
    }
    nesting.enter(tree);
    within(role, () -> inBody(runs, () -> scan(tree.getBody(), null)));
    nesting.leave();
    listener.leave(method);
    around = outer;
  }

  private void within(Optional<FunctionRoles.Role> role, Runnable scan) {
    Optional<FunctionRoles.Role> outer = within;
    within = role;
    scan.run();
    within = outer;
  }

  private void inBody(Body other, Runnable scan) {
    if (other == body) {
      scan.run();
      return;
    }
    Body saved = body;
    boolean wasFailing = isFailing;
    int outer = nesting.enterBody();
    body = other;
    isFailing = false;
    if (other.cooperative().filter(Reason::isContext).isPresent()) {
      sink.cooperativeBody(other.name());
    }
    scan.run();
    nesting.leaveBody(outer);
    isFailing = wasFailing;
    body = saved;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    Optional<FunctionRoles.Role> role = functions.roleOf(tree);
    Body runs = bodyOfFunction(role, ASTHelpers.getType(tree), () -> Functions.key(tree, unit));
    if (runs != body && runs.cooperative().isPresent()) {
      tellOf(runs, tree);
    }
    within(
        runs == body ? within : role,
        () ->
            inBody(
                runs,
                () -> {
                  enterLambda(tree);
                  scan(tree.getBody(), null);
                }));
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
    if (tree.getExpression() instanceof MethodInvocationTree call) {
      telling(() -> listener.dropped(call, body));
    }
    return super.visitExpressionStatement(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    scan(tree.getQualifierExpression(), null);
    Body runs = bodyOfFunction(functions.roleOf(tree), ASTHelpers.getType(tree), Body.NONE::key);
    if (wants(runs) && ((JCMemberReference) tree).sym instanceof MethodSymbol method) {
      Type through = ASTHelpers.getType(tree.getQualifierExpression());
      boolean bound = ((JCMemberReference) tree).kind == JCMemberReference.ReferenceKind.BOUND;
      TreeCall call =
          new TreeCall(
              tree,
              new JavacCallee(method, through, types),
              bound ? Optional.of(tree.getQualifierExpression()) : Optional.empty(),
              List.of(),
              "",
              nesting);
      int outer = runs == body ? nesting.body() : nesting.enterBody();
      tell(call, runs);
      nesting.leaveBody(outer);
    }
    return null;
  }

  /** Whether calls of a body are of interest: those on the way into a failure are not. */
  private boolean wants(Body caller) {
    return !isFailing && listener.wants(caller);
  }

  /** Who runs {@code throw new X(…)} has failed already. */
  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    boolean fails = Nesting.bare(tree.getExpression()) instanceof NewClassTree;
    return failing(fails, () -> super.visitThrow(tree, null));
  }

  /** Nor is there much to lose once the machine has failed. */
  @Override
  public Void visitCatch(CatchTree tree, Void unused) {
    boolean fails = Catches.areOfTheMachine(tree.getParameter().getType());
    return failing(fails, () -> super.visitCatch(tree, null));
  }

  private Void failing(boolean fails, Runnable scan) {
    boolean wasFailing = isFailing;
    isFailing |= fails;
    scan.run();
    isFailing = wasFailing;
    return null;
  }

  private Body bodyOfFunction(
      Optional<FunctionRoles.Role> role, Type target, Supplier<MethodKey> key) {
    return bodies.of(role, new FunctionBodies.Surroundings(body, around), target, key);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    look(tree);
    scan(tree.getMethodSelect(), null);
    scan(tree.getArguments(), null);
    return null;
  }

  /** By itself, to keep off the stack what the scan of a long chain of calls would pile up. */
  private void look(MethodInvocationTree tree) {
    boolean wanted = wants(body);
    if (wanted || FunctionArguments.amongst(tree.getArguments())) {
      MethodSymbol method = ASTHelpers.getSymbol(tree);
      JavacCallee callee = new JavacCallee(method, Receivers.typeOf(tree, inside, types), types);
      ExpressionTree receiver =
          method.isStatic() || method.isConstructor() ? null : ASTHelpers.getReceiver(tree);
      TreeCall call =
          new TreeCall(
              tree, callee, Optional.ofNullable(receiver), tree.getArguments(), "", nesting);
      rememberRoles(call);
      if (wanted) {
        tell(call, body);
      }
    }
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    ClassTree anonymous = tree.getClassBody();
    boolean wanted = wants(body);
    if (wanted || FunctionArguments.amongst(tree.getArguments())) {
      MethodSymbol constructor = ASTHelpers.getSymbol(tree);
      if (anonymous != null) {
        constructor = FunctionArguments.superConstructor(anonymous).orElse(constructor);
      }
      JavacCallee callee = new JavacCallee(constructor, constructor.owner.type, types);
      TreeCall call =
          new TreeCall(tree, callee, Optional.empty(), tree.getArguments(), "", nesting);
      rememberRoles(call);
      if (wanted) {
        tell(call, body);
      }
    }
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    if (anonymous != null) {
      anonymousClass(anonymous, functions.roleOf(tree));
    }
    return null;
  }

  /** Its initialisers run where it is made; its methods, where it is given. */
  private void anonymousClass(ClassTree tree, Optional<FunctionRoles.Role> role) {
    Optional<FunctionRoles.Role> methods = FunctionBodies.ofMethods(role, body);
    nesting.enter(tree);
    members(tree, ASTHelpers.getSymbol(tree), body, methods);
    nesting.leave();
  }

  private void rememberRoles(TreeCall call) {
    if (!functions.mayBeAmongst(call.arguments())) {
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      int position = i;
      functions.in(
          call.arguments().get(i),
          function -> readable(() -> roles.of(call, position, within, body)));
    }
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    super.visitEnhancedForLoop(tree, null);
    Type iterated = ASTHelpers.getType(tree.getExpression());
    if (wants(body) && iterated != null && !iterated.hasTag(TypeTag.ARRAY)) {
      implied(tree.getExpression(), iterated, "iterator", "by this loop");
      ImpliedCalls.iterator(iterated, types)
          .ifPresent(
              iterator -> {
                implied(tree.getExpression(), iterator, "hasNext", "by this loop");
                implied(tree.getExpression(), iterator, "next", "by this loop");
              });
    }
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    super.visitTry(tree, null);
    if (wants(body)) {
      for (Tree resource : tree.getResources()) {
        implied(resource, ASTHelpers.getType(resource), "close", "at the end of this try");
      }
    }
    return null;
  }

  private void implied(Tree tree, Type receiver, String name, String by) {
    ImpliedCalls.noParameters(receiver, name, types)
        .map(method -> new JavacCallee(method, receiver, types))
        .map(
            callee ->
                new TreeCall(tree, callee, ImpliedCalls.receiver(tree), List.of(), by, nesting))
        .ifPresent(call -> tell(call, body));
  }

  private void tellOf(Body cooperative, Tree tree) {
    telling(() -> listener.cooperative(cooperative, tree));
  }

  private void tell(TreeCall call, Body caller) {
    try { // As telling does, without a function made for each call there is.
      listener.call(call, caller);
    } catch (CompletionFailure e) {
      unreadable.accept(e.getMessage());
    }
  }

  private void telling(Runnable news) {
    try {
      news.run();
    } catch (CompletionFailure e) {
      unreadable.accept(e.getMessage());
    }
  }

  final <T> Optional<T> readable(Supplier<Optional<T>> question) {
    return bodies.readable(question);
  }
}
