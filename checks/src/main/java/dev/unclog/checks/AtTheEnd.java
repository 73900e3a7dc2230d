package dev.unclog.checks;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.util.Context;
import java.util.function.Consumer;

/** Does something when a compilation is over, however it ended. */
final class AtTheEnd implements TaskListener {
  private final Runnable task;
  private final Consumer<String> trouble;

  private AtTheEnd(Runnable task, Consumer<String> trouble) {
    this.task = task;
    this.trouble = trouble;
  }

  /** Whatever goes wrong in the task is told, and goes no further: javac would die of it. */
  static void of(Context context, Runnable task, Consumer<String> trouble) {
    MultiTaskListener.instance(context).add(new AtTheEnd(task, trouble));
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      try {
        task.run();
      } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
        trouble.accept(e.toString());
      }
    }
  }
}
