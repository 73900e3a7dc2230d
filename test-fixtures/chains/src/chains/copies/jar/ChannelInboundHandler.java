package chains.copies.shaded.io.netty.channel;

public interface ChannelInboundHandler {
  void channelRead(ChannelHandlerContext context, Object message) throws Exception;
}
