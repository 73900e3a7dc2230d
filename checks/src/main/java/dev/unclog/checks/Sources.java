package dev.unclog.checks;

import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import java.util.IdentityHashMap;
import java.util.Map;
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

  private final boolean areAllTests;
  private final Optional<Pattern> excluded;
  private final Map<CompilationUnitTree, String> paths = new IdentityHashMap<>();

  /** The sources of a compilation. */
  Sources(VisitorState state) {
    this.areAllTests = state.errorProneOptions().isTestOnlyTarget();
    this.excluded = excluded(state.errorProneOptions());
  }

  /**
   * Whether a unit is written by a person, for production.
   *
   * @param tests look at tests as well
   */
  boolean isLookedAt(CompilationUnitTree unit, boolean tests) {
    return (tests || !isTest(unit))
        && !isExcluded(unit)
        && !GENERATED_FOLDER.matcher(path(unit)).find()
        && !isGenerated(unit);
  }

  /** Whether a unit is there to test others. */
  boolean isTest(CompilationUnitTree unit) {
    return areAllTests || TEST_FOLDER.matcher(path(unit)).find();
  }

  /** By {@code -XepExcludedPaths}: Error Prone asks no check about such a unit. */
  private boolean isExcluded(CompilationUnitTree unit) {
    return excluded.isPresent() && excluded.get().matcher(ASTHelpers.getFileName(unit)).matches();
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

  private String path(CompilationUnitTree unit) {
    return paths.computeIfAbsent(unit, known -> known.getSourceFile().toUri().toString());
  }

  private static boolean isGenerated(CompilationUnitTree unit) {
    for (Tree type : unit.getTypeDecls()) {
      if (isGenerated(type)) {
        return true;
      }
    }
    return false;
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
