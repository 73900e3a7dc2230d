package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;

/** Finds where the functions are written that an expression stands for. */
final class FunctionOrigins {
  /** How many variables and methods are looked through, one behind the other. */
  private static final int DEEPEST = 3;

  private final Types types;
  private final Declarations declarations;
  private final Function<CompilationUnitTree, FactsReader> facts;

  /**
   * Those in the sources of one compilation.
   *
   * @param facts reads a unit
   */
  FunctionOrigins(
      Types types, Declarations declarations, Function<CompilationUnitTree, FactsReader> facts) {
    this.types = types;
    this.declarations = declarations;
    this.facts = facts;
  }

  /** Whether an expression may stand for a function that is written elsewhere. */
  static boolean isAnotherName(ExpressionTree expression) {
    return switch (expression.getKind()) {
      case IDENTIFIER, MEMBER_SELECT, METHOD_INVOCATION -> true;
      case NEW_CLASS -> !FunctionArguments.isFunction(expression);
      default -> false;
    };
  }

  /**
   * The functions in sight that an expression may stand for.
   *
   * @param function the method of the interface that they are called by
   * @param unit where the expression stands
   * @return lambdas, method references, anonymous objects, and methods of classes
   */
  Set<Tree> of(ExpressionTree expression, MethodSymbol function, CompilationUnitTree unit) {
    Search search = new Search(function);
    search.in(expression, unit, 0);
    return search.found;
  }

  private final class Search {
    private final MethodSymbol function;
    private final Set<Tree> found = Collections.newSetFromMap(new IdentityHashMap<>());

    Search(MethodSymbol function) {
      this.function = function;
    }

    void in(ExpressionTree expression, CompilationUnitTree unit, int depth) {
      ExpressionTree bare = Nesting.bare(expression);
      if (FunctionArguments.isFunction(bare)) {
        found.add(bare);
      } else if (bare instanceof ConditionalExpressionTree choice) {
        in(choice.getTrueExpression(), unit, depth);
        in(choice.getFalseExpression(), unit, depth);
      } else if (isAnotherName(bare) && !isOfClass(bare) && depth < DEEPEST) {
        behind(bare, unit, depth + 1);
      }
    }

    /** Whatever holds an object of a class that is a function: it is that class's method. */
    private boolean isOfClass(ExpressionTree expression) {
      Type type = ASTHelpers.getType(expression);
      if (type == null || !type.hasTag(TypeTag.CLASS) || type.tsym.isInterface()) {
        return false;
      }
      MethodSymbol method = function.implementation(type.tsym, types, /* checkResult= */ true);
      if (method != null) {
        declarations.of(method).map(Declarations.Declared::tree).ifPresent(found::add);
      }
      return true;
    }

    private void behind(ExpressionTree name, CompilationUnitTree unit, int depth) {
      if (name instanceof MethodInvocationTree call) {
        declarations.of(ASTHelpers.getSymbol(call)).ifPresent(maker -> madeBy(maker, depth));
      } else if (ASTHelpers.getSymbol(name) instanceof VarSymbol variable
          && Variables.isInSight(variable)) {
        CompilationUnitTree home = declarations.unitOf(variable).orElse(unit);
        facts.apply(home).held(name).forEach(value -> in(value, home, depth));
      }
    }

    private void madeBy(Declarations.Declared maker, int depth) {
      Declarations.results(maker.tree()).forEach(result -> in(result, maker.unit(), depth));
    }
  }
}
