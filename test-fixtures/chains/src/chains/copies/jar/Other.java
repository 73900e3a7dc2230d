package chains.copies.mine.io.netty.util;

import java.util.concurrent.CountDownLatch;

/** Nothing says that this is a copy of anything. */
public final class Other {
  private Other() {}

  public static void start() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
