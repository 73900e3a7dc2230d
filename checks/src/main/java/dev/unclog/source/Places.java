package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.unclog.finding.Finding;

/** Where trees stand in a compilation unit. */
final class Places {
  private final CompilationUnitTree unit;
  private final LineMap lines;

  Places(CompilationUnitTree unit) {
    this.unit = unit;
    this.lines = unit.getLineMap();
  }

  /**
   * The place a compiler would point at: the whole expression where it stands on one line, from the
   * called name on where it is a longer chain.
   */
  Finding.Place of(Tree tree) {
    JCTree node = (JCTree) tree;
    int start = Math.max(0, ASTHelpers.getStartPosition(tree));
    int preferred = Math.max(start, node.pos);
    if (lines.getLineNumber(start) != lines.getLineNumber(preferred)) {
      start = preferred;
    }
    int end =
        Math.max(
            start + 1, TreeInfo.getEndPos(node, ((JCTree.JCCompilationUnit) unit).endPositions));
    return new Finding.Place(
        unit.getSourceFile().toUri().toString(),
        line(start),
        column(start),
        line(end),
        column(end));
  }

  /** The name of a unit's file, without the folders. */
  static String fileName(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private int line(int position) {
    return (int) lines.getLineNumber(position);
  }

  /** Counted in characters; {@link LineMap#getColumnNumber} would count a tab as eight. */
  private int column(int position) {
    return (int) (position - lines.getStartPosition(lines.getLineNumber(position))) + 1;
  }
}
