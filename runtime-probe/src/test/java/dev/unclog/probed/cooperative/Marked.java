package dev.unclog.probed.cooperative;

/** Blocks in methods that no annotation of their own or of their types makes cooperative. */
public final class Marked {
  private static final long MILLIS = 30;

  private Marked() {}

  /** Of a type in the package. */
  public static void ofPackage() throws InterruptedException {
    Thread.sleep(MILLIS);
  }

  /** Of a type within one. */
  public static final class Member {
    private Member() {}

    /** Is cooperative as well. */
    public static void ofMemberInPackage() throws InterruptedException {
      Thread.sleep(MILLIS);
    }
  }

  /**
   * Something that belongs to where it runs.
   *
   * @return what sleeps
   */
  public static Runnable local() {
    return new Runnable() {
      @Override
      public void run() {
        try {
          Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
