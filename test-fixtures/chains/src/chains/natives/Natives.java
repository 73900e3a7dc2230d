package chains.natives;

import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.NonBlocking;

/** Code outside the JVM cannot yield, and nobody knows what it does. */
class Natives {
  @Cooperative
  void callsNativeCode() {
    compress(new byte[1]); // finds: PossiblyBlockingCall Natives.compress(byte[])
  }

  @Cooperative
  void callsNativeCodeFurtherDown() {
    pack(new byte[1]); // finds: PossiblyBlockingCall Natives.compress(byte[])
  }

  /** Somebody knows better. */
  @Cooperative // silent
  void callsNativeCodeThatIsKnown() {
    length(new byte[1]);
  }

  @Cooperative // silent
  void callsNativeCodeThatAStubKnows() {
    version();
  }

  /** The JDK's is its catalogue's business. */
  @Cooperative // silent
  void callsNativeCodeOfTheJdk() {
    System.nanoTime();
    System.arraycopy(new byte[1], 0, new byte[1], 0, 1);
  }

  private static int pack(byte[] bytes) {
    return bytes.length == 0 ? 0 : compress(bytes);
  }

  private static native int compress(byte[] bytes);

  @NonBlocking
  private static native int length(byte[] bytes);

  static native int version();
}
