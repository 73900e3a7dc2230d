package dev.unclog.probe.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where the JVM begins with the agent. This class is the only one that runs before the boot classes
 * are there, and names none that needs them.
 */
public final class Agent {
  private Agent() {}

  /**
   * Called by the JVM before main.
   *
   * @param arguments settings
   * @param instrumentation the JVM's
   */
  // A setting that cannot be meant ends the JVM: what ran without it would be believed to be
  // watched.
  @SuppressWarnings("SystemExitOutsideMain")
  public static void premain(String arguments, Instrumentation instrumentation) {
    try {
      Path ownJar = ownJar();
      BootClasses.define(instrumentation, ownJar);
      Settings settings = Settings.read(arguments, System.getProperties());
      Engine.start(settings, instrumentation, ownJar);
    } catch (SettingsException e) {
      System.err.println("unclog: " + e.getMessage());
      System.exit(1);
    } catch (IOException | URISyntaxException | RuntimeException | LinkageError e) {
      // The application comes first: it runs unwatched rather than not at all.
      System.err.println("unclog: the probe cannot start, nothing is watched: " + e);
    }
  }

  private static Path ownJar() throws URISyntaxException {
    return Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
