package dev.unclog.checks;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
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
import java.util.List;
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
              for (Detection detection : compilation.detections(unit, state)) {
                if (detection.finding().check().equals(canonicalName())) {
                  report(detection, compilation, state);
                }
              }
              compilation.store(unit, state);
            });
    return Description.NO_MATCH;
  }

  // Record mode is exactly an override of whatever severity the command line set.
  @SuppressWarnings("RestrictedApi")
  private void report(Detection detection, Compilation compilation, VisitorState state) {
    Finding finding = detection.finding();
    if (finding.suppression().isEmpty()) {
      finding = finding.suppressedBy(suppression(detection.tree(), state));
    }
    compilation.sink().accept(finding);
    if (finding.suppression().isPresent()) {
      return;
    }
    Description.Builder description =
        buildDescription(detection.tree()).setMessage(finding.message());
    if (!detection.dropIn().isEmpty() && detection.tree() instanceof MethodInvocationTree call) {
      description.addFix(SuggestedFixes.renameMethodInvocation(call, detection.dropIn(), state));
    }
    compilation.severityInstead().ifPresent(description::overrideSeverity);
    state.reportMatch(description.build());
  }

  /**
   * The {@code @SuppressWarnings} around a tree. A matcher of whole units has to look for itself.
   */
  private Optional<String> suppression(Tree tree, VisitorState state) {
    TreePath path = TreePath.getPath(state.getPath().getCompilationUnit(), tree);
    for (Tree around : path == null ? List.<Tree>of() : path) {
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
