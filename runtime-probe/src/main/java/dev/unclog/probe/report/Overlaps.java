package dev.unclog.probe.report;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Sighting;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Remembers for a while when sensors saw hubs block, to know what JFR then tells again. */
final class Overlaps {
  private static final int MOST = 2_000;

  private final Deque<Span> spans = new ArrayDeque<>();

  /** Keeps no hub alive, whose thread may have ended. */
  private record Span(WeakReference<Hub> hub, long since, long nanos, boolean isTold) {}

  /** Remembers what a sensor saw, and whether that was told: it may be allowed, or of no kind. */
  void remember(Sighting sighting, boolean isTold) {
    remember(
        new Span(new WeakReference<>(sighting.hub()), sighting.since(), sighting.nanos(), isTold));
  }

  void remember(Hang hang) {
    remember(new Span(new WeakReference<>(hang.hub()), hang.since(), hang.nanos(), true));
  }

  private void remember(Span span) {
    if (spans.size() == MOST) {
      spans.removeFirst();
    }
    spans.add(span);
  }

  /** Whether all that sensors saw during a hang was told; empty if they saw nothing. */
  Optional<Boolean> areTold(Hang hang) {
    Optional<Boolean> told = Optional.empty();
    for (Span span : spans) {
      if (span.hub().refersTo(hang.hub())
          && span.since() - hang.since() >= 0
          && span.since() - hang.since() < hang.nanos()) {
        told = Optional.of(span.isTold() && told.orElse(true));
      }
    }
    return told;
  }

  /** Whether what was seen covers half of the given time, which begins at the given moment. */
  boolean sawAlready(Hub hub, Judge judge, Instant time, long nanos) {
    long begin = judge.momentOf(time);
    long end = begin + nanos;
    for (Span span : spans) {
      if (span.hub().refersTo(hub)) {
        long common = Math.min(end, span.since() + span.nanos()) - Math.max(begin, span.since());
        if (common * 2 >= Math.min(nanos, span.nanos())) {
          return true;
        }
      }
    }
    return false;
  }
}
