package dev.unclog.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged command line, run as users do. */
final class Unclog {
  private Unclog() {}

  /** Runs a command in a folder. */
  static Ran in(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", Built.root().resolve("cli/target/unclog.jar").toString()));
    command.addAll(List.of(arguments));
    return Ran.in(folder, command);
  }
}
