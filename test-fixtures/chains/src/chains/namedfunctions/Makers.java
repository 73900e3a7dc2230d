package chains.namedfunctions;

import java.util.function.Function;

/** Makes functions for others. */
final class Makers {
  private Makers() {}

  static Function<String, String> ofParking(int times) {
    return text -> text + Given.parked(times); // finds: BlockingCall LockSupport.parkNanos(long)
  }

  /** Nobody has it made. */
  static Function<String, String> unused() {
    return text -> text + Given.parked(1); // silent
  }
}
