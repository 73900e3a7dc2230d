package chains.knownnames;

import chains.knownnames.library.Hosts;
import dev.unclog.annotations.Cooperative;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** An address that was made of a name has it, and asks nobody. */
class Names {
  @Cooperative
  String nameOfThisHost() throws UnknownHostException {
    return InetAddress.getLocalHost().getHostName(); // finds: BlockingCall InetAddress.getLocalHost()
  }

  @Cooperative
  String nameOfThisHostByAVariable() throws UnknownHostException {
    InetAddress here = InetAddress.getLocalHost(); // finds: BlockingCall InetAddress.getLocalHost()
    return here.getHostName();
  }

  @Cooperative
  String fullNameOfThisHost() throws UnknownHostException {
    InetAddress here = InetAddress.getLocalHost(); // finds: BlockingCall InetAddress.getLocalHost()
    return here.getCanonicalHostName(); // finds: BlockingCall InetAddress.getCanonicalHostName()
  }

  @Cooperative // silent
  String nameOfTheLoop() {
    return InetAddress.getLoopbackAddress().getHostName();
  }

  @Cooperative
  String nameOfAGivenHost(InetAddress host) {
    return host.getHostName(); // finds: BlockingCall InetAddress.getHostName()
  }

  @Cooperative
  String nameOfOneOfTwo(InetAddress host, boolean isHere) {
    InetAddress one = isHere ? InetAddress.getLoopbackAddress() : host;
    return one.getHostName(); // finds: BlockingCall InetAddress.getHostName()
  }

  /** It may have been written in figures. */
  @Cooperative
  String nameOfALookedUpHost(String text) throws UnknownHostException {
    InetAddress host = InetAddress.getByName(text); // finds: BlockingCall InetAddress.getByName(String)
    return host.getHostName(); // finds: BlockingCall InetAddress.getHostName()
  }

  @Cooperative // silent
  String nameOfAnUnresolvedAddress(String host) {
    InetSocketAddress address = InetSocketAddress.createUnresolved(host, 80);
    return address.getHostName();
  }

  @Cooperative
  String nameOfAGivenAddress(InetSocketAddress address) {
    return address.getHostName(); // finds: BlockingCall InetSocketAddress.getHostName()
  }

  @Cooperative // silent
  String nameInALibrary() throws UnknownHostException {
    return Hosts.loop();
  }

  @Cooperative
  String givenToALibrary(InetAddress host) {
    return Hosts.name(host); // finds: BlockingCall InetAddress.getHostName()
  }
}
