package dev.unclog.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of a command.
 *
 * @param status its exit status
 * @param output all it printed
 */
record Ran(int status, String output) {
  private static final int TIMEOUT_MINUTES = 10;

  /** Runs a command in a folder, with the JDK of this test. */
  static Ran in(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Path java = Path.of(System.getProperty("java.home"));
    builder.environment().put("JAVA_HOME", java.toString());
    builder
        .environment()
        .merge("PATH", java.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end; so far:\n" + read(output));
    }
    return new Ran(process.exitValue(), read(output));
  }

  private static String read(Path output) throws IOException {
    return java.nio.file.Files.readString(output);
  }
}
