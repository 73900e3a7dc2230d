package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports calls that block a cooperative thread. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "BlockingCall",
    summary = "This call blocks a thread that others share",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "BlockingCall")
public final class BlockingCall extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public BlockingCall() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public BlockingCall(ErrorProneFlags flags) {
    super(flags);
  }
}
