package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which method a call runs, by what is known of the object it is made on. */
final class Receivers {
  private final Types types;
  private final Callees callees;

  Receivers(Types types, Callees callees) {
    this.types = types;
    this.callees = callees;
  }

  /**
   * The type that a call is made on. Where no receiver is written, it is the nearest type around
   * the call that has the method: an override in a sister type of it cannot be meant.
   */
  static Type typeOf(MethodInvocationTree call, ClassSymbol inside, Types types) {
    if (call.getMethodSelect() instanceof IdentifierTree) {
      ClassSymbol declaring = ASTHelpers.getSymbol(call).enclClass();
      for (ClassSymbol type = inside; type != null; type = type.owner.enclClass()) {
        if (type.isSubClass(declaring, types)) {
          return type.type;
        }
      }
    }
    return ASTHelpers.getReceiverType(call);
  }

  /** The callee through the type that its receiver was made as, where that is in sight. */
  JavacCallee refined(JavacCallee callee, Value receiver) {
    MethodSymbol method = callee.method();
    Optional<String> type = madeAs(receiver);
    if (type.isEmpty()) {
      return callee; // Of nearly every call.
    }
    Optional<ClassSymbol> made = callees.type(type.get());
    if (made.isEmpty() || method.isStatic() || !made.get().isSubClass(method.enclClass(), types)) {
      return callee;
    }
    MethodSymbol implementation = method.implementation(made.get(), types, /* checkResult= */ true);
    return new JavacCallee(
        implementation == null ? method : implementation, made.get().type, types);
  }

  private static Optional<String> madeAs(Value value) {
    if (value instanceof Value.Made made) {
      return Optional.of(made.constructor().type());
    }
    if (value instanceof Value.OneOf several) {
      Set<Optional<String>> types = new HashSet<>();
      for (Value one : several.values()) {
        if (!(one instanceof Value.Null)) {
          types.add(madeAs(one));
        }
      }
      return types.size() == 1 ? types.iterator().next() : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether no override can be run in a callee's place. */
  static boolean isExact(JavacCallee callee, Optional<ExpressionTree> receiver) {
    MethodSymbol method = callee.method();
    return method.isStatic()
        || method.isConstructor()
        || (method.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        || (method.enclClass().flags() & Flags.FINAL) != 0
        || (callee.receiver().flags() & Flags.FINAL) != 0
        || receiver.filter(Receivers::isSuper).isPresent();
  }

  /** Whether an expression is {@code this} or {@code super}. */
  static boolean isSelf(ExpressionTree expression) {
    return expression instanceof IdentifierTree name
        && (NameTexts.is(name.getName(), "this") || NameTexts.is(name.getName(), "super"));
  }

  private static boolean isSuper(ExpressionTree receiver) {
    return receiver instanceof IdentifierTree name
        ? NameTexts.is(name.getName(), "super")
        : receiver instanceof MemberSelectTree outer
            && NameTexts.is(outer.getIdentifier(), "super");
  }
}
