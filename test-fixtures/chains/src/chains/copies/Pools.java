package chains.copies.shaded.io.netty.bootstrap;

import chains.copies.shaded.io.netty.channel.ChannelHandlerContext;
import chains.copies.shaded.io.netty.channel.ChannelInboundHandler;

/** A copy whose source is compiled, too: what is to be said of it was said of the original. */
public class Pools implements ChannelInboundHandler {
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) // silent
      throws InterruptedException {
    start();
  }

  public static void start() throws InterruptedException {
    Thread.sleep(1);
  }
}
