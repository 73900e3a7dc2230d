package dev.unclog.cli.loop;

/**
 * How often a finding's call was made.
 *
 * @param onHubs on hubs
 * @param elsewhere on other threads
 * @param longestMillis the longest on a hub
 * @param longestElsewhereMillis the longest elsewhere
 */
public record Counted(
    long onHubs, long elsewhere, double longestMillis, double longestElsewhereMillis) {
  /** Never made. */
  static final Counted NEVER = new Counted(0, 0, 0, 0);

  Counted plus(Counted other) {
    return new Counted(
        onHubs + other.onHubs,
        elsewhere + other.elsewhere,
        Math.max(longestMillis, other.longestMillis),
        Math.max(longestElsewhereMillis, other.longestElsewhereMillis));
  }
}
