package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** Where the variables of a compilation unit get what they hold. */
final class Variables {
  private final Map<Symbol, List<ExpressionTree>> assigned = new HashMap<>();
  private final Set<ExpressionTree> initialisers = new HashSet<>();
  private final Map<Symbol, Set<Tree>> changedIn = new HashMap<>();
  private final Map<ExpressionTree, Assignment> assignments = new HashMap<>();
  private final Map<Symbol, ExpressionTree> iterated = new HashMap<>();
  private final Map<Symbol, Parameter> parameters = new HashMap<>();
  private final Map<Tree, Frame> frames = new HashMap<>();
  private final List<InstanceOfTree> typeTests = new ArrayList<>(0);

  private Variables() {}

  /**
   * A parameter.
   *
   * @param frame whose
   * @param position from 0, among those that are declared
   */
  record Parameter(Frame frame, int position) {}

  /**
   * The assignment of a field.
   *
   * @param frame the callable that makes it; null for an initialiser
   * @param isOfThis whether it is a field of this object, or of the class
   */
  record Assignment(Frame frame, boolean isOfThis) {}

  /** Reads a unit. */
  static Variables in(CompilationUnitTree unit) {
    Variables variables = new Variables();
    variables.new Reader().scan(unit.getTypeDecls(), null);
    return variables;
  }

  private final class Reader extends CodeScanner {
    private final Deque<Tree> loops = new ArrayDeque<>();
    private Frame frame;

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return within(null, () -> super.visitClass(tree, null));
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      Frame method = declare(tree, null, tree.getParameters());
      return within(method, () -> super.visitMethod(tree, null));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      Frame lambda = declare(tree, frame, tree.getParameters());
      return within(lambda, () -> super.visitLambdaExpression(tree, null));
    }

    private Frame declare(Tree tree, Frame outer, List<? extends VariableTree> declared) {
      Frame callable = new Frame(tree, outer);
      frames.put(tree, callable);
      int position = 0;
      for (VariableTree parameter : declared) {
        parameters.put(ASTHelpers.getSymbol(parameter), new Parameter(callable, position++));
      }
      return callable;
    }

    private Void within(Frame inner, Runnable scan) {
      Frame outer = frame;
      frame = inner;
      scan.run();
      frame = outer;
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        put(ASTHelpers.getSymbol(tree), tree.getInitializer());
        initialisers.add(tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      change(tree.getVariable(), tree.getExpression());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      change(tree.getVariable(), tree);
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            change(tree.getExpression(), tree);
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    private void change(ExpressionTree variable, ExpressionTree value) {
      Symbol symbol = ASTHelpers.getSymbol(variable);
      if (symbol != null) {
        put(symbol, value);
        if (symbol.getKind() == ElementKind.FIELD) {
          assignments.put(value, new Assignment(frame, isOfThis(variable)));
        }
        if (!loops.isEmpty()) {
          changedIn.computeIfAbsent(symbol, key -> new HashSet<>()).addAll(loops);
        }
      }
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
      typeTests.add(tree);
      return super.visitInstanceOf(tree, null);
    }

    private void put(Symbol variable, ExpressionTree value) {
      assigned.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      iterated.put(ASTHelpers.getSymbol(tree.getVariable()), tree.getExpression());
      return loop(tree, () -> super.visitEnhancedForLoop(tree, null));
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
      return loop(tree, () -> super.visitForLoop(tree, null));
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
      return loop(tree, () -> super.visitWhileLoop(tree, null));
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
      return loop(tree, () -> super.visitDoWhileLoop(tree, null));
    }

    private Void loop(Tree tree, Runnable scan) {
      loops.push(tree);
      scan.run();
      loops.pop();
      return null;
    }
  }

  private static boolean isOfThis(ExpressionTree field) {
    return field instanceof MemberSelectTree select
        ? Receivers.isSelf(select.getExpression())
        : field instanceof IdentifierTree;
  }

  /** All tests by {@code instanceof} in the unit. */
  List<InstanceOfTree> typeTests() {
    return typeTests;
  }

  /** What a method or lambda is as a callable; null for any other tree. */
  Frame frame(Tree tree) {
    return frames.get(tree);
  }

  /** What a variable is as a parameter; empty if it is none, or is assigned to. */
  Optional<Parameter> parameter(Symbol variable) {
    return assigned.containsKey(variable)
        ? Optional.empty()
        : Optional.ofNullable(parameters.get(variable));
  }

  /**
   * All that a variable is ever given; empty if others may give it something. That of locals,
   * private fields and final ones: nobody else sets them.
   */
  List<ExpressionTree> allValues(Symbol variable) {
    List<ExpressionTree> values = assigned.getOrDefault(variable, List.of());
    if (values.isEmpty()) {
      return values;
    }
    return isInSight(variable) ? values : List.of();
  }

  /** Whether nobody outside of its unit gives a variable anything. */
  static boolean isInSight(Symbol variable) {
    ElementKind kind = variable.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.RESOURCE_VARIABLE
        || (kind == ElementKind.FIELD && (variable.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0);
  }

  /** All that is assigned to a variable in the unit, whoever else may assign it. */
  List<ExpressionTree> assigned(Symbol variable) {
    return assigned.getOrDefault(variable, List.of());
  }

  /** How a field is given a value; empty where it is declared with it. */
  Optional<Assignment> assignment(ExpressionTree value) {
    return Optional.ofNullable(assignments.get(value));
  }

  /** The one thing that a variable ever holds, from the start; empty if there is no such thing. */
  Optional<ExpressionTree> onlyValue(Symbol variable) {
    List<ExpressionTree> values = allValues(variable);
    boolean isFixed =
        values.size() == 1
            && (variable.getKind() != ElementKind.FIELD
                || (variable.flags() & Flags.FINAL) != 0
                || initialisers.contains(values.get(0)));
    return isFixed ? Optional.of(values.get(0)) : Optional.empty();
  }

  /**
   * What a local or parameter holds where it is named, however often it is assigned: what the last
   * statement before it gives it, on every way there.
   *
   * @param name names it
   * @param nesting where it is named, or where what it held further up is
   * @return empty if a branch or a loop may give it something else
   */
  Optional<ExpressionTree> latest(ExpressionTree name, Nesting nesting) {
    Symbol variable = ASTHelpers.getSymbol(name);
    if (assigned(variable).isEmpty() || !isLocal(variable)) {
      return Optional.empty();
    }
    int use = position(name);
    for (int depth = nesting.size() - 2; depth >= nesting.body(); depth--) {
      int end = TreeInfo.getStartPos((JCTree) nesting.at(depth + 1));
      List<StatementTree> passed = nesting.allPassed(depth);
      for (int i = passed.size() - 1; i >= 0; i--) {
        int start = TreeInfo.getStartPos((JCTree) passed.get(i));
        if (end <= use && isAssignedBetween(start, end, variable)) {
          // What is assigned after it stands in another branch, which may lead here all the same.
          return isAssignedBetween(end, use, variable)
              ? Optional.empty()
              : assigns(passed.get(i), variable);
        }
        end = start;
      }
      if (changedIn.getOrDefault(variable, Set.of()).contains(nesting.at(depth))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an object was made right here, or by the very statement before: nobody else has had it
   * since.
   *
   * @param object an expression
   * @param nesting where it is evaluated
   */
  boolean isJustMade(ExpressionTree object, Nesting nesting) {
    if (object instanceof NewClassTree) {
      return true;
    }
    if (!isOfThis(object)) {
      return false;
    }
    Symbol variable = ASTHelpers.getSymbol(object);
    if (assigned(variable).stream().noneMatch(NewClassTree.class::isInstance)) {
      return false;
    }
    int statement = nesting.size() - 1;
    while (statement > nesting.body() && !(nesting.at(statement) instanceof StatementTree)) {
      statement--;
    }
    List<StatementTree> passed = statement == 0 ? List.of() : nesting.allPassed(statement - 1);
    return !passed.isEmpty()
        && assigns(passed.get(passed.size() - 1), variable)
            .filter(NewClassTree.class::isInstance)
            .isPresent();
  }

  private static boolean isLocal(Symbol variable) {
    return variable.getKind() == ElementKind.LOCAL_VARIABLE
        || variable.getKind() == ElementKind.PARAMETER;
  }

  private boolean isAssignedBetween(int start, int end, Symbol variable) {
    return assigned(variable).stream()
        .mapToInt(Variables::position)
        .anyMatch(at -> at >= start && at < end);
  }

  /** What a statement gives a variable that does just that. */
  private static Optional<ExpressionTree> assigns(StatementTree statement, Symbol variable) {
    if (statement instanceof VariableTree declared) {
      return ASTHelpers.getSymbol(declared) == variable
          ? Optional.ofNullable(declared.getInitializer())
          : Optional.empty();
    }
    return statement instanceof ExpressionStatementTree made
            && made.getExpression() instanceof AssignmentTree assignment
            && ASTHelpers.getSymbol(assignment.getVariable()) == variable
        ? Optional.of(assignment.getExpression())
        : Optional.empty();
  }

  /** Whether a variable is declared with a value. */
  boolean isInitialiser(ExpressionTree value) {
    return initialisers.contains(value);
  }

  /** What the variable of an enhanced loop runs over; empty for any other variable. */
  Optional<ExpressionTree> iteratedBy(Symbol variable) {
    return Optional.ofNullable(iterated.get(variable));
  }

  /**
   * Whether a variable may hold something else at a place than it did further up on the way there.
   *
   * @param since where it was looked at
   * @param nesting the place
   * @param left the loops that contain the place but not the look
   */
  boolean mayChange(Symbol variable, Tree since, Nesting nesting, Collection<Tree> left) {
    List<ExpressionTree> values = assigned.getOrDefault(variable, List.of());
    int from = position(since);
    int to = position(nesting.place());
    for (ExpressionTree value : values) {
      int at = position(value);
      if (at > from && at < to && !initialisers.contains(value) && !nesting.isWithin(value)) {
        return true;
      }
    }
    Set<Tree> loops = changedIn.getOrDefault(variable, Set.of());
    return left.stream().anyMatch(loops::contains);
  }

  private static int position(Tree tree) {
    return ((JCTree) tree).pos;
  }

  /** The variable that an expression names; empty if it is anything else. */
  static Optional<VarSymbol> named(ExpressionTree expression) {
    return switch (expression.getKind()) {
      case IDENTIFIER, MEMBER_SELECT ->
          ASTHelpers.getSymbol(expression) instanceof VarSymbol variable
              ? Optional.of(variable)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
