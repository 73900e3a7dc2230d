package chains.chokeedges;

import dev.unclog.annotations.AllowBlocking;
import java.net.InetAddress;
import java.net.UnknownHostException;

class Address {
  Address(String host) {
    Lookup.byName(host);
  }

  static Address of(String host) {
    return new Address(host);
  }

  void open() {}
}

class Allowed {
  @AllowBlocking(reason = "answered from a file that is in memory")
  Allowed(String host) {
    Lookup.byName(host);
  }

  static Allowed of(String host) {
    return new Allowed(host);
  }
}

class Trusted {
  Trusted(String host) {
    resolve(host);
  }

  static Trusted of(String host) {
    return new Trusted(host);
  }

  /** A stub says that it never blocks. */
  private static void resolve(String host) {
    Lookup.byName(host);
  }
}

class Lookup {
  static void byName(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
