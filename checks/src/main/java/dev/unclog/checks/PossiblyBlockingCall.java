package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports calls that may block a cooperative thread, as far as can be seen. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "PossiblyBlockingCall",
    summary = "This call may block a thread that others share",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "PossiblyBlockingCall")
public final class PossiblyBlockingCall extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public PossiblyBlockingCall() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public PossiblyBlockingCall(ErrorProneFlags flags) {
    super(flags);
  }
}
