package chains.chokeedges;

import dev.unclog.annotations.Cooperative;

/**
 * Many findings share an edge. Each is one of its own, in its root's body; one word at the edge, in
 * the source or in a stub, settles all of them.
 */
class Roots {
  @Cooperative
  void one() {
    new Address("one").open(); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative
  void two() {
    Address.of("two"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative
  void three() {
    all("three"); // finds: BlockingCall InetAddress.getByName(String)
  }

  private static void all(String host) {
    Address.of(host);
  }

  @Cooperative // silent
  void oneThatIsAllowed() {
    Allowed.of("one");
  }

  @Cooperative // silent
  void twoThatIsAllowed() {
    allAllowed("two");
  }

  private static void allAllowed(String host) {
    Allowed.of(host);
  }

  @Cooperative // silent
  void oneThatAStubTrusts() {
    Trusted.of("one");
  }

  @Cooperative // silent
  void twoThatAStubTrusts() {
    allTrusted("two");
  }

  private static void allTrusted(String host) {
    Trusted.of(host);
  }
}
