package chains.timeouts;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A timeout of zero does not wait, where it is written and through the parameters it comes by. */
class Waits {
  private static final long AT_ONCE = 0;
  private final BlockingQueue<String> queue;
  private final Semaphore permits = new Semaphore(1);

  Waits(BlockingQueue<String> queue) {
    this.queue = queue;
  }

  @Cooperative
  void polls() throws InterruptedException {
    queue.poll(10, TimeUnit.MILLISECONDS); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  @Cooperative // silent
  void pollsWithoutWaiting() throws InterruptedException {
    queue.poll(0, TimeUnit.MILLISECONDS);
    queue.poll(AT_ONCE, TimeUnit.MILLISECONDS);
  }

  @Cooperative
  void pollsInAHelper() throws InterruptedException {
    pollFor(10); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  @Cooperative // silent
  void pollsInAHelperWithoutWaiting() throws InterruptedException {
    pollFor(0);
  }

  @Cooperative
  void pollsTwoCallsDown() throws InterruptedException {
    pollAndCount("a", 10); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  @Cooperative // silent
  void pollsTwoCallsDownWithoutWaiting() throws InterruptedException {
    pollAndCount("a", AT_ONCE);
  }

  /** Whoever gives it may give any number. */
  @Cooperative
  void pollsForWhatItIsGiven(long millis) throws InterruptedException {
    pollFor(millis); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  /** Two ways, and one of them waits. */
  @Cooperative
  void pollsEitherWay() throws InterruptedException {
    pollFor(0);
    pollFor(5); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  @Cooperative // silent
  void triesToAcquire() throws InterruptedException {
    acquireWithin(0, TimeUnit.SECONDS);
  }

  @Cooperative
  void acquires() throws InterruptedException {
    acquireWithin(1, TimeUnit.SECONDS); // finds: BlockingCall Semaphore.tryAcquire(long,TimeUnit)
  }

  @Cooperative // silent
  void asksAFutureWithoutWaiting(Future<String> future) throws Exception {
    result(future, 0);
  }

  @Cooperative
  void asksAFuture(Future<String> future) throws Exception {
    result(future, 100); // finds: BlockingCall Future.get(long,TimeUnit)
  }

  /** Of Object.wait zero says: for ever. */
  @Cooperative
  void waitsForEver() throws InterruptedException {
    waitFor(0); // finds: BlockingCall Object.wait(long)
  }

  private String pollFor(long millis) throws InterruptedException {
    return queue.poll(millis, TimeUnit.MILLISECONDS);
  }

  private int pollAndCount(String name, long millis) throws InterruptedException {
    return pollFor(millis) == null ? 0 : name.length();
  }

  private boolean acquireWithin(long timeout, TimeUnit unit) throws InterruptedException {
    return permits.tryAcquire(timeout, unit);
  }

  private static String result(Future<String> future, long millis)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(millis, TimeUnit.MILLISECONDS);
  }

  private void waitFor(long millis) throws InterruptedException {
    wait(millis);
  }
}
