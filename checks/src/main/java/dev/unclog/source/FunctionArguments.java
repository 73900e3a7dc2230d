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
import java.util.function.Predicate;

/** Remembers what becomes of the functions written as arguments, until the scan comes to them. */
final class FunctionArguments {
  private final Map<Tree, FunctionRoles.Role> known = new IdentityHashMap<>();
  private final Predicate<Tree> names;
  private final Function<Tree, Optional<FunctionRoles.Role>> elsewhere;

  private FunctionArguments(
      Predicate<Tree> names, Function<Tree, Optional<FunctionRoles.Role>> elsewhere) {
    this.names = names;
    this.elsewhere = elsewhere;
  }

  /** Only what is written as an argument itself. */
  static FunctionArguments asWritten() {
    return new FunctionArguments(argument -> false, function -> Optional.empty());
  }

  /**
   * Beside what is written as an argument, what is given away elsewhere.
   *
   * @param elsewhere what becomes of a function there
   */
  static FunctionArguments knowing(Function<Tree, Optional<FunctionRoles.Role>> elsewhere) {
    return new FunctionArguments(argument -> false, elsewhere);
  }

  /**
   * Beside what is written as an argument, what only has its name there.
   *
   * @param names which arguments are names of functions
   */
  static FunctionArguments named(Predicate<Tree> names) {
    return new FunctionArguments(names, function -> Optional.empty());
  }

  /** Asks for the role of each function that an argument may evaluate to. */
  void in(ExpressionTree argument, Function<Tree, Optional<FunctionRoles.Role>> roles) {
    if (argument instanceof ParenthesizedTree parenthesized) {
      in(parenthesized.getExpression(), roles);
    } else if (argument instanceof TypeCastTree cast) {
      in(cast.getExpression(), roles);
    } else if (argument instanceof ConditionalExpressionTree choice) {
      in(choice.getTrueExpression(), roles);
      in(choice.getFalseExpression(), roles);
    } else if (isFunction(argument) || names.test(argument)) {
      roles.apply(argument).ifPresent(role -> known.put(argument, role));
    }
  }

  /** What becomes of a function; empty if it is not given away, or nothing is known. */
  Optional<FunctionRoles.Role> roleOf(Tree function) {
    FunctionRoles.Role role = known.remove(function);
    return role == null ? elsewhere.apply(function) : Optional.of(role);
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

  /** Whether any argument may be a function, or the name of one. */
  boolean mayBeAmongst(List<? extends ExpressionTree> arguments) {
    if (amongst(arguments)) {
      return true;
    }
    for (ExpressionTree argument : arguments) {
      if (names.test(argument)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is a function as it is written. */
  static boolean isFunction(Tree tree) {
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
