package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports {@code @AllowBlocking} that allows nothing or gives no reason. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "UnneededAllowBlocking",
    summary = "This suppression suppresses nothing",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "UnneededAllowBlocking")
public final class UnneededAllowBlocking extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public UnneededAllowBlocking() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public UnneededAllowBlocking(ErrorProneFlags flags) {
    super(flags);
  }
}
