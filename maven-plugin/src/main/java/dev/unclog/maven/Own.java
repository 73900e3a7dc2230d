package dev.unclog.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the plugin is called. */
final class Own {
  static final String GROUP = "dev.unclog";
  static final String ARTIFACT = "unclog-maven-plugin";
  static final String CHECKS = "unclog-checks";
  static final String PROBE = "unclog-runtime-probe";

  /** The property that holds what a JVM that runs tests is told. */
  static final String ARGUMENTS = "unclog.argLine";

  /** What the probe writes, within the folder of a build. */
  static final String OBSERVATIONS = "unclog/observations.jsonl";

  /** What the checks write, within the folder of class files. */
  static final String FINDINGS = "META-INF/unclog/findings.sarif";

  private Own() {}

  /** The version of everything that is brought together here. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Own.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
