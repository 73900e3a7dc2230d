package chains.callbackcontexts;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.LockSupport;

/** A timer with one task: nothing else waits for its thread. */
class OwnTimer {
  private final Timer timer = new Timer("cleaner", true);

  void start() { // silent
    timer.schedule(new Cleaning(), 10, 10);
  }

  static class Cleaning extends TimerTask {
    @Override
    public void run() {
      LockSupport.park();
    }
  }
}
