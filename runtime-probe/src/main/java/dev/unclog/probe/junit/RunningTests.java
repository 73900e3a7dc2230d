package dev.unclog.probe.junit;

import dev.unclog.probe.Probe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tests that run at this moment in this JVM. */
final class RunningTests {
  private static final Set<Running> NOW = new LinkedHashSet<>();

  private RunningTests() {}

  static synchronized Running begin(String name) {
    Running begun = new Running(name, Probe.mark(), new LinkedHashSet<>());
    for (Running other : NOW) {
      other.others().add(name);
      begun.others().add(other.name());
    }
    NOW.add(begun);
    return begun;
  }

  /** Ends a test, and names those that ran at some time while it did. */
  static synchronized List<String> end(Running running) {
    NOW.remove(running);
    return List.copyOf(running.others());
  }
}
