package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.List;
import java.util.Optional;

/** How a place names the Vert.x that it belongs to, if it can. */
final class VertxNames {
  private static final String VERTX = "io.vertx.core.Vertx";
  private static final String EXCHANGE = "io.vertx.ext.web.RoutingContext";

  private final Types types;

  VertxNames(Types types) {
    this.types = types;
  }

  /** An expression; the nearest parameter's or field's that has it. */
  Optional<String> at(Nesting place, int depth) {
    boolean isStatic = false;
    for (int i = depth; i >= 0; i--) {
      Tree tree = place.at(i);
      Optional<String> found = Optional.empty();
      if (tree instanceof LambdaExpressionTree lambda) {
        found = ofParameters(lambda.getParameters());
      } else if (tree instanceof MethodTree method) {
        found = ofParameters(method.getParameters());
        isStatic |= ASTHelpers.getSymbol(method).isStatic();
      } else if (tree instanceof ClassTree type) {
        found = ofFields(ASTHelpers.getSymbol(type).type, isStatic);
        isStatic |= ASTHelpers.getSymbol(type).isStatic();
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofParameters(List<? extends VariableTree> parameters) {
    for (VariableTree parameter : parameters) {
      VarSymbol symbol = ASTHelpers.getSymbol(parameter);
      if ((symbol.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) != 0) {
        if (is(symbol, VERTX)) {
          return Optional.of(symbol.name.toString());
        }
        if (is(symbol, EXCHANGE)) {
          return Optional.of(symbol.name + ".vertx()");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofFields(Type type, boolean onlyStatic) {
    for (Type above : types.closure(type)) {
      for (Symbol member : above.tsym.members().getSymbols(VarSymbol.class::isInstance)) {
        boolean isInherited = above.tsym == type.tsym || (member.flags() & Flags.PRIVATE) == 0;
        if (isInherited && (member.isStatic() || !onlyStatic) && is((VarSymbol) member, VERTX)) {
          return Optional.of(member.name.toString());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean is(VarSymbol variable, String type) {
    return variable.type.tsym.flatName().contentEquals(type);
  }
}
