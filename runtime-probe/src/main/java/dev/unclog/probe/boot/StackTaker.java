package dev.unclog.probe.boot;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes the current thread's stack, without this package's own frames. */
final class StackTaker implements Function<Stream<StackFrame>, StackFrame[]> {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final StackTaker INSTANCE = new StackTaker();

  private StackTaker() {}

  static StackFrame[] frames() {
    return WALKER.walk(INSTANCE);
  }

  @Override
  public StackFrame[] apply(Stream<StackFrame> frames) {
    return frames.limit(Sighting.MOST_FRAMES).toArray(StackFrame[]::new);
  }
}
