package dev.unclog.cli.loop;

/** What became of a finding when the program ran. */
public enum Verdict {
  /** It blocked a hub. */
  CONFIRMED("confirmed"),
  /** It ran on a hub, and did not block it. */
  REACHED("reached, did not block"),
  /** It ran, but only where blocking is allowed. */
  REACHED_OFF_HUB("reached off the hub"),
  /** No test came by; that refutes nothing. */
  NOT_REACHED("not reached"),
  /** Nothing could be watched: it is about no call, or its class was compiled anew. */
  NOT_WATCHED("not watched");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * For people.
   *
   * @return as {@code reached, did not block}
   */
  public String words() {
    return words;
  }

  /**
   * For programs.
   *
   * @return as {@code reached-off-hub}
   */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
