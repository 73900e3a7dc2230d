package chains.implementations;

import dev.unclog.annotations.Blocking;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Several implementations in sight, all, some or none of which block; and none in sight at all. */
class Backends {
  @Cooperative
  void callsWhereAllBlock(Remote remote) throws IOException {
    remote.get("key"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void callsWhereSomeBlock(Backend backend) throws IOException {
    backend.get("key"); // finds: PossiblyBlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void callsWhereNoneBlocks(Local local) throws IOException {
    local.get("key");
  }

  @Cooperative // silent
  void callsWhereNoneIsInSight(Plugin plugin) throws IOException {
    plugin.get("key");
  }

  /** Nobody implements it here, but it says of itself that it blocks. */
  @Cooperative
  void callsWhatSaysSo(Driver driver) {
    driver.query("key"); // finds: BlockingCall Backends.Driver.query(String)
  }

  /** The word of the interface holds for an implementation that is not looked into. */
  @Cooperative // silent
  void callsWhatSaysNothing(Driver driver) {
    driver.name();
  }

  /** A possible way stays a possible one further up. */
  @Cooperative
  void callsThroughOneMore(Backend backend) throws IOException {
    indirectly(backend); // finds: PossiblyBlockingCall Files.readString(Path)
  }

  private static String indirectly(Backend backend) throws IOException {
    return backend.get("key");
  }

  interface Remote {
    String get(String key) throws IOException;
  }

  static class Disk implements Remote, Backend {
    @Override
    public String get(String key) throws IOException {
      return Files.readString(Path.of(key));
    }
  }

  static class Mirror implements Remote {
    @Override
    public String get(String key) throws IOException {
      return Files.readString(Path.of("mirror", key));
    }
  }

  interface Backend {
    String get(String key) throws IOException;
  }

  static class Memory implements Backend, Local {
    @Override
    public String get(String key) {
      return key;
    }
  }

  interface Local {
    String get(String key) throws IOException;
  }

  static class Constant implements Local {
    @Override
    public String get(String key) {
      return "constant";
    }
  }

  interface Plugin {
    String get(String key) throws IOException;
  }

  interface Driver {
    @Blocking(kind = BlockingKind.DATABASE)
    String query(String key);

    String name();
  }
}
