package dev.unclog.checks;

import com.google.errorprone.ErrorProneFlags;
import dev.unclog.catalogue.Kinds;
import dev.unclog.source.CooperativePatterns;
import dev.unclog.source.MethodPatterns;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param testSources {@code Tests=true}: look at test sources as well
 * @param followJars {@code Jars=true}: follow calls into the class files of dependencies
 * @param coverage {@code Coverage=true}: say at the end how far calls could be followed
 * @param explain {@code Explain=type#member;…}: say at the end why methods were found to block, or
 *     were not
 */
record Options(
    Kinds kinds,
    List<Path> stubs,
    CooperativePatterns cooperative,
    boolean record,
    boolean testSources,
    boolean followJars,
    boolean coverage,
    MethodPatterns explain) {
  private static final String PREFIX = "Unclog:";
  private static final List<String> KNOWN =
      List.of("Kinds", "Stubs", "Cooperative", "Mode", "Tests", "Jars", "Coverage", "Explain");

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
        choice(flags, "Tests", "false", "true"),
        choice(flags, "Jars", "false", "true"),
        choice(flags, "Coverage", "false", "true"),
        read("Explain", flags, MethodPatterns::parse));
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

  private static List<Path> paths(String joined) {
    List<Path> paths = new ArrayList<>();
    for (String part : joined.split(File.pathSeparator, -1)) {
      if (!part.isBlank()) {
        paths.add(Path.of(part.strip()));
      }
    }
    return paths;
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
