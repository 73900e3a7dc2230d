package dev.unclog.probe.findings;

import dev.unclog.probe.boot.SiteCount;
import dev.unclog.probe.boot.SiteCounts;
import dev.unclog.probe.report.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A call in a loaded class, and the findings that name it. */
final class WovenSite {
  private final String type;
  private final String method;
  private final int line;
  private final String callee;
  private final Set<String> others;
  private final SiteCount count = SiteCounts.add();
  private final List<Part> parts = new ArrayList<>();
  private long written = -1;

  WovenSite(String type, String method, int line, String callee, Set<String> others) {
    this.type = type;
    this.method = method;
    this.line = line;
    this.callee = callee;
    this.others = others;
  }

  /**
   * Whether frames can be those of this call, and not of another one in the same line.
   *
   * @param inner what was called from the line, innermost first
   * @return true unless the line calls a method of the outermost's name that is not this one's
   */
  boolean mayHaveCalled(List<StackTraceElement> inner) {
    // What stands in for the JDK's native methods, or runs a function, is not of the name called.
    return inner.isEmpty()
        || inner.get(inner.size() - 1).getMethodName().equals(callee)
        || !others.contains(inner.get(inner.size() - 1).getMethodName());
  }

  /**
   * One of a finding's calls.
   *
   * @param finding the finding
   * @param call 0 for the one in the cooperative code, 1 for the one that blocks
   */
  record Part(Finding finding, int call) {
    /**
     * How well what was seen fits.
     *
     * @param inner the frames of what was called here
     * @return 0 for not at all; 1 if only the call is the same, more if the kind or the end is
     */
    int closeness(List<StackTraceElement> inner, String kind) {
      if (call > 0) {
        return 0; // Others may come here too.
      }
      int closeness = finding.kind().equals(kind) ? 2 : 1;
      for (StackTraceElement frame : inner) {
        if (frame.getMethodName().equals(finding.sinkName())) {
          return closeness + 2;
        }
      }
      return closeness;
    }
  }

  int number() {
    return count.number();
  }

  List<Part> parts() {
    return parts;
  }

  void standsFor(List<Part> more) {
    for (Part part : more) {
      boolean known = false;
      for (Part each : parts) {
        known |= each == part;
      }
      if (!known) {
        parts.add(part);
      }
    }
  }

  /** Adds its counts so far, unless they are written already. */
  void addChanges(List<Json> lines) {
    long sum =
        count.onHubs() + count.elsewhere() + count.longestOnHubs() + count.longestElsewhere();
    if (sum != written) {
      written = sum;
      for (Part part : parts) {
        lines.add(line(part));
      }
    }
  }

  private Json line(Part part) {
    return Json.line("site")
        .add("finding", part.finding.fingerprint())
        .add("call", part.call)
        .add("class", type)
        .add("method", method)
        .add("line", line)
        .add("number", count.number())
        .add("onHubs", count.onHubs())
        .add("elsewhere", count.elsewhere())
        .addMillis("longest", count.longestOnHubs())
        .addMillis("longestElsewhere", count.longestElsewhere());
  }
}
