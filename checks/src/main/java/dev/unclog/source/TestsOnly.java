package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What tests alone do: methods that are marked as visible for tests, by whichever library's
 * annotation, and that nothing else in sight calls; and flags that such methods alone raise.
 */
final class TestsOnly {
  private static final String MARK = "VisibleForTesting";

  private final Types types;
  private final Supplier<List<Landmarks>> landmarks;
  private Set<MethodSymbol> uncalled;

  TestsOnly(Types types, Supplier<List<Landmarks>> landmarks) {
    this.types = types;
    this.landmarks = landmarks;
  }

  static boolean isMarked(Symbol method) {
    for (Attribute.Compound annotation : method.getAnnotationMirrors()) {
      if (NameTexts.is(annotation.type.tsym.name, MARK)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a flag may be there for tests: one that other packages cannot set, in a class with
   * methods for tests.
   */
  static boolean maySet(VarSymbol flag) {
    return flag.owner.kind == Kind.TYP
        && flag.type.hasTag(TypeTag.BOOLEAN)
        && (flag.flags() & (Flags.FINAL | Flags.PUBLIC | Flags.PROTECTED)) == 0
        && flag.enclClass().members().getSymbols(TestsOnly::isMarkedMethod).iterator().hasNext();
  }

  private static boolean isMarkedMethod(Symbol member) {
    return member instanceof MethodSymbol && isMarked(member);
  }

  /** Whether nobody but tests calls a method. */
  boolean call(MethodSymbol method) {
    if (uncalled == null) {
      uncalled = uncalled();
    }
    return uncalled.contains(method);
  }

  private Set<MethodSymbol> uncalled() {
    Set<MethodSymbol> marked = new HashSet<>();
    for (Landmarks unit : landmarks.get()) {
      unit.classes().stream()
          .flatMap(type -> type.getMembers().stream())
          .filter(member -> member instanceof MethodTree)
          .map(member -> ASTHelpers.getSymbol((MethodTree) member))
          .filter(TestsOnly::isMarked)
          .filter(method -> !method.isConstructor() && !overrides(method))
          .forEach(marked::add);
    }
    // What one of them calls is called by tests too, unless others call it.
    boolean isSettled = false;
    while (!isSettled && !marked.isEmpty()) {
      Calls calls = new Calls(Set.copyOf(marked));
      landmarks.get().stream().filter(calls::mayBeIn).forEach(unit -> calls.in(unit.unit()));
      isSettled = !marked.removeAll(calls.called);
    }
    return marked;
  }

  private boolean overrides(MethodSymbol method) {
    return !ASTHelpers.findSuperMethods(method, types).isEmpty();
  }

  /** Whether a flag is lowered in every object, unless a test has raised it. */
  boolean raise(VarSymbol flag) {
    Raises raises = new Raises(flag);
    for (Landmarks unit : landmarks.get()) {
      boolean maySet =
          unit.classes().stream()
              .findFirst()
              .filter(type -> ASTHelpers.getSymbol(type).packge() == flag.packge())
              .isPresent();
      if (maySet) {
        raises.in(unit.unit());
      }
    }
    return raises.isDeclared && !raises.areInOperation;
  }

  /** Walks units and knows in which method it is; functions count as that around them. */
  private abstract static class Walk extends TreeScanner<Void, Void> {
    private MethodSymbol around;

    final void in(CompilationUnitTree unit) {
      around = null;
      scan(unit.getTypeDecls(), null);
    }

    /** The method that the walk is in; null in an initialiser. */
    final MethodSymbol around() {
      return around;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      MethodSymbol outer = around;
      around = ASTHelpers.getSymbol(tree);
      super.visitMethod(tree, null);
      around = outer;
      return null;
    }
  }

  /** Which of some methods are called by others. */
  private static final class Calls extends Walk {
    private final Set<MethodSymbol> methods;
    private final Set<MethodSymbol> called = new HashSet<>();

    Calls(Set<MethodSymbol> methods) {
      this.methods = methods;
    }

    boolean mayBeIn(Landmarks unit) {
      return unit.calls().stream().anyMatch(call -> isOne(ASTHelpers.getSymbol(call)))
          || unit.functions().stream()
              .anyMatch(
                  function ->
                      function instanceof MemberReferenceTree reference
                          && isOne(ASTHelpers.getSymbol(reference)));
    }

    private boolean isOne(Symbol method) {
      return method instanceof MethodSymbol && methods.contains(method);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      note(ASTHelpers.getSymbol(tree));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      note(ASTHelpers.getSymbol(tree));
      return super.visitMemberReference(tree, null);
    }

    private void note(MethodSymbol callee) {
      if (isOne(callee) && !methods.contains(around())) {
        called.add(callee);
      }
    }
  }

  /** Whether a flag is raised elsewhere than in methods for tests. */
  private final class Raises extends Walk {
    private final VarSymbol flag;
    private boolean isDeclared;
    private boolean areInOperation;

    Raises(VarSymbol flag) {
      this.flag = flag;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree) == flag) {
        isDeclared = true;
        areInOperation |= tree.getInitializer() != null && !isFalse(tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      if (isOf(tree.getVariable()) && !isFalse(tree.getExpression())) {
        raised();
      }
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      if (isOf(tree.getVariable())) {
        raised();
      }
      return super.visitCompoundAssignment(tree, null);
    }

    private boolean isOf(ExpressionTree variable) {
      return ASTHelpers.getSymbol(ASTHelpers.stripParentheses(variable)) == flag;
    }

    private void raised() {
      areInOperation |= around() == null || !call(around());
    }

    private static boolean isFalse(Tree value) {
      return value instanceof ExpressionTree expression
          && Boolean.FALSE.equals(ASTHelpers.constValue(ASTHelpers.stripParentheses(expression)));
    }
  }
}
