package dev.unclog.probed;

import java.util.concurrent.Callable;

/**
 * Something to do on a hub.
 *
 * @param name what it is, in the words of its API
 * @param kind what it is expected to be observed as; null if it must not be
 * @param prepare runs elsewhere before, and brings what to do
 */
record Case(String name, String kind, Callable<Act> prepare) {
  /** What is done on the hub. */
  interface Act {
    void run() throws Exception;
  }

  static Case of(String name, String kind, Act act) {
    return new Case(name, kind, () -> act);
  }

  static Case prepared(String name, String kind, Callable<Act> prepare) {
    return new Case(name, kind, prepare);
  }
}
