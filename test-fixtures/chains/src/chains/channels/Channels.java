package chains.channels;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A channel that was taken out of blocking mode does not block. */
class Channels {
  private final ByteBuffer buffer = ByteBuffer.allocate(16);

  @Cooperative
  void connects(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.connect(address); // finds: PossiblyBlockingCall SocketChannel.connect(SocketAddress)
  }

  @Cooperative // silent
  void connectsWithoutWaiting(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(address);
  }

  /** Put back into it. */
  @Cooperative
  void connectsInBlockingMode(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(true);
    channel.connect(address); // finds: PossiblyBlockingCall SocketChannel.connect(SocketAddress)
  }

  @Cooperative
  void readsInAHelper(SocketChannel channel) throws IOException {
    read(channel); // finds: PossiblyBlockingCall SocketChannel.read(ByteBuffer)
  }

  @Cooperative // silent
  void readsInAHelperWithoutWaiting(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    read(channel);
  }

  @Cooperative // silent
  void readsInAHelperThatConfigures(SocketChannel channel) throws IOException {
    readAtOnce(channel);
  }

  @Cooperative
  void accepts(ServerSocketChannel server) throws IOException {
    server.accept(); // finds: PossiblyBlockingCall ServerSocketChannel.accept()
  }

  @Cooperative // silent
  void acceptsWithoutWaiting(ServerSocketChannel server) throws IOException {
    server.configureBlocking(false);
    server.accept();
  }

  /** Another one was configured. */
  @Cooperative
  void configuresAnother(SocketChannel one, SocketChannel other) throws IOException {
    one.configureBlocking(false);
    other.read(buffer); // finds: PossiblyBlockingCall SocketChannel.read(ByteBuffer)
  }

  private int read(SocketChannel channel) throws IOException {
    return channel.read(buffer);
  }

  private int readAtOnce(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    return channel.read(buffer);
  }
}
