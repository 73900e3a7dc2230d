package chains.copies;

import chains.copies.mine.io.netty.util.Other;
import chains.copies.shaded.io.netty.channel.ChannelHandlerContext;
import chains.copies.shaded.io.netty.channel.ChannelInboundHandler;
import chains.copies.shaded.io.netty.util.Pools;
import chains.copies.shaded.io.netty.util.concurrent.Future;
import dev.unclog.annotations.Cooperative;

/** A copy of a library in another package does what the library does. */
class Copies {
  static class Handler implements ChannelInboundHandler {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      Thread.sleep(1); // finds: BlockingCall Thread.sleep(long)
    }

    void read(Object message) throws Exception { // silent
      Thread.sleep(1);
    }
  }

  @Cooperative
  void waits(Future<String> future) throws InterruptedException {
    future.sync(); // finds: BlockingCall Future.sync()
  }

  @Cooperative // silent
  void waitsForWhatIsDone(Future<String> future) throws InterruptedException {
    if (future.isDone()) {
      future.sync();
    }
  }

  @Cooperative // silent
  void startsACore() throws InterruptedException {
    Pools.start();
  }

  @Cooperative // silent
  void startsACompiledCore() throws InterruptedException {
    chains.copies.shaded.io.netty.bootstrap.Pools.start();
  }

  @Cooperative
  void startsAnother() throws InterruptedException {
    Other.start(); // finds: BlockingCall CountDownLatch.await()
  }
}
