package chains.brieflocks;

import dev.unclog.annotations.Cooperative;
import java.io.File;
import java.util.concurrent.locks.ReentrantLock;

/** What a lock is held over counts if it would be told by itself. */
class HeldOver {
  private final ReentrantLock near = new ReentrantLock();
  private final ReentrantLock far = new ReentrantLock();
  private final File file = new File("file");
  private final ReentrantLock making = new ReentrantLock();
  private String made;
  private int size;

  @Cooperative
  void takesWhatIsHeldOverALook() {
    near.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock()
    size++;
    near.unlock();
  }

  @Cooperative
  void takesItInAHelper() {
    nearby(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  private void nearby() {
    near.lock();
    size++;
    near.unlock();
  }

  /** On a worker. */
  void ask() {
    near.lock();
    try {
      seventh();
    } finally {
      near.unlock();
    }
  }

  @Cooperative // silent
  void takesWhatIsHeldOverALookThatIsFarFetched() {
    far.lock();
    size++;
    far.unlock();
  }

  @Cooperative // silent
  void takesThatInAHelper() {
    faraway();
  }

  private void faraway() {
    far.lock();
    size++;
    far.unlock();
  }

  /** Others wait while the first one makes it. */
  @Cooperative
  void makesItFirst() {
    if (made == null) {
      making.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock()
      try {
        if (made == null) {
          made = make(); // finds: PossiblyBlockingCall File.exists()
        }
      } finally {
        making.unlock();
      }
    }
  }

  private String make() {
    return file.exists() ? "new" : "old";
  }

  /** On a worker: it may block, and more than eight calls away. */
  void askFromAfar() {
    far.lock();
    try {
      first();
    } finally {
      far.unlock();
    }
  }

  private void first() {
    second();
  }

  private void second() {
    third();
  }

  private void third() {
    fourth();
  }

  private void fourth() {
    fifth();
  }

  private void fifth() {
    sixth();
  }

  private void sixth() {
    seventh();
  }

  private void seventh() {
    eighth();
  }

  private void eighth() {
    size = file.exists() ? 1 : 0;
  }
}
