package chains.nettycontexts;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Handlers, codecs and listeners run on the loop, and nobody had to say so. */
class Handlers {
  static class Reads extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
      helper();
    }

    private void helper() {}

    /** Not Netty's. */
    void warmUp() throws Exception { // silent
      Thread.sleep(10);
    }
  }

  static class Simple extends SimpleChannelInboundHandler<String> {
    private final ExecutorService workers;

    Simple(ExecutorService workers) {
      this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String msg) throws Exception {
      save(); // finds: BlockingCall Thread.sleep(long)
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) { // silent
      workers.submit(
          () -> {
            save();
            return null;
          });
    }

    private static void save() throws InterruptedException {
      Thread.sleep(10);
    }
  }

  static class Decoder extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      ctx.writeAndFlush(in).sync(); // finds: BlockingCall ChannelFuture.sync()
    }
  }

  ChannelInitializer<Channel> initializer() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel ch) throws Exception {
        Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
      }
    };
  }

  static class OnWorkers extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception { // silent
      Thread.sleep(10);
    }
  }

  static class OnAnyThread extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  static class OnAnotherLoop extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  private static final EventExecutorGroup WORKERS = new DefaultEventExecutorGroup(4);

  void adds(ChannelPipeline pipeline, EventLoopGroup loops) {
    OnWorkers handler = new OnWorkers();
    pipeline.addLast(WORKERS, handler);
    pipeline.addLast(WORKERS, "other", new OnWorkers());
    pipeline.addLast(WORKERS, new OnAnyThread());
    pipeline.addLast(new OnAnyThread());
    pipeline.addLast(loops, new OnAnotherLoop());
  }

  void listens(ChannelFuture future, ChannelFuture other) {
    future.addListener(done -> other.sync()); // finds: BlockingCall ChannelFuture.sync()
  }

  /** A listener of Netty's by its type, and called here at once. */
  void callsAtOnce(ChannelFuture other) throws Exception { // silent
    tell(done -> other.sync());
  }

  private static void tell(ChannelFutureListener listener) throws Exception {
    listener.operationComplete(null);
  }

  void passesOn(ChannelFuture future, ChannelFuture other) {
    listen(future, done -> other.sync()); // finds: BlockingCall ChannelFuture.sync()
  }

  private static void listen(ChannelFuture future, ChannelFutureListener listener) {
    future.addListener(listener);
  }

  void schedules(Channel channel, ChannelFuture other) {
    channel.eventLoop().execute(other::awaitUninterruptibly); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
  }

  /** One thread for all timeouts of a wheel, but a wheel may be made for this one task. */
  void times(HashedWheelTimer wheel) {
    wheel.newTimeout(timeout -> Thread.sleep(10), 1, TimeUnit.SECONDS); // finds: PossiblyBlockingCall Thread.sleep(long)
  }
}
