package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** What the expressions of a compilation unit stand for, as far as the unit shows it. */
final class Values {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  private final CompilationUnitTree unit;
  private final Types types;
  private final Map<Symbol, List<ExpressionTree>> assigned = new HashMap<>();
  private final Map<Symbol, Integer> parameters = new HashMap<>();

  private Values(CompilationUnitTree unit, Types types) {
    this.unit = unit;
    this.types = types;
  }

  /** Collects every initialiser and assignment of a unit. */
  static Values in(CompilationUnitTree unit, Types types) {
    Values values = new Values(unit, types);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        for (int i = 0; i < tree.getParameters().size(); i++) {
          values.parameters.put(ASTHelpers.getSymbol(tree.getParameters().get(i)), i);
        }
        return super.visitMethod(tree, null);
      }

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

  /** What an expression stands for. */
  Value of(ExpressionTree expression) {
    Set<Value> values = new LinkedHashSet<>();
    collect(expression, values, 0);
    return values.size() == 1 ? values.iterator().next() : new Value.OneOf(List.copyOf(values));
  }

  private void collect(ExpressionTree expression, Set<Value> into, int depth) {
    if (expression instanceof ParenthesizedTree parenthesized) {
      collect(parenthesized.getExpression(), into, depth);
    } else if (expression instanceof TypeCastTree cast) {
      collect(cast.getExpression(), into, depth);
    } else if (expression instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression(), into, depth);
      collect(choice.getFalseExpression(), into, depth);
    } else if (depth < DEEPEST && allInSight(expression)) {
      for (ExpressionTree value : assigned.get(ASTHelpers.getSymbol(expression))) {
        collect(value, into, depth + 1);
      }
    } else {
      into.add(single(expression, depth));
    }
  }

  private Value single(ExpressionTree expression, int depth) {
    if (expression.getKind() == Tree.Kind.NULL_LITERAL) {
      return new Value.Null();
    }
    Object constant = ASTHelpers.constValue(expression);
    if (constant != null) {
      boolean isZero = constant instanceof Number number && number.doubleValue() == 0;
      return isZero ? new Value.Zero() : new Value.Constant(constant.toString());
    }
    if (expression instanceof LambdaExpressionTree lambda) {
      return new Value.Function(Functions.key(lambda, unit), typeName(expression));
    }
    if (expression instanceof MemberReferenceTree reference
        && ((JCMemberReference) reference).sym instanceof MethodSymbol method) {
      return new Value.Function(Signatures.key(method, types), typeName(expression));
    }
    if (expression instanceof NewClassTree made && depth < DEEPEST) {
      return made(made, depth);
    }
    Symbol symbol = ASTHelpers.getSymbol(expression);
    if (symbol instanceof VarSymbol && symbol.isStatic() && symbol.name.contentEquals("ZERO")) {
      return new Value.Zero();
    }
    if (parameters.containsKey(symbol) && !assigned.containsKey(symbol)) {
      return new Value.Parameter(parameters.get(symbol), typeName(expression));
    }
    return new Value.Unknown(typeName(expression));
  }

  private Value made(NewClassTree tree, int depth) {
    ClassTree anonymous = tree.getClassBody();
    MethodSymbol constructor = ASTHelpers.getSymbol(tree);
    MethodKey key = Signatures.key(constructor, types);
    List<Value> arguments = new ArrayList<>();
    for (ExpressionTree argument : tree.getArguments()) {
      Set<Value> values = new LinkedHashSet<>();
      collect(argument, values, depth + 1);
      arguments.add(
          values.size() == 1 ? values.iterator().next() : new Value.OneOf(List.copyOf(values)));
    }
    return anonymous == null
        ? new Value.Made(key, arguments)
        : Functions.soleMethod(anonymous)
            .<Value>map(
                method ->
                    new Value.Function(
                        Signatures.key(method, types), typeName(tree.getIdentifier())))
            .orElseGet(() -> new Value.Made(key, arguments));
  }

  private String typeName(Tree tree) {
    Type type = ASTHelpers.getType(tree);
    return type == null || type.isErroneous() ? "" : Signatures.erased(type, types);
  }

  /** Locals, private fields and final ones: nobody else sets them. */
  private boolean allInSight(ExpressionTree expression) {
    if (!(expression instanceof IdentifierTree || expression instanceof MemberSelectTree)
        || !(ASTHelpers.getSymbol(expression) instanceof VarSymbol variable)
        || !assigned.containsKey(variable)
        || ASTHelpers.constValue(expression) != null) {
      return false;
    }
    ElementKind kind = variable.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.RESOURCE_VARIABLE
        || (kind == ElementKind.FIELD && (variable.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0);
  }
}
