package dev.unclog.probed;

/** Says where something is planted, so that nobody has to count lines. */
final class Culprit {
  /** What the line begins with that says it. */
  static final String PLANTED = "planted at ";

  /** What the line begins with that says on which thread something cooperative ran. */
  static final String HUB = "hub: ";

  private Culprit() {}

  /** Names the next line, and the hub that will run it. */
  static void nextLine() {
    StackTraceElement caller =
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().toStackTraceElement());
    String type = caller.getClassName();
    System.out.println(
        PLANTED
            + type.substring(type.lastIndexOf('.') + 1)
            + "."
            + caller.getMethodName()
            + ":"
            + (caller.getLineNumber() + 1));
    hub();
  }

  /** Names the hub that runs this. */
  static void hub() {
    System.out.println(HUB + Thread.currentThread().getName());
  }
}
