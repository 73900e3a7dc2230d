package dev.unclog.probe.findings;

import dev.unclog.probe.weave.CallSite;
import java.util.List;

/**
 * A finding, as far as it can be watched.
 *
 * @param fingerprint its name
 * @param kind what the compiler says that it waits for; empty if it does not say
 * @param sink what blocks, as {@code java.lang.Thread#sleep(long)}; empty if there is none
 * @param calls the call in the cooperative code, and perhaps the one that blocks
 */
record Finding(String fingerprint, String kind, String sink, List<Call> calls) {
  /**
   * A call to watch.
   *
   * @param type the internal name of the class whose class file holds it
   * @param site which it is
   */
  record Call(String type, CallSite site) {}

  /** The called method's name alone. */
  String sinkName() {
    int hash = sink.indexOf('#');
    int end = sink.indexOf('(', hash);
    return hash < 0 || end < 0 ? "" : sink.substring(hash + 1, end);
  }
}
