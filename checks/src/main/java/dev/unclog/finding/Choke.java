package dev.unclog.finding;

import java.util.List;

/**
 * A call through which the ways of several findings go, and all alike from there on: one thing to
 * repair.
 *
 * @param edge the first call that all the ways have in common
 * @param repair how to settle them all; empty if no single place can
 * @param findings in the order given; two at least
 */
public record Choke(Finding.Step edge, String repair, List<Finding> findings) {
  /** How many of the others are named. */
  private static final int MOST_NAMED = 10;

  /** Copies the list. */
  public Choke {
    findings = List.copyOf(findings);
  }

  /**
   * The one that is told in full.
   *
   * @return the first
   */
  public Finding first() {
    return findings.get(0);
  }

  /**
   * The call, for people.
   *
   * @return as {@code the call of Slow.query() in B.deeper(int), at B.java:5}
   */
  public String name() {
    return "the call of " + edge.callee() + " in " + Names.brief(edge.caller()) + edge.place();
  }

  /** What the first has to say for all. */
  List<String> summary() {
    int others = findings.size() - 1;
    StringBuilder ways = new StringBuilder();
    ways.append(others).append(others == 1 ? " more way leads" : " more ways lead");
    ways.append(" through ").append(name()).append(": ");
    ways.append(String.join(", ", named()));
    if (others > MOST_NAMED) {
      ways.append(" and ").append(others - MOST_NAMED).append(" more");
    }
    return repair.isEmpty()
        ? List.of(ways.toString())
        : List.of(ways.toString(), "to settle all " + findings.size() + ": " + repair);
  }

  private List<String> named() {
    return findings.stream()
        .skip(1)
        .limit(MOST_NAMED)
        .map(finding -> Names.brief(finding.root()) + " (" + Names.place(finding.place()) + ")")
        .toList();
  }

  /** Where the rest of another's way is told. */
  String reference() {
    return "from " + Names.brief(first().root()) + ", at " + Names.place(first().place());
  }
}
