package dev.unclog.benchmarks;

import java.util.List;

/** A way to compile. */
enum Variant {
  /** The compiler by itself. */
  PLAIN("plain javac"),
  /** With Error Prone that has nothing to check: what the others are compared to. */
  NO_CHECKS("Error Prone, no checks"),
  /** With Error Prone that checks what Unclog checks, and no code marked. */
  UNCLOG("Unclog, nothing marked"),
  /** The same, with the contexts of the library's framework marked. */
  CONTEXTS("Unclog, contexts marked"),
  /** The same, with every method marked. */
  EVERYTHING("Unclog, all marked"),
  /** With Error Prone that checks what NullAway checks. */
  NULLAWAY("NullAway");

  private final String words;

  Variant(String words) {
    this.words = words;
  }

  /** What javac is told beside what and where. */
  List<String> options(Tools tools, Library library) {
    return switch (this) {
      case PLAIN -> List.of();
      case NO_CHECKS -> tools.withNoChecks();
      case UNCLOG -> tools.withUnclog(List.of());
      case CONTEXTS -> tools.withUnclog(library.contexts());
      case EVERYTHING -> tools.withUnclog(List.of("-XepOpt:Unclog:Cooperative=*"));
      case NULLAWAY -> tools.withNullAway(library.nullAwayPackages());
    };
  }

  /** Those of Unclog, of which each is set against NullAway. */
  static List<Variant> ofUnclog() {
    return List.of(UNCLOG, CONTEXTS, EVERYTHING);
  }

  @Override
  public String toString() {
    return words;
  }
}
