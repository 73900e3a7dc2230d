package dev.unclog.probed;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import reactor.blockhound.BlockHound;

/** An echo server on one event loop, and who keeps it busy. */
public final class Echo {
  /** What the server's line begins with that names its port. */
  public static final String PORT = "port ";

  private static final int MESSAGE = 128;

  private Echo() {}

  /** Serves until it is killed. */
  public static void main(String[] nothing) throws Exception {
    if (Boolean.getBoolean(HookedCalls.BLOCK_HOUND)) {
      BlockHound.install();
    }
    Channel server =
        new ServerBootstrap()
            .group(new NioEventLoopGroup(1))
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new Handler());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    System.out.println(PORT + ((InetSocketAddress) server.localAddress()).getPort());
  }

  private static final class Handler extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush(message);
    }
  }

  /**
   * Asks again and again.
   *
   * @param port the server's
   * @param clients how many ask at the same time
   * @param warmUp for how long before it counts
   * @param counted for how many milliseconds it counts
   * @param processor how long the server has used it, in nanoseconds
   * @return how many microseconds of it an answer took
   */
  public static double ask(int port, int clients, long warmUp, long counted, LongSupplier processor)
      throws Exception {
    LongAdder answers = new LongAdder();
    Thread[] threads = new Thread[clients];
    for (int i = 0; i < clients; i++) {
      threads[i] = Matrix.daemon(() -> ask(port, answers), "client");
      threads[i].start();
    }
    TimeUnit.MILLISECONDS.sleep(warmUp);
    long before = answers.sum();
    long start = processor.getAsLong();
    TimeUnit.MILLISECONDS.sleep(counted);
    double each = (processor.getAsLong() - start) / 1e3 / (answers.sum() - before);
    for (Thread thread : threads) {
      thread.interrupt();
    }
    return each;
  }

  private static void ask(int port, LongAdder answers) {
    byte[] message = new byte[MESSAGE];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (!Thread.currentThread().isInterrupted()) {
        out.write(message);
        in.readFully(message);
        answers.increment();
      }
    } catch (IOException e) {
      // The server has been killed.
    }
  }
}
