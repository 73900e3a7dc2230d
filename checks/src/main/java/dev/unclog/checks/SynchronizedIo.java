package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports locks that cooperative code takes and somebody holds over blocking work. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "SynchronizedIo",
    summary = "This lock is held over blocking work, and a thread that others share waits for it",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "SynchronizedIo")
public final class SynchronizedIo extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public SynchronizedIo() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public SynchronizedIo(ErrorProneFlags flags) {
    super(flags);
  }
}
