package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who starts a service holds its lock over more than who comes later, and before. */
class Starts {
  private final Object started = new Object();
  private final Object renamed = new Object();

  void start() throws UnknownHostException {
    synchronized (started) {
      InetAddress.getByName("host");
    }
  }

  @Cooperative
  void serve() { // silent
    synchronized (started) {
      hashCode();
    }
  }

  void startle() throws UnknownHostException {
    synchronized (renamed) {
      InetAddress.getByName("host");
    }
  }

  @Cooperative
  void serveRenamed() {
    synchronized (renamed) { // finds: SynchronizedIo InetAddress.getByName(String)
      hashCode();
    }
  }
}
