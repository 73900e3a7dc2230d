package dev.unclog.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import java.util.HashSet;
import java.util.Set;

/** Stands between our mistakes and the user's build, and says each thing once. */
final class Guard {
  private final Log log;
  private final Set<String> told = new HashSet<>();

  private Guard(Log log) {
    this.log = log;
  }

  /** The one of a compiler's context; made when first asked for. */
  static Guard of(Context context) {
    Guard known = context.get(Guard.class);
    if (known == null) {
      known = new Guard(Log.instance(context));
      context.put(Guard.class, known);
    }
    return known;
  }

  /**
   * Runs part of a check. Whatever goes wrong in it is told as a note and ends with it: the user's
   * build must not die of our bug, and a note cannot fail it even under {@code -Werror}.
   */
  void run(CompilationUnitTree unit, Runnable check) {
    run(unit.getSourceFile().getName(), check);
  }

  /** The same for what belongs to no unit. */
  void run(String what, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      if (e instanceof NoClassDefFoundError && isOurVocabulary(e.getMessage())) {
        fail(
            "the jar of unclog-annotations is missing: put it on the processor path beside"
                + " unclog-checks");
        return;
      }
      tellOnce(
          "Unclog met a bug of its own and left out "
              + what
              + "; the rest of the compilation goes on. Please report: "
              + e
              + at(e));
    }
  }

  private static boolean isOurVocabulary(String missing) {
    return missing != null && missing.replace('/', '.').contains("dev.unclog.annotations.");
  }

  private static String at(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** Tells what the user need not mend. */
  void tellOnce(String text) {
    if (told.add(text)) {
      // A mandatory one, since -nowarn hides others, and what was left out must not go unsaid.
      log.mandatoryNote(null, new JCDiagnostic.Note("compiler", "proc.messager", text));
    }
  }

  /** Tells a mistake of the user's, which they have to mend: an error of the compilation. */
  void fail(String text) {
    if (told.add(text)) {
      log.error(new JCDiagnostic.Error("compiler", "proc.messager", "Unclog: " + text));
    }
  }
}
