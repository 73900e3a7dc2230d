package chains.sealedtypes;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sealed type has the implementations that it permits, and no others. */
class Shapes {
  @Cooperative
  void callsWhatAlwaysBlocks(Remote remote) throws IOException {
    remote.fetch(); // finds: BlockingCall Files.readAllBytes(Path)
  }

  @Cooperative
  void callsWhatSometimesBlocks(Source source) throws IOException {
    source.fetch(); // finds: PossiblyBlockingCall Files.readAllBytes(Path)
  }

  @Cooperative // silent
  void callsWhatNeverBlocks(Memory memory) throws IOException {
    memory.fetch();
  }

  sealed interface Source permits Remote, Memory {
    byte[] fetch() throws IOException;
  }

  sealed interface Remote extends Source permits Disk, Mirror {}

  sealed interface Memory extends Source permits Heap, Nothing {}

  record Disk(Path path) implements Remote {
    @Override
    public byte[] fetch() throws IOException {
      return Files.readAllBytes(path);
    }
  }

  record Mirror(Path path) implements Remote {
    @Override
    public byte[] fetch() throws IOException {
      return Files.readAllBytes(path.resolve("mirror"));
    }
  }

  record Heap(byte[] bytes) implements Memory {
    @Override
    public byte[] fetch() {
      return bytes;
    }
  }

  record Nothing() implements Memory {
    @Override
    public byte[] fetch() {
      return new byte[0];
    }
  }
}
