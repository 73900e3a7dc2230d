package chains.copies.shaded.io.netty.util;

import java.util.concurrent.CountDownLatch;

/** A core's own, which is not searched for blame. */
public final class Pools {
  private Pools() {}

  public static void start() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
