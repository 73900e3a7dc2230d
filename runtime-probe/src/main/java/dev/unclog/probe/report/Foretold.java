package dev.unclog.probe.report;

import java.util.List;

/** Tells what of that which is seen was found before, by a compiler. */
public interface Foretold {
  /** Nothing was. */
  Foretold NOTHING =
      new Foretold() {
        @Override
        public List<String> by(List<StackTraceElement> stack, String kind) {
          return List.of();
        }
      };

  /**
   * The findings that something was seen of.
   *
   * @param stack what was seen, innermost first
   * @param kind what it waited for
   * @return their fingerprints
   */
  List<String> by(List<StackTraceElement> stack, String kind);
}
