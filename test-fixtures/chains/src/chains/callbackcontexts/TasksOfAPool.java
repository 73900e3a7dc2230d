package chains.callbackcontexts;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A task for timers that is given to a pool, as any Runnable, is on no timer's thread. */
class TasksOfAPool {
  private final ScheduledExecutorService pool = new ScheduledThreadPoolExecutor(1);
  private final Timer timer = new Timer();

  void start() { // silent
    pool.scheduleAtFixedRate(new Beat(), 1, 1, TimeUnit.SECONDS);
  }

  void startBoth() {
    pool.execute(new Tick());
    timer.schedule(new Tick(), 10);
    timer.schedule(new Tick(), 20);
  }

  static class Beat extends TimerTask {
    @Override
    public void run() {
      LockSupport.park();
    }
  }

  static class Tick extends TimerTask {
    @Override
    public void run() {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }
}
