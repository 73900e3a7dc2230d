package chains.promises;

import java.util.concurrent.CompletableFuture;

/** What another method promises too is told there. */
class Overloads {
  public CompletableFuture<String> loads() { // silent
    return loads("a");
  }

  public CompletableFuture<String> loads(String name) {
    return CompletableFuture.completedFuture(helps() + name); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  private static String helps() {
    return Signatures.load();
  }
}
