package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a compilation unit. */
final class SourceText {
  private final CompilationUnitTree unit;

  SourceText(CompilationUnitTree unit) {
    this.unit = unit;
  }

  /** A tree as it was written. */
  String of(Tree tree) {
    int start = ASTHelpers.getStartPosition(tree);
    int end = TreeInfo.getEndPos((JCTree) tree, ((JCTree.JCCompilationUnit) unit).endPositions);
    try {
      return unit.getSourceFile()
          .getCharContent(/* ignoreEncodingErrors= */ true)
          .subSequence(start, end)
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Arguments as they were written. */
  String of(List<? extends ExpressionTree> arguments) {
    return arguments.stream().map(this::of).collect(Collectors.joining(", "));
  }
}
