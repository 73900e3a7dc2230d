package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCDefaultCaseLabel;
import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** What parameters are compared to: constants, by {@code ==}, {@code equals} or a switch. */
final class Comparisons {
  private final Variables variables;
  private final Values values;

  Comparisons(Variables variables, Values values) {
    this.variables = variables;
    this.values = values;
  }

  /** What a condition without parts shows by its answer. */
  Optional<Guard> shown(ExpressionTree condition, boolean answer, Frame frame) {
    if (condition instanceof BinaryTree comparison) {
      boolean asksIfEqual = comparison.getKind() == Tree.Kind.EQUAL_TO;
      return asksIfEqual || comparison.getKind() == Tree.Kind.NOT_EQUAL_TO
          ? equal(comparison.getLeftOperand(), comparison.getRightOperand(), frame)
              .filter(equal -> !isText(comparison))
              .map(equal -> new Guard(equal, asksIfEqual == answer))
          : Optional.empty();
    }
    return condition instanceof MethodInvocationTree call
        ? equal(call, frame).map(equal -> new Guard(equal, answer))
        : Optional.empty();
  }

  /** Two texts may be equal, and not the same. */
  private static boolean isText(BinaryTree comparison) {
    return ASTHelpers.constValue(comparison.getLeftOperand()) instanceof String
        || ASTHelpers.constValue(comparison.getRightOperand()) instanceof String;
  }

  /** {@code a.equals(b)} and {@code Objects.equals(a, b)}. */
  private Optional<Value.Equals> equal(MethodInvocationTree call, Frame frame) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    if (!NameTexts.is(method.name, "equals")) {
      return Optional.empty();
    }
    List<? extends ExpressionTree> given = call.getArguments();
    if (given.size() == 1 && ASTHelpers.getReceiver(call) != null) {
      return equal(ASTHelpers.getReceiver(call), given.get(0), frame);
    }
    return given.size() == 2 && method.owner.getQualifiedName().contentEquals("java.util.Objects")
        ? equal(given.get(0), given.get(1), frame)
        : Optional.empty();
  }

  private Optional<Value.Equals> equal(ExpressionTree one, ExpressionTree other, Frame frame) {
    ExpressionTree left = values.plain(one);
    ExpressionTree right = values.plain(other);
    return equalTo(left, right, frame).or(() -> equalTo(right, left, frame));
  }

  private Optional<Value.Equals> equalTo(
      ExpressionTree name, ExpressionTree constant, Frame frame) {
    boolean isNull = constant.getKind() == Tree.Kind.NULL_LITERAL;
    return isNull || isConstant(constant)
        ? tested(name, isNull, frame)
            .map(tested -> new Value.Equals(tested, values.of(constant, frame)))
        : Optional.empty();
  }

  private static boolean isConstant(ExpressionTree expression) {
    Object value = ASTHelpers.constValue(expression);
    return value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof String
        || Callees.isEnumConstant(ASTHelpers.getSymbol(expression));
  }

  /** A parameter, or what an object holds, that may be compared to null, or to other constants. */
  private Optional<Value> tested(ExpressionTree expression, boolean isNull, Frame frame) {
    Optional<Value> parameter = parameter(expression, isNull, frame);
    if (parameter.isPresent()) {
      return parameter;
    }
    ExpressionTree name =
        Variables.named(expression)
            .filter(variable -> variable.getKind() == ElementKind.LOCAL_VARIABLE)
            .flatMap(variables::onlyValue)
            .map(values::plain)
            .orElse(expression);
    if (isNull) {
      return held(name, frame);
    }
    return name instanceof MethodInvocationTree call ? said(call, frame) : field(name, frame);
  }

  /** A field of this object that may be compared to constants other than null. */
  Optional<Value> field(ExpressionTree name, Frame frame) {
    return Values.isComparable(ASTHelpers.getType(name)) ? held(name, frame) : Optional.empty();
  }

  /** A flag of this object that is true. */
  Optional<Value> flag(ExpressionTree name, Frame frame) {
    return held(name, frame).map(flag -> new Value.Equals(flag, new Value.Constant("true")));
  }

  private Optional<Value> held(ExpressionTree name, Frame frame) {
    boolean isOfThis =
        name instanceof IdentifierTree
            || (name instanceof MemberSelectTree select
                && Receivers.isSelf(select.getExpression()));
    return isOfThis
        ? Variables.named(name)
            .filter(AssignedFields::isOne)
            .filter(field -> methodOf(frame).filter(in -> in.owner == field.owner).isPresent())
            .map(field -> held(new Value.This(NameTexts.of(field.owner.flatName())), field))
        : Optional.empty();
  }

  private Value held(Value object, VarSymbol field) {
    return new Value.Held(
        object,
        NameTexts.of(field.owner.flatName()),
        NameTexts.of(field.name),
        values.erased(field.type));
  }

  /** What this object or a parameter says when it is asked. */
  private Optional<Value> said(MethodInvocationTree call, Frame frame) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    if (!call.getArguments().isEmpty()
        || method.isStatic()
        || Jdk.has(method)
        || !Values.isComparable(ASTHelpers.getType(call))) {
      return Optional.empty();
    }
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    boolean isThis = receiver == null || Receivers.isSelf(receiver);
    Optional<Value> object =
        isThis
            ? methodOf(frame)
                .filter(in -> in.enclClass().isSubClass(method.owner, values.types()))
                .map(in -> new Value.This(NameTexts.of(in.owner.flatName())))
            : Variables.named(values.plain(receiver))
                .filter(variable -> variables.parameter(variable).isPresent())
                .map(variable -> values.of(receiver, frame))
                .filter(Value.Parameter.class::isInstance);
    return object.map(
        of ->
            Value.Held.saidBy(
                of,
                Signatures.key(method, values.types()),
                values.erased(ASTHelpers.getType(call))));
  }

  /** The method that a callable is; empty for a lambda or an initialiser. */
  static Optional<MethodSymbol> methodOf(Frame frame) {
    return frame != null && frame.tree() instanceof MethodTree method
        ? Optional.of(ASTHelpers.getSymbol(method))
        : Optional.empty();
  }

  private Optional<Value> parameter(ExpressionTree name, boolean isNull, Frame frame) {
    return Variables.named(name)
        .filter(variable -> variables.parameter(variable).isPresent())
        .filter(
            variable ->
                isNull ? !variable.type.hasTag(TypeTag.ARRAY) : Values.isComparable(variable.type))
        .map(variable -> values.of(name, frame))
        .filter(Value.Parameter.class::isInstance);
  }

  /** What a case of a switch shows of what it is over. */
  Optional<Guard> ofCase(Tree parent, CaseTree branch, Frame frame) {
    ExpressionTree selector;
    List<? extends CaseTree> cases;
    if (parent instanceof SwitchTree statement) {
      selector = statement.getExpression();
      cases = statement.getCases();
    } else if (parent instanceof SwitchExpressionTree expression) {
      selector = expression.getExpression();
      cases = expression.getCases();
    } else {
      return Optional.empty();
    }
    return tested(values.plain(selector), /* isNull= */ false, frame)
        .flatMap(tested -> shown(tested, cases, leadingTo(branch, cases), frame));
  }

  private Optional<Guard> shown(
      Value tested, List<? extends CaseTree> all, List<CaseTree> leading, Frame frame) {
    boolean isOther = leading.stream().anyMatch(Comparisons::isDefault);
    Set<Value> constants = new LinkedHashSet<>();
    for (CaseTree each : all) {
      if (isOther == leading.contains(each)) {
        continue;
      }
      boolean isPlain = isDefault(each) || !each.getExpressions().isEmpty();
      if (!isPlain) {
        return Optional.empty(); // A pattern.
      }
      for (ExpressionTree label : each.getExpressions()) {
        constants.add(values.of(label, frame));
      }
    }
    return Value.Equals.any(tested, constants).map(equal -> new Guard(equal, !isOther));
  }

  /** A case, and those before it that fall into it. */
  private static List<CaseTree> leadingTo(CaseTree branch, List<? extends CaseTree> cases) {
    List<CaseTree> leading = new ArrayList<>(1);
    for (int i = cases.indexOf(branch); i >= 0; i--) {
      if (cases.get(i) != branch && !fallsThrough(cases.get(i))) {
        break;
      }
      leading.add(cases.get(i));
    }
    return leading;
  }

  private static boolean fallsThrough(CaseTree branch) {
    if (branch.getCaseKind() == CaseTree.CaseKind.RULE) {
      return false;
    }
    List<? extends StatementTree> statements = branch.getStatements();
    return statements.isEmpty() || !Way.leaves(statements.get(statements.size() - 1));
  }

  private static boolean isDefault(CaseTree branch) {
    return ((JCCase) branch).labels.stream().anyMatch(JCDefaultCaseLabel.class::isInstance);
  }
}
