package chains.firsttasks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.File;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What a constructor gives to loops of its own before anybody else can reach them. */
class Server {
  private final EventLoopGroup loops;
  private final File library = new File("library");

  /** Each loop's first task: it serves nothing as yet. */
  Server(int threads) {
    loops = new NioEventLoopGroup(threads);
    for (int i = 0; i < threads; i++) {
      loops.next().submit(() -> load()); // silent
    }
    new ServerBootstrap().group(loops).bind(80);
  }

  /** Those of a variable, one after the other. */
  Server(String name) {
    EventLoopGroup own = new NioEventLoopGroup(1);
    own.execute(() -> load()); // silent
    own.execute(() -> load()); // silent
    loops = own;
  }

  /** It is bound before. */
  Server(int threads, int port) {
    this.loops = new NioEventLoopGroup(threads);
    new ServerBootstrap().group(loops).bind(port);
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** It is bound before the next loop gets its task. */
  Server(int threads, long port) {
    loops = new NioEventLoopGroup(threads);
    for (int i = 0; i < threads; i++) {
      loops.next().submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
      new ServerBootstrap().group(loops).bind(i);
    }
  }

  /** What another method does, nobody looks up. */
  Server(int threads, boolean now) {
    loops = new NioEventLoopGroup(threads);
    start();
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** Others may have given it work. */
  Server(EventLoopGroup given) {
    loops = given;
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** It is new, or another's. */
  Server(EventLoopGroup given, boolean isNew) {
    if (isNew) {
      loops = new NioEventLoopGroup(1);
    } else {
      loops = given;
    }
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** Its threads may be another's. */
  Server(Executor threads) {
    loops = new NioEventLoopGroup(1, threads);
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** The object is given away before. */
  Server(Registry registry) {
    loops = new NioEventLoopGroup(1);
    registry.add(this);
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  /** Later, and again and again. */
  Server() {
    loops = new NioEventLoopGroup(1);
    loops.scheduleAtFixedRate(() -> load(), 1, 1, TimeUnit.SECONDS); // finds: PossiblyBlockingCall File.exists()
  }

  private void start() {
    new ServerBootstrap().group(loops).bind(80);
  }

  void reload() {
    loops.submit(() -> load()); // finds: PossiblyBlockingCall File.exists()
  }

  private boolean load() {
    return library.exists();
  }

  interface Registry {
    void add(Server server);
  }
}
