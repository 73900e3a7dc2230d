package dev.unclog.source;

import dev.unclog.catalogue.Kinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user has chosen about an analysis.
 *
 * @param patterns what is cooperative by the user's word
 * @param kinds which kinds of blocking are of interest
 * @param followJars whether calls are followed into the class files of dependencies
 * @param chargeStaticInitializers whether who uses a class first is charged for its static
 *     initialiser
 * @param farFetched whether far-fetched ways are told too
 * @param target the release of Java that the code will run on; empty for the one it is compiled for
 * @param summaryPath where facts of classes lie that the compiler has without bodies
 * @param cache a folder for what was read of jars, kept for other compilations; empty for none
 */
public record Settings(
    CooperativePatterns patterns,
    Kinds kinds,
    boolean followJars,
    boolean chargeStaticInitializers,
    boolean farFetched,
    OptionalInt target,
    List<Path> summaryPath,
    Optional<Path> cache) {
  /** Copies the list. */
  public Settings {
    summaryPath = List.copyOf(summaryPath);
  }
}
