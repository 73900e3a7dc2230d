package chains.knownnames.library;

import java.net.InetAddress;

/** Names of hosts. */
public class Hosts {
  private Hosts() {}

  public static String loop() {
    InetAddress loop = InetAddress.getLoopbackAddress();
    return loop.getHostName();
  }

  public static String name(InetAddress host) {
    return host.getHostName();
  }
}
