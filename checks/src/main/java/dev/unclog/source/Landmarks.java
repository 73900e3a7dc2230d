package dev.unclog.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The trees of a compilation unit that are looked for across all units: who implements a type, who
 * makes an object, who gives it away. Gathered in one walk, for each walk costs as much as another
 * look at every name.
 *
 * @param classes in the order of the source, as all of these
 * @param functions lambdas and method references
 * @param creations expressions with {@code new}
 * @param calls of methods
 */
record Landmarks(
    CompilationUnitTree unit,
    List<ClassTree> classes,
    List<ExpressionTree> functions,
    List<NewClassTree> creations,
    List<MethodInvocationTree> calls) {
  /** Those of several units, in their order. */
  static List<Landmarks> of(List<CompilationUnitTree> units) {
    return units.stream().map(Landmarks::of).toList();
  }

  private static Landmarks of(CompilationUnitTree unit) {
    Landmarks found =
        new Landmarks(
            unit, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    found.new Walk().scan(unit.getTypeDecls(), null);
    return found;
  }

  private final class Walk extends CodeScanner {
    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      classes.add(tree);
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      functions.add(tree);
      return super.visitLambdaExpression(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      functions.add(tree);
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      creations.add(tree);
      return super.visitNewClass(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      calls.add(tree);
      return super.visitMethodInvocation(tree, null);
    }
  }
}
