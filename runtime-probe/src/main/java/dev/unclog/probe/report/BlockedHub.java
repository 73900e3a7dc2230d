package dev.unclog.probe.report;

import dev.unclog.probe.boot.Observation;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** An observation, for whoever records the JVM with JFR. */
@Name(BlockedHub.NAME)
@Label("Blocked hub")
@Category("Unclog")
@Description("Something kept an event loop from its work")
@StackTrace(false)
final class BlockedHub extends Event {
  static final String NAME = "dev.unclog.BlockedHub";

  @Label("Hub")
  String hub;

  @Label("Kind")
  String kind;

  @Label("Operation")
  String operation;

  @Label("Call site")
  String frame;

  @Label("Began")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long began;

  @Label("Blocked for")
  @Timespan(Timespan.NANOSECONDS)
  long blockedFor;

  static void commit(Observation observation) {
    // Without a recording there is no need for JFR to wake up.
    if (!FlightRecorder.isInitialized()) {
      return;
    }
    BlockedHub event = new BlockedHub();
    if (event.isEnabled()) {
      event.hub = observation.hub();
      event.kind = observation.kind().word();
      event.operation = observation.operation();
      event.frame = String.valueOf(observation.frame());
      event.began = observation.time().toEpochMilli();
      event.blockedFor = observation.duration().toNanos();
      event.commit();
    }
  }
}
