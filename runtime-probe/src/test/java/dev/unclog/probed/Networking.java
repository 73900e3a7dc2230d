package dev.unclog.probed;

import static dev.unclog.probed.Matrix.WHILE_MILLIS;
import static dev.unclog.probed.Matrix.soon;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sockets in every flavour, selectors, pipes, names. */
final class Networking {
  private static final String NETWORK = "network";
  private static final String NAMES = "name-resolution";
  private static final byte[] MUCH = new byte[16 << 20];
  private static final ByteBuffer MUCH_DIRECT = ByteBuffer.allocateDirect(16 << 20);

  private Networking() {}

  @SuppressWarnings("ReturnValueIgnored") // What it does on the way is the point.
  static List<Case> cases() {
    return List.of(
        Case.prepared(
            "new Socket",
            NETWORK,
            () -> {
              ServerSocket server = server();
              return () -> new Socket(server.getInetAddress(), server.getLocalPort()).close();
            }),
        Case.prepared(
            "Socket.connect, timed",
            NETWORK,
            () -> {
              ServerSocket server = server();
              Socket socket = new Socket();
              return () -> socket.connect(server.getLocalSocketAddress(), 1_000);
            }),
        Case.prepared(
            "ServerSocket.accept",
            NETWORK,
            () -> {
              ServerSocket server = server();
              server.setSoTimeout(WHILE_MILLIS);
              return () -> timesOut(server::accept);
            }),
        Case.prepared(
            "Socket.getInputStream.read",
            NETWORK,
            () -> {
              Socket plain = plainConnected();
              soon(plain::close);
              return () -> failing(() -> plain.getInputStream().read());
            }),
        Case.prepared(
            "Socket.getOutputStream.write",
            NETWORK,
            () -> {
              Socket socket = plainConnected();
              soon(socket::close);
              return () -> failing(() -> socket.getOutputStream().write(MUCH));
            }),
        Case.prepared(
            "Socket of a channel, read",
            NETWORK,
            () -> {
              SocketChannel channel = connected();
              soon(channel::close);
              return () -> failing(() -> channel.socket().getInputStream().read());
            }),
        Case.prepared(
            "SocketChannel.connect",
            NETWORK,
            () -> {
              ServerSocket server = server();
              SocketChannel channel = SocketChannel.open();
              return () -> channel.connect(server.getLocalSocketAddress());
            }),
        Case.prepared(
            "SocketChannel.read",
            NETWORK,
            () -> {
              SocketChannel channel = connected();
              soon(channel::close);
              return () -> failing(() -> channel.read(ByteBuffer.allocate(1)));
            }),
        Case.prepared(
            "SocketChannel.read, scattering",
            NETWORK,
            () -> {
              SocketChannel channel = connected();
              soon(channel::close);
              ByteBuffer[] buffers = {ByteBuffer.allocate(1), ByteBuffer.allocate(1)};
              return () -> failing(() -> channel.read(buffers));
            }),
        Case.prepared(
            "SocketChannel.write",
            NETWORK,
            () -> {
              SocketChannel channel = connected();
              soon(channel::close);
              return () -> failing(() -> channel.write(MUCH_DIRECT.duplicate()));
            }),
        Case.prepared(
            "SocketChannel.read, Unix domain",
            NETWORK,
            () -> {
              SocketChannel channel = unixConnected();
              soon(channel::close);
              return () -> failing(() -> channel.read(ByteBuffer.allocate(1)));
            }),
        Case.prepared(
            "ServerSocketChannel.accept",
            NETWORK,
            () -> {
              ServerSocketChannel server = ServerSocketChannel.open().bind(loopback());
              soon(server::close);
              return () -> failing(server::accept);
            }),
        Case.prepared(
            "DatagramSocket.receive",
            NETWORK,
            () -> {
              DatagramSocket socket = new DatagramSocket(loopback());
              socket.setSoTimeout(WHILE_MILLIS);
              return () -> timesOut(() -> socket.receive(new DatagramPacket(new byte[1], 1)));
            }),
        Case.prepared(
            "DatagramChannel.receive",
            NETWORK,
            () -> {
              DatagramChannel channel = DatagramChannel.open().bind(loopback());
              soon(channel::close);
              return () -> failing(() -> channel.receive(ByteBuffer.allocate(1)));
            }),
        Case.prepared(
            "AsynchronousSocketChannel.read, get",
            "wait",
            () -> {
              ServerSocket server = server();
              AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
              channel.connect(server.getLocalSocketAddress()).get();
              soon(channel::close);
              return () -> failing(() -> channel.read(ByteBuffer.allocate(1)).get());
            }),
        Case.prepared(
            "HttpURLConnection.getResponseCode",
            NETWORK,
            () -> {
              URI uri = silentHttp();
              return () -> {
                var connection = uri.toURL().openConnection();
                connection.setReadTimeout(WHILE_MILLIS);
                timesOut(connection::getInputStream);
              };
            }),
        Case.prepared(
            "HttpClient.send",
            "wait",
            () -> {
              URI uri = silentHttp();
              HttpClient client = HttpClient.newHttpClient();
              HttpRequest request =
                  HttpRequest.newBuilder(uri)
                      .timeout(Duration.ofMillis(10L * WHILE_MILLIS))
                      .build();
              // The first time it loads classes for longer than the timeout.
              failing(() -> client.send(request, BodyHandlers.discarding()));
              return () -> failing(() -> client.send(request, BodyHandlers.discarding()));
            }),
        Case.of(
            "InetAddress.isReachable",
            NETWORK,
            () -> InetAddress.getLoopbackAddress().isReachable(WHILE_MILLIS)),
        Case.prepared(
            "Selector.select",
            "selector",
            () -> {
              Selector selector = Selector.open();
              soon(selector::wakeup);
              return selector::select;
            }),
        Case.prepared(
            "Selector.select, timed",
            "selector",
            () -> {
              Selector selector = Selector.open();
              return () -> selector.select(WHILE_MILLIS);
            }),
        Case.prepared(
            "Pipe.SourceChannel.read",
            "wait",
            () -> {
              Pipe pipe = Pipe.open();
              soon(() -> pipe.sink().write(ByteBuffer.allocate(1)));
              return () -> pipe.source().read(ByteBuffer.allocate(1));
            }),
        Case.prepared(
            "Pipe.SinkChannel.write",
            "wait",
            () -> {
              Pipe pipe = Pipe.open();
              PEERS.add(pipe);
              soon(pipe.sink()::close);
              return () -> failing(() -> pipe.sink().write(MUCH_DIRECT.duplicate()));
            }),
        Case.of("InetAddress.getByName", NAMES, () -> InetAddress.getByName("localhost")),
        Case.of(
            "InetAddress.getCanonicalHostName",
            NAMES,
            () -> InetAddress.getByAddress(new byte[] {127, 0, 0, 1}).getCanonicalHostName()),
        Case.of(
            "URL.equals",
            NAMES,
            () ->
                URI.create("http://one.invalid/")
                    .toURL()
                    .equals(URI.create("http://two.invalid/").toURL())),
        Case.of("new InetSocketAddress", NAMES, () -> new InetSocketAddress("three.invalid", 1)));
  }

  /** Ends by an exception when its time has come, and is not expected to end otherwise. */
  private static void timesOut(Case.Act act) throws Exception {
    try {
      act.run();
    } catch (SocketTimeoutException e) {
      // As meant.
    }
  }

  /** Is ended from outside. */
  private static void failing(Case.Act act) {
    try {
      act.run();
    } catch (Exception e) {
      // As meant.
    }
  }

  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static ServerSocket server() throws Exception {
    ServerSocket server = new ServerSocket();
    server.bind(loopback());
    PEERS.add(server); // One that is collected refuses its connections.
    return server;
  }

  private static final List<Object> PEERS = new ArrayList<>();

  static SocketChannel connected() throws Exception {
    return SocketChannel.open(server().getLocalSocketAddress());
  }

  private static Socket plainConnected() throws Exception {
    ServerSocket server = server();
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  private static SocketChannel unixConnected() throws Exception {
    Path folder = Files.createTempDirectory("unclog");
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("socket"));
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(address);
    SocketChannel channel = SocketChannel.open(address);
    PEERS.add(server);
    folder.toFile().deleteOnExit();
    address.getPath().toFile().deleteOnExit();
    return channel;
  }

  /** A server that takes connections and never answers. */
  private static URI silentHttp() throws Exception {
    ServerSocket server = server();
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }
}
