package dev.unclog.probe.boot;

/**
 * What calls of woven sites call: {@link #enter} before the call that a finding names, {@link
 * #exit} behind it.
 *
 * <p>Neither throws.
 */
public final class SiteCounts {
  private static volatile SiteCount[] counts = {};

  private SiteCounts() {}

  /**
   * Makes room for another site.
   *
   * @return its count, and by that its number
   */
  public static synchronized SiteCount add() {
    SiteCount[] more = new SiteCount[counts.length + 1];
    System.arraycopy(counts, 0, more, 0, counts.length);
    SiteCount added = new SiteCount(counts.length);
    more[counts.length] = added;
    counts = more;
    return added;
  }

  /**
   * The call of a site begins.
   *
   * @param site its number
   * @return when, for {@link #exit}; in the last bit, whether that is on a hub
   */
  public static long enter(int site) {
    try {
      Hub hub = Hubs.current();
      boolean onHub = hub != null && hub.counts();
      counts[site].begins(onHub);
      return (System.nanoTime() & ~1L) | (onHub ? 1 : 0);
    } catch (Throwable e) {
      Sightings.failed(e);
      return 0;
    }
  }

  /**
   * The call of a site has come back. One that throws does not, and is counted without its time.
   *
   * @param began what {@link #enter} returned
   * @param site its number
   */
  public static void exit(long began, int site) {
    try {
      if (began != 0) {
        counts[site].took(System.nanoTime() - (began & ~1L), (began & 1) == 1);
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }
}
