package dev.unclog.probed;

import static dev.unclog.probed.Matrix.WHILE_MILLIS;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other processes, and standard input. */
final class Processes {
  private static final String PROCESS = "process";

  private Processes() {}

  static List<Case> cases() {
    return List.of(
        Case.of("ProcessBuilder.start", PROCESS, () -> sleeping().destroy()),
        Case.of(
            "Runtime.exec",
            PROCESS,
            () -> Runtime.getRuntime().exec(new String[] {"true"}).destroy()),
        Case.prepared(
            "Process.waitFor",
            PROCESS,
            () -> {
              Process process = sleeping();
              return process::waitFor;
            }),
        Case.prepared(
            "Process.waitFor, timed",
            PROCESS,
            () -> {
              Process process = sleeping();
              return () -> process.waitFor(WHILE_MILLIS, TimeUnit.MILLISECONDS);
            }),
        Case.prepared(
            "Process output read",
            PROCESS,
            () -> {
              Process process = sleeping();
              return () -> process.getInputStream().read();
            }),
        // The test writes to this JVM's input now and then.
        Case.prepared(
            "System.in.read",
            "stream",
            () -> {
              System.in.readNBytes(System.in.available());
              return System.in::read;
            }));
  }

  private static Process sleeping() throws Exception {
    return new ProcessBuilder("sleep", "0.2").start();
  }
}
