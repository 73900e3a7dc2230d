package chains.namedfunctions;

import java.util.function.Function;

/** Each of its objects is a function. */
class Parks implements Function<String, String> {
  @Override
  public String apply(String text) {
    return text + Given.parked(1); // finds: BlockingCall LockSupport.parkNanos(long)
  }

  /** Not what the function is called by. */
  String other(String text) { // silent
    return text + Given.parked(2);
  }
}
