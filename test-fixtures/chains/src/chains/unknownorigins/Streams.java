package chains.unknownorigins;

import dev.unclog.annotations.Cooperative;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What stays unknown is said as possible, and no more. */
class Streams {
  @Cooperative
  void readsWhatItIsGiven(InputStream in) throws IOException {
    in.read(); // finds: PossiblyBlockingCall InputStream.read()
  }

  @Cooperative
  void readsInAHelper(InputStream in) throws IOException {
    first(in); // finds: PossiblyBlockingCall InputStream.read()
  }

  @Cooperative // silent
  void readsMemory(ByteArrayInputStream in) throws IOException {
    in.read();
  }

  @Cooperative // silent
  void readsMemoryInAHelper(ByteArrayInputStream in) throws IOException {
    first(in);
  }

  @Cooperative
  void readsEither(boolean known, InputStream given) throws IOException {
    InputStream in = known ? new ByteArrayInputStream(new byte[1]) : given;
    in.read(); // finds: PossiblyBlockingCall InputStream.read()
  }

  private static int first(InputStream in) throws IOException {
    return in.read();
  }
}
