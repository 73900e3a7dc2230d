package dev.unclog.checks;

import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import java.util.Optional;
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
    String path = path(unit);
    return (tests || !isTest(path, state))
        && !isExcluded(unit, state)
        && !GENERATED_FOLDER.matcher(path).find()
        && unit.getTypeDecls().stream().noneMatch(Sources::isGenerated);
  }

  /** Whether a unit is there to test others. */
  static boolean isTest(CompilationUnitTree unit, VisitorState state) {
    return isTest(path(unit), state);
  }

  private static boolean isTest(String path, VisitorState state) {
    return state.errorProneOptions().isTestOnlyTarget() || TEST_FOLDER.matcher(path).find();
  }

  /** By {@code -XepExcludedPaths}: Error Prone asks no check about such a unit. */
  private static boolean isExcluded(CompilationUnitTree unit, VisitorState state) {
    return excluded(state.errorProneOptions())
        .filter(pattern -> pattern.matcher(ASTHelpers.getFileName(unit)).matches())
        .isPresent();
  }

  /** Asked by name: newer versions of Error Prone answer with a pattern of another library's. */
  private static Optional<Pattern> excluded(ErrorProneOptions options) {
    try {
      Object pattern = ErrorProneOptions.class.getMethod("getExcludedPattern").invoke(options);
      return Optional.ofNullable(pattern).map(Object::toString).map(Pattern::compile);
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static String path(CompilationUnitTree unit) {
    return unit.getSourceFile().toUri().toString();
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
