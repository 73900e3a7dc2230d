package dev.unclog.probe.junit;

import dev.unclog.probe.boot.Observation;
import dev.unclog.probe.report.Frames;
import java.util.List;

/** What was observed, told for people: the call sites first, then each stack without the JDK's. */
final class Story {
  private Story() {}

  static String of(List<Observation> observed) {
    StringBuilder story = new StringBuilder();
    story.append(observed.size() == 1 ? "A hub was blocked:\n" : "Hubs were blocked:\n");
    for (Observation observation : observed) {
      story.append("  ").append(observation).append('\n');
    }
    for (Observation observation : observed) {
      story.append('\n').append(observation).append('\n');
      fold(observation.stack(), story);
    }
    return story.toString();
  }

  private static void fold(List<StackTraceElement> stack, StringBuilder story) {
    int folded = 0;
    for (StackTraceElement frame : stack) {
      if (Frames.isApplication(frame.getClassName())) {
        sayFolded(folded, story);
        folded = 0;
        story.append("    at ").append(frame).append('\n');
      } else {
        folded++;
      }
    }
    sayFolded(folded, story);
  }

  private static void sayFolded(int frames, StringBuilder story) {
    if (frames > 0) {
      story.append("    ... ").append(frames).append(" of the JDK and of frameworks\n");
    }
  }
}
