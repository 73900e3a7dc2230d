package dev.unclog.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCLiteral;

/**
 * Walks the code that runs. Passed over are types, modifiers, and names and literals that stand for
 * themselves: more than half of all trees, and nothing is ever looked for in them.
 */
abstract class CodeScanner extends TreeScanner<Void, Void> {
  @Override
  public Void scan(Tree tree, Void unused) {
    if (mayHoldCode(tree)) {
      tree.accept(this, null);
    }
    return null;
  }

  /** Whether a tree is worth a visit; the classes are asked for since every tree is tested. */
  static boolean mayHoldCode(Tree tree) {
    return tree != null && !(tree instanceof JCIdent) && !(tree instanceof JCLiteral);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return scan(tree.getMembers(), null);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    return scan(tree.getBody(), null);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    return scan(tree.getInitializer(), null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return scan(tree.getBody(), null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    return scan(tree.getQualifierExpression(), null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    scan(tree.getMethodSelect(), null);
    return scan(tree.getArguments(), null);
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public Void visitModifiers(ModifiersTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitPrimitiveType(PrimitiveTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitArrayType(ArrayTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitParameterizedType(ParameterizedTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitUnionType(UnionTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitAnnotatedType(AnnotatedTypeTree tree, Void unused) {
    return null;
  }
}
