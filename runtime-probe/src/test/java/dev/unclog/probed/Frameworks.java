package dev.unclog.probed;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.reactivex.rxjava3.core.Single;
import io.vertx.core.Vertx;
import java.awt.EventQueue;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One planted block on each framework's hub, and next to it what does not block or is no hub. */
public final class Frameworks {
  private static final long MILLIS = 300;

  private Frameworks() {}

  /** Plays one framework. */
  public static void main(String[] framework) throws Exception {
    switch (framework[0]) {
      case "netty" -> netty();
      case "vertx" -> vertx();
      case "reactor" -> reactor();
      case "rxjava" -> rxjava();
      case "awt" -> awt();
      case "registered" -> registered();
      default -> throw new IllegalArgumentException(framework[0]);
    }
    System.out.println("played");
    System.exit(0);
  }

  private static void planted() {
    try {
      Culprit.nextLine();
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same, where it may. */
  private static void elsewhere() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An echo server whose handler blocks for one message, and then shuts down gracefully. */
  private static void netty() throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(2);
    CountDownLatch echoed = new CountDownLatch(2);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                handlers(
                    new ChannelInboundHandlerAdapter() {
                      @Override
                      public void channelRead(ChannelHandlerContext context, Object message) {
                        if (((ByteBuf) message).getByte(0) == 'b') {
                          planted();
                        }
                        context.writeAndFlush(message);
                      }
                    }))
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    Channel client =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(
                handlers(
                    new ChannelInboundHandlerAdapter() {
                      @Override
                      public void channelRead(ChannelHandlerContext context, Object message) {
                        ((ByteBuf) message).release();
                        echoed.countDown();
                      }
                    }))
            .connect(server.localAddress())
            .sync()
            .channel();
    client.writeAndFlush(Unpooled.copiedBuffer(new byte[] {'n'})).sync();
    TimeUnit.MILLISECONDS.sleep(MILLIS);
    client.writeAndFlush(Unpooled.copiedBuffer(new byte[] {'b'})).sync();
    echoed.await();
    long start = System.nanoTime();
    loops.shutdownGracefully(200, 5_000, TimeUnit.MILLISECONDS).sync();
    System.out.println(
        "shut down in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
  }

  private static ChannelInitializer<Channel> handlers(ChannelInboundHandlerAdapter handler) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(handler);
      }
    };
  }

  private static void vertx() throws Exception {
    Vertx vertx = Vertx.vertx();
    CountDownLatch done = new CountDownLatch(3);
    vertx.runOnContext(
        nothing -> {
          planted();
          done.countDown();
        });
    vertx
        .executeBlocking(
            () -> {
              elsewhere();
              return "done";
            })
        .onComplete(result -> done.countDown());
    vertx.setTimer(MILLIS, id -> done.countDown());
    done.await();
  }

  private static void reactor() {
    Mono.fromRunnable(Frameworks::planted).subscribeOn(Schedulers.parallel()).block();
    Mono.fromRunnable(Frameworks::elsewhere).subscribeOn(Schedulers.boundedElastic()).block();
    Mono.delay(Duration.ofMillis(MILLIS)).block();
  }

  private static void rxjava() {
    String planted =
        Single.fromCallable(Frameworks::callPlanted)
            .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
            .blockingGet();
    String elsewhere =
        Single.fromCallable(Frameworks::callElsewhere)
            .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
            .blockingGet();
    System.out.println(planted + elsewhere);
  }

  private static String callPlanted() {
    planted();
    return "done";
  }

  private static String callElsewhere() {
    elsewhere();
    return "done";
  }

  private static void awt() throws Exception {
    EventQueue.invokeAndWait(() -> {});
    TimeUnit.MILLISECONDS.sleep(MILLIS);
    EventQueue.invokeAndWait(Frameworks::planted);
  }

  private static void registered() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(Frameworks::elsewhere).get(); // Not registered yet.
    dev.unclog.probe.Probe.hub(pool);
    pool.submit(Frameworks::planted).get();
    TimeUnit.MILLISECONDS.sleep(MILLIS);
    pool.shutdown();
  }
}
