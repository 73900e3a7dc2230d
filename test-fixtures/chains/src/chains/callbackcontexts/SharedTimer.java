package chains.callbackcontexts;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.LockSupport;

/** A timer with two: one waits for the other. */
class SharedTimer {
  private final Timer timer = new Timer("cleaner", true);

  void start() {
    timer.schedule(new Cleaning(), 10, 10);
    timer.schedule(new Counting(), 10, 10);
  }

  static class Cleaning extends TimerTask {
    @Override
    public void run() {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  static class Counting extends TimerTask {
    private int count;

    @Override
    public void run() {
      count++;
    }
  }
}
