package dev.unclog.source;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.Optional;

/** {@code Thread.run()}, which starts no thread: the work is done by whoever calls. */
final class InlineThreads {
  private static final String THREAD = "java.lang.Thread";
  private static final Reason HOW = Reason.because("Thread.run() starts no thread");

  private InlineThreads() {}

  /** The function that a thread was made with, if a call runs that thread itself. */
  static Optional<Value.Function> run(FactsReader.Known known) {
    MethodKey called = known.call().callee();
    return called.name().equals("run")
            && called.type().equals(THREAD)
            && known.call().receiver() instanceof Value.Made made
            && made.constructor().type().equals(THREAD)
        ? made.arguments().stream()
            .filter(Value.Function.class::isInstance)
            .map(Value.Function.class::cast)
            .findFirst()
        : Optional.empty();
  }

  /** A body that does a thread's work. */
  static Body within(Body body, Value.Function work) {
    return body.function(work::body, body.cooperative().map(reason -> reason.spawnedInline(HOW)));
  }
}
