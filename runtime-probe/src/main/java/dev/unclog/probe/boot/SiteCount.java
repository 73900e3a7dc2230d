package dev.unclog.probe.boot;

import java.util.concurrent.atomic.AtomicLong;

/** How often a call was made, on hubs and elsewhere, and how long it took. */
public final class SiteCount {
  private final int number;
  private final AtomicLong onHubs = new AtomicLong();
  private final AtomicLong elsewhere = new AtomicLong();
  private final AtomicLong longestOnHubs = new AtomicLong();
  private final AtomicLong longestElsewhere = new AtomicLong();

  SiteCount(int number) {
    this.number = number;
  }

  void begins(boolean onHub) {
    (onHub ? onHubs : elsewhere).incrementAndGet();
  }

  void took(long nanos, boolean onHub) {
    AtomicLong longest = onHub ? longestOnHubs : longestElsewhere;
    long known = longest.get();
    while (nanos > known && !longest.compareAndSet(known, nanos)) {
      known = longest.get();
    }
  }

  /**
   * Its number.
   *
   * @return as the woven code passes it
   */
  public int number() {
    return number;
  }

  /**
   * How often it was made on a hub.
   *
   * @return the number of calls
   */
  public long onHubs() {
    return onHubs.get();
  }

  /**
   * How often it was made on another thread, or on one that was no hub then.
   *
   * @return the number of calls
   */
  public long elsewhere() {
    return elsewhere.get();
  }

  /**
   * The longest on a hub.
   *
   * @return nanoseconds
   */
  public long longestOnHubs() {
    return longestOnHubs.get();
  }

  /**
   * The longest elsewhere.
   *
   * @return nanoseconds
   */
  public long longestElsewhere() {
    return longestElsewhere.get();
  }
}
