package dev.unclog.cli.report;

import dev.unclog.cli.loop.Blocked;
import dev.unclog.cli.loop.Judged;
import dev.unclog.cli.loop.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen of a finding, in words. */
final class Evidence {
  /** How many frames of a stack are shown; whoever wants all has the probe's report. */
  private static final int MOST_FRAMES = 12;

  private Evidence() {}

  static List<String> of(Judged judged) {
    List<String> lines = new ArrayList<>();
    switch (judged.verdict()) {
      case CONFIRMED -> lines.addAll(of(judged.blocked().orElseThrow()));
      case REACHED ->
          lines.add(
              "ran on a hub %s, the longest for %s"
                  .formatted(
                      times(judged.counted().onHubs()), millis(judged.counted().longestMillis())));
      case REACHED_OFF_HUB ->
          lines.add(
              "ran %s, never on a hub: there may be a hand-off that went unseen"
                  .formatted(times(judged.counted().elsewhere())));
      case NOT_REACHED -> lines.add("no test came by");
      case NOT_WATCHED ->
          lines.add(
              judged.finding().isWatchable()
                  ? "its class has no such call: it was compiled anew since"
                  : "it names no call that could be watched");
    }
    if (judged.counted().onHubs() > 0
        && judged.finding().message().stream().anyMatch(line -> line.strip().startsWith("calls "))
        && judged.sinkCounted().onHubs() == 0
        && judged.sinkCounted().elsewhere() == 0
        && judged.blocked().isEmpty()) {
      lines.add("the call that blocks was not seen to be made");
    }
    return lines;
  }

  static List<String> of(Blocked blocked) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "blocked a hub %s: %s (%s), at most %s, 99 %% of them at most %s"
            .formatted(
                times(blocked.times()),
                String.join(", ", blocked.operations()),
                blocked.kind(),
                millis(blocked.maxMillis()),
                millis(blocked.p99Millis())));
    lines.addAll(stack(blocked));
    return lines;
  }

  static List<String> stack(Blocked blocked) {
    List<String> lines = new ArrayList<>();
    List<Observed.Frame> stack = blocked.shortest().stack();
    stack.stream().limit(MOST_FRAMES).forEach(frame -> lines.add("  at " + frame.text()));
    if (stack.size() > MOST_FRAMES) {
      lines.add("  ... and %d more".formatted(stack.size() - MOST_FRAMES));
    }
    return lines;
  }

  static String millis(double millis) {
    return millis < 10
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.0f ms", millis);
  }

  private static String times(long number) {
    return number == 1 ? "once" : number + " times";
  }
}
