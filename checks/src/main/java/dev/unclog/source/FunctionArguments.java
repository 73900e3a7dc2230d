package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Remembers what becomes of the functions written as arguments, until the scan comes to them. */
final class FunctionArguments {
  private final Map<Tree, FunctionRoles.Role> known = new IdentityHashMap<>();

  /** Asks for the role of each function that an argument may evaluate to. */
  void in(ExpressionTree argument, Function<Tree, Optional<FunctionRoles.Role>> roles) {
    if (argument instanceof ParenthesizedTree parenthesized) {
      in(parenthesized.getExpression(), roles);
    } else if (argument instanceof TypeCastTree cast) {
      in(cast.getExpression(), roles);
    } else if (argument instanceof ConditionalExpressionTree choice) {
      in(choice.getTrueExpression(), roles);
      in(choice.getFalseExpression(), roles);
    } else if (isFunction(argument)) {
      roles.apply(argument).ifPresent(role -> known.put(argument, role));
    }
  }

  /** What becomes of a function; empty if it is no argument, or nothing is known. */
  Optional<FunctionRoles.Role> roleOf(Tree function) {
    return Optional.ofNullable(known.remove(function));
  }

  /**
   * Whether any argument may be a function: what nearly every call can be spared further thought
   * by.
   */
  static boolean amongst(List<? extends ExpressionTree> arguments) {
    for (ExpressionTree argument : arguments) {
      if (isFunction(argument)
          || argument instanceof ParenthesizedTree
          || argument instanceof TypeCastTree
          || argument instanceof ConditionalExpressionTree) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFunction(Tree tree) {
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || (tree instanceof NewClassTree made && made.getClassBody() != null);
  }

  /** The constructor that an anonymous class passes its arguments to. */
  static Optional<MethodSymbol> superConstructor(ClassTree anonymous) {
    for (Tree member : anonymous.getMembers()) {
      if (isConstructor(member)
          && ((MethodTree) member).getBody().getStatements().get(0)
              instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof MethodInvocationTree call) {
        return Optional.of(ASTHelpers.getSymbol(call));
      }
    }
    return Optional.empty();
  }

  static boolean isConstructor(Tree member) {
    return member instanceof MethodTree method && ASTHelpers.getSymbol(method).isConstructor();
  }
}
