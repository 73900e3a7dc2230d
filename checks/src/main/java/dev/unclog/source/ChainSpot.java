package dev.unclog.source;

/**
 * A place in a chain of operators.
 *
 * @param by the operator that moved it; empty if none did
 */
record ChainSpot(Where where, String by, Subscriber subscriber) {
  /** Where a place of a chain runs. */
  enum Where {
    /** Where blocking is allowed. */
    WORKERS,
    /** On threads that must not block. */
    LOOP,
    /** Handed off, nobody knows where to. */
    SOMEWHERE,
    /** Wherever what comes from above comes from. */
    UPSTREAM,
    /** On the thread that subscribes. */
    SUBSCRIBER
  }

  /** Who subscribes to a chain. */
  enum Subscriber {
    /** The same statement, or another in the same method or function. */
    HERE,
    /** Whoever gets it from the method or function that returns it. */
    CALLER,
    /** It is not to be seen. */
    UNKNOWN
  }

  static ChainSpot unmoved(Where where) {
    return new ChainSpot(where, "", Subscriber.UNKNOWN);
  }

  static ChainSpot moved(Where where, String by) {
    return new ChainSpot(where, by, Subscriber.UNKNOWN);
  }

  static ChainSpot subscribed(Subscriber subscriber) {
    return new ChainSpot(Where.SUBSCRIBER, "", subscriber);
  }
}
