package dev.unclog.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is declared in the sources of one compilation. */
final class Declarations {
  private final Enter enter;

  Declarations(Enter enter) {
    this.enter = enter;
  }

  /** A method that has a body, and where it stands. */
  record Declared(MethodTree tree, CompilationUnitTree unit) {}

  /** A method's tree. Looks through a whole unit, so that answers are worth keeping. */
  Optional<Declared> of(MethodSymbol method) {
    return unitOf(method)
        .flatMap(
            unit ->
                TreeInfo.declarationFor(method, (JCTree) unit) instanceof MethodTree tree
                        && tree.getBody() != null
                    ? Optional.of(new Declared(tree, unit))
                    : Optional.empty());
  }

  /** The unit that something is declared in. */
  Optional<CompilationUnitTree> unitOf(Symbol symbol) {
    ClassSymbol type = symbol.enclClass();
    Env<AttrContext> environment = type == null ? null : enter.getEnv(type.outermostClass());
    return environment == null ? Optional.empty() : Optional.of(environment.toplevel);
  }

  /** The expressions that a method returns the values of. */
  static List<ExpressionTree> results(MethodTree method) {
    List<ExpressionTree> results = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void unused) {
        if (tree.getExpression() != null) {
          results.add(tree.getExpression());
        }
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(method.getBody(), null);
    return results;
  }
}
