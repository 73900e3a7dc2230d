package dev.unclog.probed;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import reactor.blockhound.BlockHound;

/** An echo server on one event loop. */
public final class Echo {
  /** What the server's line begins with that names its port. */
  public static final String PORT = "port ";

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
}
