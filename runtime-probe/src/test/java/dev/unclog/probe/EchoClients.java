package dev.unclog.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;

/** Who keeps echo servers busy: one of them at a time, each client with one message at a time. */
final class EchoClients implements AutoCloseable {
  private static final int MESSAGE = 128;
  private static final int NOBODY = -1;

  private final List<LongAdder> answers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Passed by all whenever another server is to be asked. */
  private final Phaser change = new Phaser(1);

  private volatile int asked = NOBODY;

  EchoClients(List<Integer> ports, int clients) {
    ports.forEach(port -> answers.add(new LongAdder()));
    change.bulkRegister(clients);
    for (int i = 0; i < clients; i++) {
      Thread thread = new Thread(() -> ask(ports), "client");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Has the server of a port asked, and no other, once nothing waits for an answer. */
  void turnTo(int server) {
    asked = NOBODY;
    change.arriveAndAwaitAdvance();
    asked = server;
    change.arriveAndAwaitAdvance();
  }

  /** How many answers a server has given. */
  long answers(int server) {
    return answers.get(server).sum();
  }

  private void ask(List<Integer> ports) {
    byte[] message = new byte[MESSAGE];
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int port : ports) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        sockets.add(socket);
      }
      while (!change.isTerminated()) {
        change.arriveAndAwaitAdvance();
        change.arriveAndAwaitAdvance();
        int server = asked;
        if (server == NOBODY) {
          continue;
        }
        OutputStream out = sockets.get(server).getOutputStream();
        DataInputStream in = new DataInputStream(sockets.get(server).getInputStream());
        while (asked == server) {
          out.write(message);
          in.readFully(message);
          answers.get(server).increment();
        }
      }
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      change.arriveAndDeregister();
    }
  }

  @Override
  public void close() throws InterruptedException {
    asked = NOBODY;
    change.forceTermination();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
