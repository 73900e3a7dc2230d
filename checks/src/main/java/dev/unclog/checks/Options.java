package dev.unclog.checks;

import com.google.errorprone.ErrorProneFlags;
import dev.unclog.catalogue.Kinds;
import dev.unclog.source.CooperativePatterns;
import dev.unclog.source.MethodPatterns;
import dev.unclog.store.JarCache;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What a build says to Unclog by {@code -XepOpt:Unclog:…}.
 *
 * @param kinds {@code Kinds=+entropy,-file}: the kinds of blocking to report
 * @param stubs {@code Stubs=…}: files and folders of the user's own stubs, joined as a class path
 *     is
 * @param cooperative {@code Cooperative=type#member;…}: code marked from outside
 * @param record {@code Mode=record}: every finding a warning, so that the build goes on to its
 *     tests
 * @param findings {@code Findings=…}: the file to write findings to, in the place of one beside the
 *     class files, which is written in record mode alone
 * @param testSources {@code Tests=true}: look at test sources as well
 * @param followJars {@code Jars=false}: follow no calls into the class files of dependencies
 * @param chargeStaticInitializers {@code StaticInitializers=true}: charge whoever uses a class
 *     first for its static initialiser
 * @param target {@code Target=21}: the release of Java that the code will run on
 * @param summaries {@code Summaries=false}: write no facts beside the class files
 * @param summaryPath {@code SummaryPath=…}: where facts of classes lie that come without bodies,
 *     joined as a class path is
 * @param farFetched {@code FarFetched=true}: report possible findings by long ways too
 * @param coverage {@code Coverage=true}: say at the end how far calls could be followed
 * @param explain {@code Explain=type#member;…}: say at the end why methods were found to block, or
 *     were not
 * @param cache {@code Cache=…}: a folder for what was read of jars; {@code Cache=off} for none
 */
record Options(
    Kinds kinds,
    List<Path> stubs,
    CooperativePatterns cooperative,
    boolean record,
    Optional<Path> findings,
    boolean testSources,
    boolean followJars,
    boolean chargeStaticInitializers,
    OptionalInt target,
    boolean summaries,
    List<Path> summaryPath,
    boolean farFetched,
    boolean coverage,
    MethodPatterns explain,
    Optional<Path> cache) {
  private static final String PREFIX = "Unclog:";
  private static final List<String> KNOWN =
      List.of(
          "Kinds",
          "Stubs",
          "Cooperative",
          "Mode",
          "Findings",
          "Tests",
          "Jars",
          "StaticInitializers",
          "Target",
          "Summaries",
          "SummaryPath",
          "FarFetched",
          "Coverage",
          "Explain",
          "Cache");

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException naming the option that makes no sense, and what would
   */
  static Options of(ErrorProneFlags flags) {
    for (String name : new TreeSet<>(flags.getFlagsMap().keySet())) {
      if (name.startsWith(PREFIX) && !KNOWN.contains(name.substring(PREFIX.length()))) {
        throw unknown(name.substring(PREFIX.length()));
      }
    }
    return new Options(
        read("Kinds", flags, Kinds::parse),
        paths(flags.get(PREFIX + "Stubs").orElse("")),
        read("Cooperative", flags, CooperativePatterns::parse),
        choice(flags, "Mode", "check", "record"),
        file(flags.get(PREFIX + "Findings").orElse("").strip()),
        choice(flags, "Tests", "false", "true"),
        !choice(flags, "Jars", "true", "false"),
        choice(flags, "StaticInitializers", "false", "true"),
        read("Target", flags, Options::release),
        !choice(flags, "Summaries", "true", "false"),
        paths(flags.get(PREFIX + "SummaryPath").orElse("")),
        choice(flags, "FarFetched", "false", "true"),
        choice(flags, "Coverage", "false", "true"),
        read("Explain", flags, MethodPatterns::parse),
        cache(flags.get(PREFIX + "Cache").orElse("").strip()));
  }

  private static <T> T read(
      String name, ErrorProneFlags flags, java.util.function.Function<String, T> parse) {
    try {
      return parse.apply(flags.get(PREFIX + name).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("-XepOpt:" + PREFIX + name + ": " + e.getMessage(), e);
    }
  }

  /** Whether the option has its second value rather than its first, the default. */
  private static boolean choice(ErrorProneFlags flags, String name, String usual, String other) {
    String value = flags.get(PREFIX + name).orElse(usual).toLowerCase(Locale.ROOT);
    if (!value.equals(usual) && !value.equals(other)) {
      throw new IllegalArgumentException(
          "-XepOpt:%s%s=%s: it can be '%s' or '%s'".formatted(PREFIX, name, value, usual, other));
    }
    return value.equals(other);
  }

  private static OptionalInt release(String value) {
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("'" + value + "' is no release of Java; write 21, say");
    }
    return OptionalInt.of(Integer.parseInt(value));
  }

  private static List<Path> paths(String joined) {
    List<Path> paths = new ArrayList<>();
    for (String part : joined.split(File.pathSeparator, -1)) {
      if (!part.isBlank()) {
        paths.add(Path.of(part.strip()));
      }
    }
    return paths;
  }

  private static Optional<Path> file(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
  }

  private static Optional<Path> cache(String folder) {
    if (folder.isEmpty()) {
      return JarCache.usualFolder();
    }
    return folder.equalsIgnoreCase("off") ? Optional.empty() : Optional.of(Path.of(folder));
  }

  private static IllegalArgumentException unknown(String name) {
    String meant =
        KNOWN.stream()
            .filter(known -> known.equalsIgnoreCase(name) || known.startsWith(initial(name)))
            .findFirst()
            .map(known -> "; did you mean -XepOpt:" + PREFIX + known + "?")
            .orElse("");
    return new IllegalArgumentException(
        "there is no option -XepOpt:%s%s%s (there are: %s)"
            .formatted(PREFIX, name, meant, String.join(", ", KNOWN)));
  }

  private static String initial(String name) {
    return name.isEmpty() ? "?" : name.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
