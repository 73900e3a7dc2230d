package dev.unclog.source;

import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;

/** {@code Thread.run()}, which starts no thread: the work is done by whoever calls. */
final class InlineThreads {
  private static final String THREAD = "java.lang.Thread";

  private InlineThreads() {}

  /** What a thread was made with that a call runs itself: functions, or parameters. */
  static List<Value> work(Call call) {
    MethodKey called = call.callee();
    return called.name().equals("run")
            && called.type().equals(THREAD)
            && call.receiver() instanceof Value.Made made
            && made.constructor().type().equals(THREAD)
        ? made.arguments().stream().filter(InlineThreads::isWork).toList()
        : List.of();
  }

  private static boolean isWork(Value value) {
    return value instanceof Value.Function
        || value instanceof Value.Parameter given && given.type().equals("java.lang.Runnable");
  }
}
