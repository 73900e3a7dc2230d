package dev.unclog.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A way to compile. */
enum Variant {
  /** The compiler by itself. */
  PLAIN("plain javac"),
  /** With Error Prone that has nothing to check. */
  NO_CHECKS("Error Prone, no checks"),
  /** With Error Prone that checks what Unclog checks, as the README has it. */
  UNCLOG("Error Prone, Unclog");

  private final String words;

  Variant(String words) {
    this.words = words;
  }

  /** What javac is told beside what and where. */
  List<String> arguments(List<Path> errorProne, List<Path> unclog) {
    if (this == PLAIN) {
      return List.of();
    }
    List<Path> processorPath = new ArrayList<>(errorProne);
    String plugin = "-Xplugin:ErrorProne -XepDisableAllChecks";
    if (this == UNCLOG) {
      processorPath.addAll(unclog);
      plugin +=
          " -Xep:BlockingCall:ERROR -Xep:PossiblyBlockingCall:WARN -Xep:UnneededAllowBlocking:WARN";
    }
    return List.of(
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        "-processorpath",
        processorPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        plugin);
  }

  @Override
  public String toString() {
    return words;
  }
}
