package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is declared in the sources of one compilation. */
final class Declarations {
  private final Enter enter;
  private final Supplier<Map<MethodSymbol, Declared>> methods;

  Declarations(Enter enter, Supplier<List<Landmarks>> landmarks) {
    this.enter = enter;
    this.methods = Suppliers.memoize(() -> methods(landmarks.get()));
  }

  /** A method that has a body, and where it stands. */
  record Declared(MethodTree tree, CompilationUnitTree unit) {}

  private static Map<MethodSymbol, Declared> methods(List<Landmarks> units) {
    Map<MethodSymbol, Declared> all = new HashMap<>();
    for (Landmarks unit : units) {
      for (ClassTree type : unit.classes()) {
        for (Tree member : type.getMembers()) {
          if (member instanceof MethodTree method && method.getBody() != null) {
            all.put(ASTHelpers.getSymbol(method), new Declared(method, unit.unit()));
          }
        }
      }
    }
    return all;
  }

  /** A method's tree; empty if it has no body, or none in sight. */
  Optional<Declared> of(MethodSymbol method) {
    return Optional.ofNullable(methods.get().get(method));
  }

  /** The unit that something is declared in. */
  Optional<CompilationUnitTree> unitOf(Symbol symbol) {
    ClassSymbol type = symbol.enclClass();
    Env<AttrContext> environment = type == null ? null : enter.getEnv(type.outermostClass());
    return environment == null ? Optional.empty() : Optional.of(environment.toplevel);
  }

  /** The expressions that a method returns the values of. */
  static List<ExpressionTree> results(MethodTree method) {
    return returned(method.getBody());
  }

  /** The expressions that a function returns the values of. */
  static List<ExpressionTree> results(LambdaExpressionTree function) {
    return function.getBody() instanceof ExpressionTree result
        ? List.of(result)
        : returned(function.getBody());
  }

  private static List<ExpressionTree> returned(Tree body) {
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
    }.scan(body, null);
    return results;
  }
}
