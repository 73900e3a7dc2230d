package chains.promises;

import io.netty.channel.ChannelFuture;

/** Who implements a method that is known to wait promises nothing by what it returns. */
abstract class Awaiting implements ChannelFuture {
  private ChannelFuture other;

  @Override
  public ChannelFuture await() throws InterruptedException { // silent
    other.await();
    return this;
  }

  public ChannelFuture connects() throws InterruptedException {
    other.await(); // finds: BlockingBeforeReturn ChannelFuture.await()
    return other;
  }
}
