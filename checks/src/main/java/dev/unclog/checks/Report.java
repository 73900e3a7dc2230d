package dev.unclog.checks;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.unclog.finding.Finding;
import dev.unclog.source.Detection;
import dev.unclog.source.Repair;
import java.util.Optional;

/**
 * What the checks have in common: each asks the one analysis and reports the findings of its name.
 */
abstract class Report extends BugChecker implements CompilationUnitTreeMatcher {
  /** Where the checks' pages stand. */
  static final String PAGES = "https://unclog.dev/checks/";

  private static final long serialVersionUID = 1L;

  private final transient ErrorProneFlags flags;

  Report(ErrorProneFlags flags) {
    this.flags = flags;
  }

  @Override
  public final Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    Guard.of(state.context)
        .run(
            unit,
            () -> {
              Compilation compilation = Compilation.of(state.context, flags);
              Reportable mine =
                  compilation.reportable(
                      canonicalName(), state, detection -> suppressed(detection, state));
              for (Detection detection : mine.in(unit)) {
                report(detection, mine, compilation, state);
              }
              compilation.store(unit);
            });
    return Description.NO_MATCH;
  }

  // Record mode is exactly an override of whatever severity the command line set.
  @SuppressWarnings("RestrictedApi")
  private void report(
      Detection detection, Reportable mine, Compilation compilation, VisitorState state) {
    Finding finding = detection.finding();
    compilation.found(finding);
    if (finding.suppression().isPresent() || mine.isToldWithAnother(finding)) {
      return;
    }
    Description.Builder description =
        buildDescription(detection.tree()).setMessage(mine.message(finding));
    if (!detection.dropIn().isEmpty() && detection.tree() instanceof MethodInvocationTree call) {
      description.addFix(SuggestedFixes.renameMethodInvocation(call, detection.dropIn(), state));
    }
    detection.repair().ifPresent(repair -> description.addFix(fix(repair, state)));
    compilation.severityInstead().ifPresent(description::overrideSeverity);
    state.reportMatch(description.build());
  }

  private static SuggestedFix fix(Repair repair, VisitorState state) {
    SuggestedFix.Builder fix = SuggestedFix.builder();
    for (Repair.Edit edit : repair.edits()) {
      if (edit instanceof Repair.Edit.Behind behind) {
        fix.postfixWith(behind.tree(), behind.text());
      } else if (edit instanceof Repair.Edit.InsteadOf insteadOf) {
        fix.replace(insteadOf.tree(), insteadOf.text());
      } else if (edit instanceof Repair.Edit.Named named) {
        fix.merge(SuggestedFixes.renameMethodInvocation(named.call(), named.name(), state));
      }
    }
    repair.imports().forEach(fix::addImport);
    return fix.build();
  }

  /**
   * Looks for {@code @SuppressWarnings} around a detection. A matcher of whole units has to look
   * for itself.
   */
  private Detection suppressed(Detection detection, VisitorState state) {
    return detection.finding().suppression().isPresent()
        ? detection
        : detection.suppressedBy(suppression(detection.path(), state));
  }

  private Optional<String> suppression(TreePath path, VisitorState state) {
    for (Tree around : path) {
      boolean declares =
          around instanceof ClassTree
              || around instanceof MethodTree
              || around instanceof VariableTree;
      if (declares && isSuppressed(around, state)) {
        return Optional.of("@SuppressWarnings(\"" + canonicalName() + "\")");
      }
    }
    return Optional.empty();
  }
}
