package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;

/** The expressions that the variables of a compilation unit get their values from. */
final class Values {
  private final Map<Symbol, List<ExpressionTree>> assigned = new HashMap<>();

  /** Collects every initialiser and assignment of a unit. */
  static Values in(CompilationUnitTree unit) {
    Values values = new Values();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        values.put(ASTHelpers.getSymbol(tree), tree.getInitializer());
        return super.visitVariable(tree, null);
      }

      @Override
      public Void visitAssignment(AssignmentTree tree, Void unused) {
        values.put(ASTHelpers.getSymbol(tree.getVariable()), tree.getExpression());
        return super.visitAssignment(tree, null);
      }

      @Override
      public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        values.put(ASTHelpers.getSymbol(tree.getVariable()), tree);
        return super.visitCompoundAssignment(tree, null);
      }
    }.scan(unit, null);
    return values;
  }

  private void put(Symbol variable, ExpressionTree value) {
    if (variable != null && value != null) {
      assigned.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
    }
  }

  /**
   * The expressions that one may stand for: itself, or all that its variable is ever set to where
   * that is in sight.
   */
  List<ExpressionTree> of(ExpressionTree expression) {
    List<ExpressionTree> values = new ArrayList<>();
    collect(expression, values, 0);
    return values;
  }

  private void collect(ExpressionTree expression, List<ExpressionTree> into, int depth) {
    if (expression instanceof ParenthesizedTree parenthesized) {
      collect(parenthesized.getExpression(), into, depth);
    } else if (expression instanceof TypeCastTree cast) {
      collect(cast.getExpression(), into, depth);
    } else if (expression instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression(), into, depth);
      collect(choice.getFalseExpression(), into, depth);
    } else if (depth < 4
        && isVariable(expression)
        && allInSight(ASTHelpers.getSymbol(expression))) {
      for (ExpressionTree value : assigned.get(ASTHelpers.getSymbol(expression))) {
        if (value.getKind() != Tree.Kind.NULL_LITERAL) {
          collect(value, into, depth + 1);
        }
      }
    } else {
      into.add(expression);
    }
  }

  private static boolean isVariable(ExpressionTree expression) {
    return expression instanceof IdentifierTree || expression instanceof MemberSelectTree;
  }

  /** Locals, private fields and final ones: nobody else sets them. */
  private boolean allInSight(Symbol symbol) {
    if (!(symbol instanceof VarSymbol variable) || !assigned.containsKey(symbol)) {
      return false;
    }
    ElementKind kind = variable.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.RESOURCE_VARIABLE
        || (kind == ElementKind.FIELD && (variable.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0);
  }
}
