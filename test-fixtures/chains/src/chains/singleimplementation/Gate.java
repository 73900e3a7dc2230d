package chains.singleimplementation;

import dev.unclog.annotations.Cooperative;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** An interface or an abstract class with one implementation in sight. */
class Gate {
  @Cooperative
  void callsThroughAnInterface(Resolver resolver) {
    resolver.resolve("host"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void callsAQuickOneThroughAnInterface(Counter counter) {
    counter.next();
  }

  @Cooperative
  void callsThroughAnAbstractClass(Base base) {
    base.open(); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void callsAQuickOneThroughAnAbstractClass(Base base) {
    base.close();
  }

  /** A default method has its implementations too. */
  @Cooperative
  void callsADefaultMethod(Resolver resolver) {
    resolver.resolveTwice("host"); // finds: BlockingCall InetAddress.getByName(String)
  }

  interface Resolver {
    String resolve(String host);

    default String resolveTwice(String host) {
      return resolve(resolve(host));
    }
  }

  static class SystemResolver implements Resolver {
    @Override
    public String resolve(String host) {
      try {
        return InetAddress.getByName(host).toString();
      } catch (UnknownHostException e) {
        return "";
      }
    }
  }

  interface Counter {
    int next();
  }

  static class AtomicCounter implements Counter {
    private int last;

    @Override
    public int next() {
      return ++last;
    }
  }

  abstract static class Base {
    void open() {
      doOpen();
    }

    abstract void doOpen();

    abstract void close();
  }

  static class Connection extends Base {
    @Override
    void doOpen() {
      new SystemResolver().resolve("host");
    }

    @Override
    void close() {}
  }

  /** What a type calls of its own is what it inherits, and not what its sister overrides. */
  static class Link {
    void send(String host) {}
  }

  static class ClientLink extends Link {
    @Cooperative // silent
    void answers() {
      send("host");
    }
  }

  static class ServerLink extends Link {
    @Override
    void send(String host) {
      new SystemResolver().resolve(host);
    }

    @Cooperative
    void asks() {
      send("host"); // finds: BlockingCall InetAddress.getByName(String)
    }
  }

  @Cooperative
  void callsOnEither(Link link) {
    link.send("host"); // finds: PossiblyBlockingCall InetAddress.getByName(String)
  }
}
