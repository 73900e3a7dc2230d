package chains.testsonly;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What tests alone do is done in no operation. */
class Server {
  volatile boolean suspended = false;
  volatile boolean paused;
  private boolean raised;
  private boolean lowered;
  boolean raisedElsewhere;
  private boolean given = Boolean.getBoolean("given");
  private final Object lock = new Object();
  private final CompletableFuture<String> state = new CompletableFuture<>();

  @Cooperative // silent
  void waitsWhileATestHasSuspendedIt() throws InterruptedException {
    synchronized (lock) {
      while (suspended) {
        lock.wait();
      }
    }
  }

  @Cooperative // silent
  void waitsFurtherDown() throws InterruptedException {
    if (suspended) {
      sleep();
    }
  }

  @Cooperative
  void waitsUnlessATestHasSuspendedIt() throws InterruptedException {
    if (!suspended) {
      sleep(); // finds: BlockingCall Thread.sleep(long)
    }
  }

  private void sleep() throws InterruptedException {
    Thread.sleep(10);
  }

  @VisibleForTesting
  void suspend() {
    suspended = true;
    paused = true;
    raised = true;
    raisedElsewhere = true;
    given = true;
  }

  @VisibleForTesting
  void resume() {
    suspended = false;
    lowered = true;
  }

  @Cooperative
  void waitsWhileItIsPaused() throws InterruptedException {
    if (paused) {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  void pause() {
    paused = true;
  }

  @Cooperative
  void waitsWhileItIsRaised() throws InterruptedException {
    if (raised) {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  /** A method for tests that is called in operation, too. */
  @VisibleForTesting
  void raise() {
    raised = true;
  }

  void begin() {
    raise();
  }

  @Cooperative
  void waitsWhileOthersHaveRaisedIt() throws InterruptedException {
    if (raisedElsewhere) {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  @Cooperative
  void waitsIfItIsGiven() throws InterruptedException {
    if (given) {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  @Cooperative // silent
  void waitsIfATestHasLoweredIt() throws InterruptedException {
    if (lowered) {
      Thread.sleep(10);
    }
  }

  @VisibleForTesting
  CompletableFuture<String> stateForATest() throws ExecutionException, InterruptedException {
    return CompletableFuture.completedFuture(state.get()); // silent
  }

  CompletableFuture<String> stateForAll() throws ExecutionException, InterruptedException {
    return CompletableFuture.completedFuture(state.get()); // finds: BlockingBeforeReturn CompletableFuture.get()
  }

  @VisibleForTesting
  CompletableFuture<String> stateForBoth() throws ExecutionException, InterruptedException {
    return CompletableFuture.completedFuture(state.get()); // finds: BlockingBeforeReturn CompletableFuture.get()
  }

  CompletableFuture<String> state() throws ExecutionException, InterruptedException {
    return stateForBoth();
  }

  /** Calls another of its kind, which no one else does. */
  @VisibleForTesting
  CompletableFuture<String> stateForAnotherTest() throws ExecutionException, InterruptedException {
    return stateForATest(); // silent
  }
}
