package chains.donefutures.library;

import java.util.concurrent.FutureTask;

/** What becomes of a task. */
public class Tasks {
  private Tasks() {}

  public static void run(FutureTask<String> task) throws Exception {
    task.run();
    task.get();
  }

  public static void await(FutureTask<String> task) throws Exception {
    task.get();
  }
}
