package chains.exceptionalexits;

import dev.unclog.annotations.Cooperative;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What is done to word an exception, on the way out, is no finding of its own. */
class Exits {
  @Cooperative
  void describes() {
    describe("host"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void describesOnTheWayOut(String host) {
    if (host.isEmpty()) {
      throw new IllegalArgumentException(describe(host));
    }
  }

  @Cooperative // silent
  void describesInAHelperOnTheWayOut(String host) {
    check(host);
  }

  @Cooperative // silent
  void throwsWhatBlocksToMake(String host) {
    if (host.isEmpty()) {
      throw new Problem(host);
    }
  }

  /** Made, but not thrown here. */
  @Cooperative
  RuntimeException returnsWhatBlocksToMake(String host) {
    return new Problem(host); // finds: BlockingCall InetAddress.getByName(String)
  }

  /** The exception is caught, and something is done about it. */
  @Cooperative
  void handles(String host) {
    try {
      check(host);
    } catch (IllegalArgumentException e) {
      describe(host); // finds: BlockingCall InetAddress.getByName(String)
    }
  }

  @Cooperative // silent
  void handlesAnErrorOfTheMachine(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError | StackOverflowError e) {
      describe(e.getMessage());
    }
  }

  @Cooperative // silent
  void handlesOneInAHelper(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      if (e instanceof OutOfMemoryError) {
        onOutOfMemory((OutOfMemoryError) e);
      }
    }
  }

  @Cooperative
  void handlesMoreThanErrorsOfTheMachine(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError | IllegalStateException e) {
      describe(e.getMessage()); // finds: BlockingCall InetAddress.getByName(String)
    }
  }

  /** That a class is missing is how code finds out what there is. */
  @Cooperative
  void handlesAMissingClass(Runnable task) {
    try {
      task.run();
    } catch (NoClassDefFoundError e) {
      describe("host"); // finds: BlockingCall InetAddress.getByName(String)
    }
  }

  @Cooperative
  void handlesAnyError(Runnable task) {
    try {
      task.run();
    } catch (Error e) {
      onError(e); // finds: BlockingCall InetAddress.getByName(String)
    }
  }

  private static void onOutOfMemory(OutOfMemoryError error) {
    describe(error.getMessage());
  }

  private static void onError(Error error) {
    describe(error.getMessage());
  }

  private static void check(String host) {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + describe(host));
    }
  }

  private static String describe(String host) {
    try {
      return InetAddress.getByName(host).toString();
    } catch (UnknownHostException e) {
      return host;
    }
  }

  static class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    Problem(String host) {
      super(describe(host));
    }
  }
}
