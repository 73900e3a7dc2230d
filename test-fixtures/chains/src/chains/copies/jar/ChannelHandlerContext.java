package chains.copies.shaded.io.netty.channel;

/** As a build copies it. */
public interface ChannelHandlerContext {
  void close();
}
