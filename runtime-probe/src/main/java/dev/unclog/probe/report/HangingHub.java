package dev.unclog.probe.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A hub that hangs, or did, for whoever records the JVM with JFR. */
@Name(HangingHub.NAME)
@Label("Hanging hub")
@Category("Unclog")
@Description("One task holds an event loop for longer than the resolution")
@StackTrace(false)
final class HangingHub extends Event {
  static final String NAME = "dev.unclog.HangingHub";

  @Label("Hub")
  String hub;

  @Label("State")
  String state;

  @Label("Over")
  boolean over;

  @Label("Call site")
  String frame;

  @Label("For")
  @Timespan(Timespan.NANOSECONDS)
  long lasted;

  static void commit(Hang hang) {
    // Without a recording there is no need for JFR to wake up.
    if (!FlightRecorder.isInitialized()) {
      return;
    }
    HangingHub event = new HangingHub();
    if (event.isEnabled()) {
      event.hub = hang.hub().thread().getName();
      event.state = hang.state().word();
      event.over = hang.times() == 0;
      event.frame = String.valueOf(Frames.callSite(Frame.elements(Frame.of(hang.stack()))));
      event.lasted = hang.nanos();
      event.commit();
    }
  }
}
