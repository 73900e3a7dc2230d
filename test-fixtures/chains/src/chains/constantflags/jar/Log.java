package chains.constantflags.library;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether it works at once is decided where it is made. */
public class Log {
  private final boolean later;
  private final boolean resolves;

  public Log(String name) {
    this(name, true, true);
  }

  private Log(String name, boolean later, boolean resolves) {
    this.later = later;
    this.resolves = resolves;
  }

  public static Log plain() {
    return new Log("plain", true, false);
  }

  public void add(String host) {
    if (!later) {
      process(host);
    }
  }

  public void addResolved(String host) {
    if (resolves) {
      process(host);
    }
  }

  public void run(Runnable task) {
    run(task, !later);
  }

  public void run(Runnable task, boolean now) {
    if (now) {
      task.run();
    }
  }

  private static String process(String host) {
    try {
      return InetAddress.getByName(host).toString();
    } catch (UnknownHostException e) {
      return host;
    }
  }
}
