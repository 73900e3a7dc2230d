package dev.unclog.checks;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import java.util.regex.Pattern;

/** Which sources are looked at. */
final class Sources {
  /**
   * {@code src/test/…}, {@code src/integrationTest/…}: Maven's folder, and what Gradle's users add.
   */
  private static final Pattern TEST_FOLDER = Pattern.compile("/src/(test|[a-zA-Z]+Test)[a-zA-Z]*/");

  private static final Pattern GENERATED_FOLDER =
      Pattern.compile("/(target/generated-(test-)?sources|build/generated)/");

  private Sources() {}

  /**
   * Whether a unit is written by a person, for production.
   *
   * @param tests look at tests as well
   */
  static boolean isLookedAt(CompilationUnitTree unit, VisitorState state, boolean tests) {
    String path = unit.getSourceFile().toUri().toString();
    if (!tests
        && (state.errorProneOptions().isTestOnlyTarget() || TEST_FOLDER.matcher(path).find())) {
      return false;
    }
    return !isExcluded(unit, state)
        && !GENERATED_FOLDER.matcher(path).find()
        && unit.getTypeDecls().stream().noneMatch(Sources::isGenerated);
  }

  /** By {@code -XepExcludedPaths}: Error Prone asks no check about such a unit. */
  private static boolean isExcluded(CompilationUnitTree unit, VisitorState state) {
    Pattern excluded = state.errorProneOptions().getExcludedPattern();
    return excluded != null && excluded.matcher(ASTHelpers.getFileName(unit)).matches();
  }

  private static boolean isGenerated(Tree type) {
    Symbol symbol = ASTHelpers.getSymbol(type);
    if (symbol != null) {
      for (Attribute.Compound annotation : symbol.getRawAttributes()) {
        if (annotation.type.tsym.name.contentEquals("Generated")) {
          return true;
        }
      }
    }
    return false;
  }
}
