package dev.unclog.maven;

import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Brings the probe into the configuration of a test run. */
final class TestSetup {
  /**
   * Filled in by Surefire and Failsafe when they start a JVM, which is after the goal that sets it.
   */
  private static final String OURS = "@{" + Own.ARGUMENTS + "}";

  private TestSetup() {}

  /** Changes a configuration of a goal that runs tests: what it tells its JVMs stays. */
  static void apply(Xpp3Dom configuration) {
    Xpp3Dom arguments = configuration.getChild("argLine");
    if (arguments == null) {
      arguments = new Xpp3Dom("argLine");
      arguments.setValue("@{argLine}"); // Where others, as those who measure coverage, put theirs.
      configuration.addChild(arguments);
    }
    String before = arguments.getValue() == null ? "" : arguments.getValue().strip();
    if (!before.contains(OURS)) {
      arguments.setValue((OURS + " " + before).strip());
    }
  }
}
