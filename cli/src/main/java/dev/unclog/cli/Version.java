package dev.unclog.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** This program's version, as the build wrote it down. */
final class Version implements IVersionProvider {
  /** The version alone. */
  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"unclog " + number() + " on JDK " + Runtime.version()};
  }
}
