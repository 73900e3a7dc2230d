package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Work that a body hands on and waits for itself: by {@code invokeAll}, or by {@code join()} on the
 * future that it has just been given.
 */
final class AwaitedWork {
  private static final Set<String> WAITING = Set.of("get", "join");
  private static final Set<String> INVOKING = Set.of("invokeAll", "invokeAny");
  private static final String FUTURE = "java.util.concurrent.Future";
  private static final String EXECUTOR = "java.util.concurrent.ExecutorService";
  private static final String TASK = "java.util.concurrent.Callable";

  private final Types types;
  private final Placement placement;
  private final LaterTypes later;
  private final FactsReader facts;

  AwaitedWork(Types types, Placement placement, LaterTypes later, FactsReader facts) {
    this.types = types;
    this.placement = placement;
    this.later = later;
    this.facts = facts;
  }

  /** The functions that a call waits for, as far as the body that makes it shows them. */
  List<Value.Function> of(TreeCall call) {
    String name = NameTexts.of(call.method().name);
    if (call.receiver().isEmpty() || !(WAITING.contains(name) || INVOKING.contains(name))) {
      return List.of();
    }
    Search search = new Search(call.nesting());
    if (INVOKING.contains(name)) {
      if (!call.arguments().isEmpty() && is(call.callee().receiver().type, EXECUTOR)) {
        search.tasks(call.arguments().get(0));
      }
    } else if (is(call.callee().receiver().type, FUTURE)) {
      search.stages(call.receiver().get());
    }
    return search.found;
  }

  private boolean is(Type type, String name) {
    return type != null
        && type.hasTag(TypeTag.CLASS)
        && types.closure(type).stream()
            .anyMatch(above -> above.tsym.flatName().contentEquals(name));
  }

  /** Looks behind what is waited for. */
  private final class Search {
    private final List<Value.Function> found = new ArrayList<>();
    private final Set<Symbol> seen = new HashSet<>();
    private final Nesting place;

    Search(Nesting place) {
      this.place = place;
    }

    private void add(ExpressionTree work) {
      if (facts.value(work, place) instanceof Value.Function function) {
        found.add(function);
      }
    }

    /** All that a local variable is given; nothing for any other expression, or the second time. */
    private List<ExpressionTree> held(ExpressionTree expression) {
      Symbol symbol = ASTHelpers.getSymbol(expression);
      return expression instanceof IdentifierTree name
              && symbol != null
              && symbol.owner.kind == Kind.MTH
              && seen.add(symbol)
          ? facts.held(name)
          : List.of();
    }

    /** A future, by the calls that made it. */
    void stages(ExpressionTree future) {
      ExpressionTree bare = Nesting.bare(future);
      held(bare).forEach(this::stages);
      if (!(bare instanceof MethodInvocationTree call)) {
        return;
      }
      ExpressionTree receiver =
          ASTHelpers.getSymbol(call).isStatic() ? null : ASTHelpers.getReceiver(call);
      boolean isStage = receiver != null && later.include(ASTHelpers.getType(receiver));
      for (int i = 0; i < call.getArguments().size(); i++) {
        ExpressionTree argument = call.getArguments().get(i);
        if (later.include(ASTHelpers.getType(argument))) {
          stages(argument);
        } else if (isStage || isHandedOn(call, i)) {
          add(argument);
        }
      }
      if (isStage) {
        stages(receiver);
      }
    }

    private boolean isHandedOn(MethodInvocationTree call, int argument) {
      MethodSymbol method = ASTHelpers.getSymbol(call);
      Optional<FunctionRoles.Role> role =
          placement.role(
              new JavacCallee(method, ASTHelpers.getReceiverType(call), types), argument);
      return role.filter(
              known ->
                  known.fate() == FunctionFate.OFFLOADED
                      || known.fate() == FunctionFate.ON_EXECUTOR)
          .isPresent();
    }

    /** A collection, by the tasks that are written where it is made or added to. */
    void tasks(ExpressionTree collection) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
          return task(tree) ? null : super.visitLambdaExpression(tree, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
          return task(tree) ? null : super.visitMemberReference(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
          return tree.getClassBody() != null && task(tree) ? null : super.visitNewClass(tree, null);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
          List<ExpressionTree> values = held(tree);
          values.forEach(Search.this::tasks);
          if (!values.isEmpty()) {
            added(ASTHelpers.getSymbol(tree));
          }
          return null;
        }
      }.scan(Nesting.bare(collection), null);
    }

    private boolean task(ExpressionTree function) {
      boolean isTask = is(ASTHelpers.getType(function), TASK);
      if (isTask) {
        add(function);
      }
      return isTask;
    }

    /** What is added to a collection by the same body. */
    private void added(Symbol collection) {
      Tree body = place.callable();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
          ExpressionTree receiver = ASTHelpers.getReceiver(tree);
          if (receiver != null
              && ASTHelpers.getSymbol(receiver) == collection
              && ASTHelpers.getSymbol(tree).name.contentEquals("add")) {
            tree.getArguments().forEach(Search.this::tasks);
          }
          return super.visitMethodInvocation(tree, null);
        }
      }.scan(body, null);
    }
  }
}
