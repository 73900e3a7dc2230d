package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports work that cooperative code was to hand on, and does itself. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "InlineSpawn",
    summary = "This hands nothing on: the work blocks the thread that others share",
    severity = SeverityLevel.ERROR,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "InlineSpawn")
public final class InlineSpawn extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public InlineSpawn() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public InlineSpawn(ErrorProneFlags flags) {
    super(flags);
  }
}
