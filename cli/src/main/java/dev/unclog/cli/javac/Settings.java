package dev.unclog.cli.javac;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a user wants of a run.
 *
 * @param cooperative patterns of types and members that must not block
 * @param stubs files and folders of the user's own stubs
 * @param kinds changes to the kinds that are reported, as {@code +entropy,-file}; may be empty
 * @param explain patterns of methods to explain
 * @param jars whether calls are followed into the class files of dependencies
 * @param farFetched whether possible findings by far-fetched ways are told too
 * @param release the Java release that the sources are written for; empty for the running JDK's
 * @param target the Java release that the code runs on; empty for the one it is written for
 */
public record Settings(
    List<String> cooperative,
    List<Path> stubs,
    String kinds,
    List<String> explain,
    boolean jars,
    boolean farFetched,
    OptionalInt release,
    OptionalInt target) {

  /** Copies the lists. */
  public Settings {
    cooperative = List.copyOf(cooperative);
    stubs = List.copyOf(stubs);
    explain = List.copyOf(explain);
  }

  /** What the checks are told, as a build would tell them. */
  List<String> flags() {
    List<String> flags = new ArrayList<>();
    // Findings are taken as data; as compiler errors they would end the run at the first file.
    flags.add("-XepOpt:Unclog:Mode=record");
    // Which sources are linted was decided when they were looked for.
    flags.add("-XepOpt:Unclog:Tests=true");
    // Nothing is compiled, so there is nothing to lay facts beside.
    flags.add("-XepOpt:Unclog:Summaries=false");
    if (!cooperative.isEmpty()) {
      flags.add("-XepOpt:Unclog:Cooperative=" + String.join(";", cooperative));
    }
    if (!stubs.isEmpty()) {
      flags.add(
          stubs.stream()
              .map(stub -> stub.toAbsolutePath().toString())
              .collect(Collectors.joining(File.pathSeparator, "-XepOpt:Unclog:Stubs=", "")));
    }
    if (!jars) {
      flags.add("-XepOpt:Unclog:Jars=false");
    }
    if (farFetched) {
      flags.add("-XepOpt:Unclog:FarFetched=true");
    }
    if (!kinds.isBlank()) {
      flags.add("-XepOpt:Unclog:Kinds=" + kinds);
    }
    if (target.isPresent()) {
      flags.add("-XepOpt:Unclog:Target=" + target.getAsInt());
    }
    if (!explain.isEmpty()) {
      flags.add("-XepOpt:Unclog:Explain=" + String.join(";", explain));
    }
    return flags;
  }
}
