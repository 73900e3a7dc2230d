package dev.unclog.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import javax.inject.Inject;

/** Reports methods whose signature promises not to block, and that block before they return. */
@AutoService(BugChecker.class)
@BugPattern(
    name = "BlockingBeforeReturn",
    summary = "This method returns what is to come later, and blocks before it returns",
    severity = SeverityLevel.WARNING,
    linkType = LinkType.CUSTOM,
    link = Report.PAGES + "BlockingBeforeReturn")
public final class BlockingBeforeReturn extends Report {
  private static final long serialVersionUID = 1L;

  /** For the service loader, which then asks for the other constructor. */
  public BlockingBeforeReturn() {
    this(ErrorProneFlags.empty());
  }

  /**
   * The check.
   *
   * @param flags the build's
   */
  @Inject
  public BlockingBeforeReturn(ErrorProneFlags flags) {
    super(flags);
  }
}
