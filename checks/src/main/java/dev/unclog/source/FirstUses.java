package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/**
 * Private fields that are set when somebody first asks for them: what a method does where it finds
 * one unset, and then sets it, is done once, or once for each object.
 *
 * <p>Of objects, references alone: that a flag is set tells as often that something has ended. The
 * same goes for maps out of which a method takes what it makes, and puts in, where it is missing.
 */
final class FirstUses {
  private FirstUses() {}

  /**
   * What a condition without parts finds of such a field.
   *
   * @param frame the callable that asks; null for an initialiser
   * @return empty if it asks something else
   */
  static Optional<Guard> found(
      ExpressionTree condition, boolean answer, Variables variables, Frame frame) {
    if (frame == null) {
      return Optional.empty();
    }
    if (condition instanceof BinaryTree comparison) {
      boolean asksIfSet = comparison.getKind() == Tree.Kind.NOT_EQUAL_TO;
      return asksIfSet || comparison.getKind() == Tree.Kind.EQUAL_TO
          ? comparedToNull(comparison)
              .flatMap(name -> isSet(name, variables, frame))
              .map(isSet -> new Guard(isSet, asksIfSet == answer))
          : Optional.empty();
    }
    return Variables.named(condition)
        .filter(field -> field.type.hasTag(TypeTag.BOOLEAN) && field.isStatic())
        .filter(field -> isOne(field) && isSetIn(frame, field))
        .map(field -> new Guard(isSet(field, variables), answer));
  }

  private static Optional<Value> isSet(VarSymbol name, Variables variables, Frame frame) {
    return fields(name, variables)
        .filter(field -> isOne(field) && isSetIn(frame, field))
        .map(field -> isSet(field, variables))
        .or(
            () ->
                takenOut(name, variables).filter(map -> isPutIn(frame, map)).map(FirstUses::isIn));
  }

  private static Value isIn(VarSymbol map) {
    return new Value.IsSet(
        NameTexts.of(map.owner.flatName()), NameTexts.of(map.name), /* isForGood= */ false);
  }

  /** The map that a local variable was taken out of. */
  private static Optional<VarSymbol> takenOut(VarSymbol variable, Variables variables) {
    return variable.getKind() == ElementKind.LOCAL_VARIABLE
        ? variables.allValues(variable).stream()
            .flatMap(value -> called(Nesting.bare(value), "get").stream())
            .findFirst()
        : Optional.empty();
  }

  /** The field on which an expression calls a method of this name. */
  private static Optional<VarSymbol> called(Tree expression, String method) {
    return expression instanceof MethodInvocationTree call
            && NameTexts.is(ASTHelpers.getSymbol(call).name, method)
            && ASTHelpers.getReceiver(call) != null
        ? Variables.named(Nesting.bare(ASTHelpers.getReceiver(call)))
            .filter(map -> map.getKind() == ElementKind.FIELD)
        : Optional.empty();
  }

  private static boolean isPutIn(Frame frame, VarSymbol map) {
    return Boolean.TRUE.equals(
        new Finder() {
          @Override
          public Boolean visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            return called(tree, "put")
                    .or(() -> called(tree, "putIfAbsent"))
                    .equals(Optional.of(map))
                ? Boolean.TRUE
                : super.visitMethodInvocation(tree, null);
          }
        }.scan(frame.tree(), null));
  }

  /** Whether any of what is scanned is what is looked for. */
  private abstract static class Finder extends TreeScanner<Boolean, Void> {
    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) ? one : other;
    }
  }

  private static Value isSet(VarSymbol field, Variables variables) {
    boolean isForGood =
        field.isStatic()
            && variables.assigned(field).stream()
                .noneMatch(value -> isUnset(value) && !variables.isInitialiser(value));
    return new Value.IsSet(
        NameTexts.of(field.owner.flatName()), NameTexts.of(field.name), isForGood);
  }

  private static Optional<VarSymbol> comparedToNull(BinaryTree comparison) {
    if (isUnset(comparison.getRightOperand())) {
      return Variables.named(Nesting.bare(comparison.getLeftOperand()));
    }
    return isUnset(comparison.getLeftOperand())
        ? Variables.named(Nesting.bare(comparison.getRightOperand()))
        : Optional.empty();
  }

  /** A field, or the one that a local variable was read from, as is the custom here. */
  private static Optional<VarSymbol> fields(VarSymbol variable, Variables variables) {
    return variable.getKind() == ElementKind.LOCAL_VARIABLE
        ? variables.allValues(variable).stream()
            .flatMap(value -> Variables.named(Nesting.bare(value)).stream())
            .filter(value -> value.getKind() == ElementKind.FIELD)
            .findFirst()
        : Optional.of(variable);
  }

  private static boolean isOne(VarSymbol field) {
    return field.getKind() == ElementKind.FIELD
        && (field.flags() & (Flags.PRIVATE | Flags.FINAL)) == Flags.PRIVATE;
  }

  private static boolean isUnset(ExpressionTree value) {
    return value.getKind() == Tree.Kind.NULL_LITERAL
        || Boolean.FALSE.equals(ASTHelpers.constValue(value));
  }

  private static boolean isSetIn(Frame frame, VarSymbol field) {
    return Boolean.TRUE.equals(
        new Finder() {
          @Override
          public Boolean visitAssignment(AssignmentTree tree, Void unused) {
            return ASTHelpers.getSymbol(tree.getVariable()) == field
                    && !isUnset(tree.getExpression())
                ? Boolean.TRUE
                : super.visitAssignment(tree, null);
          }
        }.scan(frame.tree(), null));
  }
}
