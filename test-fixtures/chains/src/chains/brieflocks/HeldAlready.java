package chains.brieflocks;

import chains.brieflocks.library.Ledger;
import dev.unclog.annotations.Cooperative;
import java.io.File;
import java.util.concurrent.locks.ReentrantLock;

/** Who holds a lock has waited for it, and does not wait when taking it again. */
class HeldAlready {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final File file = new File("file");
  private int size;

  /** On a worker. */
  void ask() {
    lock.lock();
    other.lock();
    try {
      size = file.exists() ? 1 : 0;
    } finally {
      other.unlock();
      lock.unlock();
    }
  }

  @Cooperative // silent
  void goesOnIfItIsFree() {
    if (lock.tryLock()) {
      try {
        add();
      } finally {
        lock.unlock();
      }
    }
  }

  @Cooperative
  void goesOnIfItIsFreeAndThenTakesAnother() {
    if (lock.tryLock()) {
      try {
        addToBoth(); // finds: PossiblyBlockingCall ReentrantLock.lock()
      } finally {
        lock.unlock();
      }
    }
  }

  @Cooperative
  void holdsThatOfAnotherObject(HeldAlready another) {
    if (lock.tryLock()) {
      try {
        another.add(); // finds: PossiblyBlockingCall ReentrantLock.lock()
      } finally {
        lock.unlock();
      }
    }
  }

  @Cooperative
  void hasLetGoOfIt() {
    if (lock.tryLock()) {
      lock.unlock();
    }
    add(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  @Cooperative // silent
  void takesItTwice() {
    if (lock.tryLock()) {
      lock.lock();
      size++;
      lock.unlock();
      lock.unlock();
    }
  }

  @Cooperative // silent
  void goesOnFurtherDown() {
    goOn();
  }

  private void goOn() {
    if (lock.tryLock()) {
      try {
        add();
      } finally {
        lock.unlock();
      }
    }
  }

  private void add() {
    lock.lock();
    size++;
    lock.unlock();
  }

  private void addToBoth() {
    lock.lock();
    other.lock();
    size++;
    other.unlock();
    lock.unlock();
  }

  @Cooperative // silent
  void goesOnInALibrary(Ledger ledger) {
    ledger.addIfFree();
  }

  @Cooperative
  void takesItInALibrary(Ledger ledger) {
    ledger.add(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }
}
