package chains.cycles;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Methods that call each other, and themselves. */
class Tree {
  private final List<Tree> children = List.of();

  @Cooperative
  void walksToASink() throws IOException {
    walk(3); // finds: BlockingCall InetAddress.getByName(String)
  }

  private void walk(int depth) throws IOException {
    if (depth > 0) {
      visit(depth);
    }
  }

  private void visit(int depth) throws IOException {
    resolve("host");
    walk(depth - 1);
  }

  private void resolve(String host) throws IOException {
    if (host.isEmpty()) {
      walk(0);
    }
    InetAddress.getByName(host);
  }

  /** The cycle is entered behind its sink, and comes around to it. */
  @Cooperative
  void walksAroundToASink() throws IOException {
    visit(1); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void walksForNothing() {
    even(10);
  }

  private boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  private boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  @Cooperative // silent
  int countsItsChildren() {
    int count = 1;
    for (Tree child : children) {
      count += child.countsItsChildren();
    }
    return count;
  }

  /** A cooperative method that calls itself is charged once, where it blocks. */
  @Cooperative
  void retries(int times) throws IOException {
    if (times > 0) {
      retries(times - 1);
    }
    InetAddress.getByName("host"); // finds: BlockingCall InetAddress.getByName(String)
  }
}
