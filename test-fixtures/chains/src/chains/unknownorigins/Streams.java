package chains.unknownorigins;

import dev.unclog.annotations.Cooperative;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Scanner;

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

  @Cooperative // silent
  String scansAString(String text) {
    return new Scanner(text).next();
  }

  /** A scanner that is told how to scan is the same scanner. */
  @Cooperative // silent
  String scansAStringUpToADelimiter(String text) {
    Scanner scanner = new Scanner(text).useDelimiter(",");
    return scanner.next();
  }

  @Cooperative
  String scansAStreamUpToADelimiter(InputStream in) {
    Scanner scanner = new Scanner(in).useDelimiter(",");
    return scanner.next(); // finds: PossiblyBlockingCall Scanner.next()
  }

  @Cooperative
  String scansWhatItIsGiven(Scanner scanner) {
    return scanner.next(); // finds: PossiblyBlockingCall Scanner.next()
  }

  private static int first(InputStream in) throws IOException {
    return in.read();
  }
}
