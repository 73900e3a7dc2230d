package dev.unclog.benchmarks;

import dev.unclog.annotations.Blocking;
import dev.unclog.checks.BlockingCall;
import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What compiles and checks.
 *
 * @param errorProne its jars
 * @param unclog its jars, as this build has packaged them
 * @param nullAway its jars
 * @param unclogOptions given wherever Unclog runs
 */
record Tools(
    List<Path> errorProne, List<Path> unclog, List<Path> nullAway, List<String> unclogOptions) {
  private static final List<String> ERROR_PRONE =
      List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW");

  /** All of ours, as the README's build has them. */
  static final List<String> CHECKS =
      List.of(
          "BlockingCall",
          "PossiblyBlockingCall",
          "InlineSpawn",
          "LostHandOff",
          "BlockingBeforeReturn",
          "SynchronizedIo",
          "UnneededAllowBlocking");

  /** The usual switches of a build, but warnings: it has to go on, whatever is found. */
  private static final String UNCLOG =
      CHECKS.stream().map(check -> "-Xep:" + check + ":WARN").collect(Collectors.joining(" "));

  /** Fetches what is not ours. */
  static Tools fetch(
      Maven maven, String errorProneVersion, String nullAwayVersion, List<String> unclogOptions) {
    return new Tools(
        withDependencies(
            maven, new Coordinates("com.google.errorprone", "error_prone_core", errorProneVersion)),
        ours(),
        withDependencies(maven, new Coordinates("com.uber.nullaway", "nullaway", nullAwayVersion)),
        unclogOptions);
  }

  /** Unclog's jars. */
  static List<Path> ours() {
    return List.of(ChildCompiler.origin(BlockingCall.class), ChildCompiler.origin(Blocking.class));
  }

  private static List<Path> withDependencies(Maven maven, Coordinates artifact) {
    List<Path> jars = new ArrayList<>();
    jars.add(maven.jar(artifact, "").orElseThrow());
    jars.addAll(maven.dependencies(artifact, /* withTests= */ false).jars());
    return jars;
  }

  List<String> withNoChecks() {
    return options(List.of(), "");
  }

  List<String> withUnclog(List<String> more) {
    return options(
        unclog,
        Stream.of(List.of(UNCLOG), unclogOptions, more)
            .flatMap(List::stream)
            .collect(Collectors.joining(" ")));
  }

  List<String> withNullAway(String packages) {
    return options(nullAway, "-Xep:NullAway:WARN -XepOpt:NullAway:AnnotatedPackages=" + packages);
  }

  private List<String> options(List<Path> checks, String switches) {
    List<String> options = new ArrayList<>(ERROR_PRONE);
    options.add("-processorpath");
    // Error Prone's before the checks', which may bring older ones of the same.
    options.add(joined(Stream.concat(errorProne.stream(), checks.stream()).toList()));
    options.add(("-Xplugin:ErrorProne -XepDisableAllChecks " + switches).strip());
    return options;
  }

  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
