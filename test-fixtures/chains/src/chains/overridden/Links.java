package chains.overridden;

import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Mono;

/** What a class overrides is not run on its objects, nor is what that would call on them. */
class Links {
  interface Closing {
    void close();

    default Mono<Void> closeLater() { // silent
      return Mono.fromRunnable(() -> close());
    }
  }

  static class Waiting implements Closing {
    @Override
    public void close() {
      LockSupport.park();
    }

    @Override
    public Mono<Void> closeLater() {
      return closeLater("for no reason");
    }

    private Mono<Void> closeLater(String reason) {
      return Mono.empty();
    }
  }

  interface Ending {
    void end();

    default Mono<Void> endLater() {
      return Mono.fromRunnable(() -> end()); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  static class Inheriting implements Ending {
    @Override
    public void end() {
      LockSupport.park();
    }
  }

  interface Stopping {
    void stop();

    default Mono<Void> stopLater() {
      return Mono.fromRunnable(() -> stop()); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  static class Adding implements Stopping {
    @Override
    public void stop() {
      LockSupport.park();
    }

    @Override
    public Mono<Void> stopLater() {
      return Stopping.super.stopLater();
    }
  }

  abstract static class Step {
    abstract void work();

    void run() {
      work();
    }
  }

  static class Plain extends Step {
    @Override
    void work() {
      LockSupport.park();
    }
  }

  Mono<Void> plain(Plain step) {
    return Mono.fromRunnable(step::run); // finds: PossiblyBlockingCall LockSupport.park()
  }

  abstract static class Task {
    abstract void work();

    void run() {
      work();
    }
  }

  static class SlowTask extends Task {
    @Override
    void work() {
      LockSupport.park();
    }

    @Override
    void run() {}
  }

  static class QuickTask extends Task {
    @Override
    void work() {}
  }

  Mono<Void> any(Task task) { // silent
    return Mono.fromRunnable(task::run);
  }
}
