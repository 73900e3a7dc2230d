package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.Optional;
import java.util.Set;

/**
 * What a constructor gives to threads that it has made itself, before anybody else can give them
 * anything: nothing that they serve waits for that, since they serve nothing as yet.
 */
final class FirstTasks {
  private static final Set<String> SUBMITTING = Set.of("execute", "submit");

  /** What gives one loop of a group. */
  private static final String NEXT = "next";

  private static final String EXECUTOR = "java.util.concurrent.Executor";

  private static final Set<Tree.Kind> LOOPS =
      Set.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  private FirstTasks() {}

  /** Whether a call gives its function to threads that have had nothing else to do. */
  static boolean isGivenBy(TreeCall call) {
    Nesting place = call.nesting();
    if (!(call.tree() instanceof MethodInvocationTree submission)
        || !(place.callable() instanceof MethodTree method)
        || !ASTHelpers.getSymbol(method).isConstructor()) {
      return false;
    }
    return submittedTo(submission)
        .filter(threads -> isOwn(threads, ASTHelpers.getSymbol(method)))
        .filter(
            threads -> {
              Uses uses = new Uses(threads, submission, outermostLoop(place).orElse(submission));
              uses.scan(method.getBody(), null);
              return uses.areFirst();
            })
        .isPresent();
  }

  /** A local variable, or a field of the very object that is made. */
  private static boolean isOwn(VarSymbol threads, MethodSymbol constructor) {
    return threads.owner == constructor
        || (threads.owner == constructor.owner && !threads.isStatic());
  }

  private static Optional<Tree> outermostLoop(Nesting place) {
    for (int depth = place.body(); depth < place.size(); depth++) {
      if (LOOPS.contains(place.at(depth).getKind())) {
        return Optional.of(place.at(depth));
      }
    }
    return Optional.empty();
  }

  /** The variable that holds the executor, or the group of executors, that a call gives work to. */
  private static Optional<VarSymbol> submittedTo(MethodInvocationTree call) {
    return SUBMITTING.contains(NameTexts.of(ASTHelpers.getSymbol(call).name))
        ? holder(ASTHelpers.getReceiver(call))
        : Optional.empty();
  }

  private static Optional<VarSymbol> holder(ExpressionTree executor) {
    if (executor == null) {
      return Optional.empty();
    }
    ExpressionTree bare = Nesting.bare(executor);
    if (bare instanceof MethodInvocationTree next
        && ASTHelpers.getSymbol(next).name.contentEquals(NEXT)
        && next.getArguments().isEmpty()) {
      return holder(ASTHelpers.getReceiver(next));
    }
    return isOfThis(bare) ? Variables.named(bare) : Optional.empty();
  }

  private static boolean isOfThis(ExpressionTree variable) {
    return variable instanceof IdentifierTree
        || (variable instanceof MemberSelectTree select && isThis(select.getExpression()));
  }

  private static boolean isThis(ExpressionTree expression) {
    return expression instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  private static boolean isExecutor(Type type) {
    return type != null
        && type.tsym instanceof ClassSymbol symbol
        && (symbol.flatName().contentEquals(EXECUTOR)
            || isExecutor(symbol.getSuperclass())
            || symbol.getInterfaces().stream().anyMatch(FirstTasks::isExecutor));
  }

  /** What becomes of a variable from where it is given new threads to where they get their work. */
  private static final class Uses extends TreeScanner<Void, Void> {
    private final VarSymbol threads;
    private final MethodInvocationTree submission;
    private final Tree last;
    private int assigned;
    private boolean areNew;
    private boolean wereNew;
    private boolean isOver;
    private boolean areKnownToOthers;

    /**
     * What is looked for.
     *
     * @param last after it, nothing comes before the submission; around it, if that is in a loop
     */
    Uses(VarSymbol threads, MethodInvocationTree submission, Tree last) {
      this.threads = threads;
      this.submission = submission;
      this.last = last;
    }

    boolean areFirst() {
      return assigned == 1 && wereNew && !areKnownToOthers;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
      super.scan(tree, null);
      isOver |= tree == last;
      return null;
    }

    private boolean isBefore() {
      return areNew && !isOver;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree) == threads && tree.getInitializer() != null) {
        assign(tree.getInitializer());
        return null;
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree.getVariable()) == threads) {
        assign(tree.getExpression());
        return null;
      }
      return super.visitAssignment(tree, null);
    }

    private void assign(ExpressionTree value) {
      if (Nesting.bare(value).getKind() != Tree.Kind.NULL_LITERAL) {
        assigned++;
        areNew |= Nesting.bare(value) instanceof NewClassTree made && bringsItsThreads(made);
      }
    }

    /** Others may have given work to an executor that something is made of. */
    private static boolean bringsItsThreads(NewClassTree made) {
      return made.getArguments().stream()
          .noneMatch(argument -> isExecutor(ASTHelpers.getType(argument)));
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (tree == submission) {
        wereNew = areNew;
      }
      if (!isBefore()) {
        return super.visitMethodInvocation(tree, null);
      }
      if (submittedTo(tree).filter(threads::equals).isPresent()) {
        return null; // It comes first as well, or right behind.
      }
      MethodSymbol method = ASTHelpers.getSymbol(tree);
      ExpressionTree receiver = ASTHelpers.getReceiver(tree);
      areKnownToOthers |= !method.isStatic() && (receiver == null || isThis(receiver));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      note(ASTHelpers.getSymbol(tree));
      return isThis(tree.getExpression()) ? null : super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      note(ASTHelpers.getSymbol(tree));
      areKnownToOthers |= isBefore() && isThis(tree);
      return null;
    }

    private void note(Symbol named) {
      areKnownToOthers |= isBefore() && named == threads;
    }
  }
}
