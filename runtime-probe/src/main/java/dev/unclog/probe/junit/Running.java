package dev.unclog.probe.junit;

import java.util.Set;

/**
 * A test that runs.
 *
 * @param name what JUnit shows of it
 * @param mark the latest observation before it began
 * @param others the names of tests that ran at some time while this did
 */
record Running(String name, long mark, Set<String> others) {
  // Two runs of one test are two.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
