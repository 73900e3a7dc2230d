package dev.unclog.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.Optional;

/** What is called without being written: by loops, at the end of a {@code try}. */
final class ImpliedCalls {
  private ImpliedCalls() {}

  /** What the call is made on, by the tree that implies it. */
  static Optional<ExpressionTree> receiver(Tree tree) {
    if (tree instanceof VariableTree variable) {
      return Optional.ofNullable(variable.getInitializer());
    }
    return tree instanceof ExpressionTree expression ? Optional.of(expression) : Optional.empty();
  }

  /** What a loop over a type asks for its elements; empty if the type has no such thing. */
  static Optional<Type> iterator(Type iterated, Types types) {
    return noParameters(iterated, "iterator", types)
        .map(method -> types.memberType(iterated, method).getReturnType());
  }

  /** The method of a name without parameters that a type declares or inherits. */
  static Optional<MethodSymbol> noParameters(Type type, String name, Types types) {
    if (type == null) {
      return Optional.empty();
    }
    for (Type above : types.closure(types.skipTypeVars(type, /* capture= */ false))) {
      for (Symbol member :
          above.tsym.members().getSymbolsByName(above.tsym.name.table.fromString(name))) {
        if (member instanceof MethodSymbol method && method.params().isEmpty()) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }
}
