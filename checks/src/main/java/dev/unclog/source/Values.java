package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMemberReference.ReferenceKind;
import dev.unclog.call.MethodKey;
import dev.unclog.call.NeverNull;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** What the expressions of a compilation unit stand for, as far as the unit shows it. */
final class Values {
  /** How many variables in a row are looked behind. */
  private static final int DEEPEST = 4;

  /** A variable that is given more than this is looked behind only where it stands itself. */
  private static final int MOST_ALTERNATIVES = 4;

  private static final Set<TypeTag> NUMBERS = EnumSet.of(TypeTag.BYTE, TypeTag.SHORT, TypeTag.INT);

  private final CompilationUnitTree unit;
  private final Types types;
  private final Variables variables;
  private final Receivers receivers;
  private final Results results;

  Values(
      CompilationUnitTree unit,
      Types types,
      Variables variables,
      Receivers receivers,
      Results results) {
    this.unit = unit;
    this.types = types;
    this.variables = variables;
    this.receivers = receivers;
    this.results = results;
  }

  /** What a parameter is where its value is used. */
  private interface Scope {
    Value parameter(VarSymbol parameter, String type);
  }

  /**
   * What an expression stands for.
   *
   * @param frame the callable in whose facts this will be: it counts parameters its own way; null
   *     for an initialiser, which has none
   */
  Value of(ExpressionTree expression, Frame frame) {
    return of(expression, 0, (parameter, type) -> seenFrom(frame, parameter, type));
  }

  private Value of(ExpressionTree written, int depth, Scope scope) {
    ExpressionTree expression = plain(written);
    if (!mayBeSeveral(expression, depth)) {
      return single(expression, depth, scope);
    }
    List<Value> values = new ArrayList<>(1);
    collect(expression, values, depth, scope);
    if (values.size() > 1) {
      values = List.copyOf(new LinkedHashSet<>(values));
    }
    return values.size() == 1 ? values.get(0) : new Value.OneOf(values);
  }

  /** Without what does not change a value: a cast to a type of smaller numbers may. */
  ExpressionTree plain(ExpressionTree written) {
    ExpressionTree inner = written;
    while (true) {
      if (inner instanceof ParenthesizedTree parenthesized) {
        inner = parenthesized.getExpression();
      } else if (inner instanceof TypeCastTree cast && !isNarrowing(cast)) {
        inner = cast.getExpression();
      } else {
        return inner;
      }
    }
  }

  private boolean isNarrowing(TypeCastTree cast) {
    Type to = ASTHelpers.getType(cast);
    Type from = ASTHelpers.getType(cast.getExpression());
    return to != null
        && from != null
        && to.isPrimitive()
        && from.isPrimitive()
        && !types.isSubtype(from, to);
  }

  /** Most expressions need no search. */
  private static boolean mayBeSeveral(ExpressionTree expression, int depth) {
    return expression instanceof ConditionalExpressionTree
        || depth < DEEPEST
            && (expression instanceof IdentifierTree || expression instanceof MemberSelectTree);
  }

  private void collect(ExpressionTree written, List<Value> into, int depth, Scope scope) {
    ExpressionTree expression = plain(written);
    if (expression instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression(), into, depth, scope);
      collect(choice.getFalseExpression(), into, depth, scope);
    } else {
      List<ExpressionTree> held = depth < DEEPEST ? held(expression) : List.of();
      if (held.isEmpty() || (depth > 0 && held.size() > MOST_ALTERNATIVES)) {
        into.add(single(expression, depth, scope));
        return;
      }
      for (ExpressionTree value : held) {
        collect(value, into, depth + 1, scope);
      }
    }
  }

  /** All that a variable ever holds; empty if that is not in sight, or it is a constant anyway. */
  private List<ExpressionTree> held(ExpressionTree expression) {
    Optional<VarSymbol> named = Variables.named(expression);
    if (named.isEmpty() || ASTHelpers.constValue(expression) != null) {
      return List.of();
    }
    VarSymbol variable = named.get();
    List<ExpressionTree> values = variables.allValues(variable);
    return isGivenFlag(variable, values) || isSetUnseen(variable, values) ? List.of() : values;
  }

  /** Whether something is a flag that says no more than what its object was made with. */
  private static boolean isGivenFlag(VarSymbol variable, List<ExpressionTree> values) {
    return ConstantFlags.isFlag(variable)
        && values.stream().noneMatch(value -> Nesting.bare(value) instanceof MethodInvocationTree);
  }

  /**
   * Whether something is a field that may hold more than what it is given in sight: one that is
   * never given anything is set by others, and one that is declared without a value holds zero or
   * null at first.
   */
  private boolean isSetUnseen(VarSymbol variable, List<ExpressionTree> values) {
    if (variable.getKind() != ElementKind.FIELD || (variable.flags() & Flags.FINAL) != 0) {
      return false;
    }
    return isComparable(variable.type)
        ? values.stream().noneMatch(variables::isInitialiser)
        : values.stream().allMatch(value -> value.getKind() == Tree.Kind.NULL_LITERAL);
  }

  Types types() {
    return types;
  }

  String erased(Type type) {
    return Signatures.erased(type, types);
  }

  /** Whether what is of a type is compared to constants: a number, a text, or one of an enum. */
  static boolean isComparable(Type type) {
    return type != null
        && (NUMBERS.contains(type.getTag())
            || (type.tsym.flags() & Flags.ENUM) != 0
            || NameTexts.is(type.tsym.flatName(), "java.lang.String"));
  }

  private Value single(ExpressionTree expression, int depth, Scope scope) {
    if (expression.getKind() == Tree.Kind.NULL_LITERAL) {
      return new Value.Null();
    }
    Object constant = ASTHelpers.constValue(expression);
    if (constant != null) {
      boolean isZero = constant instanceof Number number && number.doubleValue() == 0;
      return isZero ? new Value.Zero() : new Value.Constant(constant.toString());
    }
    if (expression instanceof LambdaExpressionTree lambda) {
      return function(lambda, scope);
    }
    if (expression instanceof MemberReferenceTree reference
        && ((JCMemberReference) reference).sym instanceof MethodSymbol method) {
      return reference(reference, method, depth, scope);
    }
    if (expression instanceof NewClassTree made && depth < DEEPEST) {
      return made(made, depth, scope);
    }
    if (expression instanceof MethodInvocationTree call && depth < DEEPEST) {
      return result(call, depth, scope);
    }
    if (expression.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return opposite(of(((UnaryTree) expression).getExpression(), depth, scope));
    }
    Symbol symbol = ASTHelpers.getSymbol(expression);
    if (Callees.isEnumConstant(symbol)) {
      return new Value.Named(NameTexts.of(symbol.owner.flatName()), NameTexts.of(symbol.name));
    }
    if (symbol instanceof VarSymbol && symbol.isStatic() && NameTexts.is(symbol.name, "ZERO")) {
      return new Value.Zero();
    }
    if (symbol instanceof VarSymbol variable && variables.parameter(variable).isPresent()) {
      return scope.parameter(variable, typeName(expression));
    }
    if (symbol instanceof VarSymbol field && ConstantFlags.isFlag(field)) {
      return ConstantFlags.flag(field);
    }
    return new Value.Unknown(typeName(expression));
  }

  private static Value opposite(Value value) {
    if (value instanceof Value.Not not) {
      return not.value();
    }
    return value instanceof Value.Parameter
            || value instanceof Value.Result
            || value instanceof Value.Flag
        ? new Value.Not(value)
        : new Value.Unknown("boolean");
  }

  private Value.Function function(LambdaExpressionTree lambda, Scope scope) {
    List<Value> brought = new ArrayList<>();
    for (VarSymbol parameter : captured(variables.frame(lambda))) {
      brought.add(scope.parameter(parameter, Signatures.erased(parameter.type, types)));
    }
    return new Value.Function(
        Functions.key(lambda, unit), typeName(lambda), new Value.Null(), brought);
  }

  private Value.Function reference(
      MemberReferenceTree tree, MethodSymbol method, int depth, Scope scope) {
    ReferenceKind kind = ((JCMemberReference) tree).kind;
    boolean isBound = kind == ReferenceKind.BOUND || kind == ReferenceKind.SUPER;
    return new Value.Function(
        Signatures.key(method, types),
        typeName(tree),
        isBound ? of(tree.getQualifierExpression(), depth + 1, scope) : new Value.Null(),
        List.of());
  }

  private Value made(NewClassTree tree, int depth, Scope scope) {
    ClassTree anonymous = tree.getClassBody();
    MethodKey key = Signatures.key(ASTHelpers.getSymbol(tree), types);
    Optional<MethodSymbol> function =
        anonymous == null ? Optional.empty() : Functions.soleMethod(anonymous);
    return function.isPresent()
        ? new Value.Function(Signatures.key(function.get(), types), typeName(tree.getIdentifier()))
        : new Value.Made(key, arguments(tree.getArguments(), depth, scope));
  }

  private List<Value> arguments(
      List<? extends ExpressionTree> expressions, int depth, Scope scope) {
    List<Value> arguments = new ArrayList<>();
    for (ExpressionTree expression : expressions) {
      arguments.add(of(expression, depth + 1, scope));
    }
    return arguments;
  }

  private Value result(MethodInvocationTree tree, int depth, Scope scope) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    Type type = ASTHelpers.getType(tree);
    if (Jdk.returnsItself(method) && ASTHelpers.getReceiver(tree) != null) {
      return of(ASTHelpers.getReceiver(tree), depth + 1, scope);
    }
    // Not of what a variable was given: a field may not have been given it as yet.
    boolean isGiven =
        depth == 0
            && NeverNull.is(NameTexts.of(method.owner.flatName()), NameTexts.of(method.name));
    if (!isGiven && !results.isOfInterest(method, type)) {
      return new Value.Unknown(typeName(tree));
    }
    Optional<ExpressionTree> receiver = Optional.ofNullable(ASTHelpers.getReceiver(tree));
    JavacCallee written = new JavacCallee(method, ASTHelpers.getReceiverType(tree), types);
    JavacCallee callee =
        receiver
            .filter(on -> !(on instanceof MethodInvocationTree))
            .map(on -> receivers.refined(written, of(on, depth + 1, scope)))
            .orElse(written);
    return new Value.Result(
        Signatures.key(callee.method(), types),
        NameTexts.of(callee.receiver().flatName()),
        callee != written || Receivers.isExact(written, receiver),
        Results.asArguments(arguments(tree.getArguments(), depth, scope)),
        typeName(tree));
  }

  private String typeName(Tree tree) {
    Type type = ASTHelpers.getType(tree);
    return type == null || type.isErroneous() ? "" : Signatures.erased(type, types);
  }

  private Value seenFrom(Frame frame, VarSymbol parameter, String type) {
    Variables.Parameter declared = variables.parameter(parameter).orElseThrow();
    int position = -1;
    if (frame != null) {
      List<VarSymbol> captured = captured(frame);
      position =
          declared.frame() == frame
              ? captured.size() + declared.position()
              : captured.indexOf(parameter);
    }
    return position < 0 ? new Value.Unknown(type) : new Value.Parameter(position, type);
  }

  /** The parameters of the callables around it that a lambda uses, in the order of first use. */
  private List<VarSymbol> captured(Frame frame) {
    if (frame.captured() == null) {
      frame.setCaptured(List.of()); // For a lambda that comes upon itself while it is searched.
      if (frame.tree() instanceof LambdaExpressionTree lambda) {
        frame.setCaptured(new Capture(frame).in(lambda));
      }
    }
    return frame.captured();
  }

  /** Searches a lambda for what it takes along. */
  private final class Capture extends TreeScanner<Void, Void> {
    private final Frame frame;
    private final Set<VarSymbol> found = new LinkedHashSet<>();

    Capture(Frame frame) {
      this.frame = frame;
    }

    List<VarSymbol> in(LambdaExpressionTree lambda) {
      scan(lambda.getBody(), null);
      return List.copyOf(found);
    }

    private Value note(VarSymbol parameter, String type) {
      if (frame.isWithin(variables.parameter(parameter).orElseThrow().frame())) {
        found.add(parameter);
      }
      return new Value.Unknown(type);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree) instanceof VarSymbol) {
        of(tree, 0, this::note);
      }
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree) instanceof VarSymbol) {
        of(tree, 0, this::note);
      }
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      function(tree, this::note);
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      return null; // What a class within brings is kept in fields of its own.
    }
  }
}
