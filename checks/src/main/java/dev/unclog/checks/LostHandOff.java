package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports hand-offs whose result is thrown away, so that nothing is handed off. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "LostHandOff",
    summary = "What this returns is thrown away, and with it the hand-off",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "LostHandOff")
public final class LostHandOff extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public LostHandOff() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public LostHandOff(ErrorProneFlags flags) {
    super(flags);
  }
}
