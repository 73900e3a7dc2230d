package chains.farfetched.library;

import java.io.File;
import java.util.concurrent.locks.LockSupport;

/** Calls upon calls. */
public class Depths {
  private final File file = new File("file");

  public void one() {
    two();
  }

  public void two() {
    three();
  }

  public void three() {
    four();
  }

  public void four() {
    five();
  }

  public void five() {
    six();
  }

  public void six() {
    seven();
  }

  public void seven() {
    eight();
  }

  public void eight() {
    LockSupport.park();
  }

  public boolean askOne() {
    return askTwo();
  }

  public boolean askTwo() {
    return askThree();
  }

  public boolean askThree() {
    return askFour();
  }

  public boolean askFour() {
    return askFive();
  }

  public boolean askFive() {
    return file.exists();
  }
}
