package dev.unclog.probed;

/** Begins, and says when. */
public final class StartUp {
  /** What its line begins with. */
  public static final String AT = "began at ";

  private StartUp() {}

  /** Says when it begins. */
  public static void main(String[] nothing) {
    System.out.println(AT + System.currentTimeMillis());
  }
}
