package chains.brieflocks;

import chains.brieflocks.library.Section;
import chains.brieflocks.library.Segment;
import chains.brieflocks.library.SlowSection;
import chains.brieflocks.library.SlowlyTried;
import chains.brieflocks.library.Table;
import chains.brieflocks.library.Tried;
import dev.unclog.annotations.Cooperative;
import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Taking a lock may block only if somebody holds it over what blocks, as far as that is in sight. */
class BriefLocks {
  private final Lock brief = new ReentrantLock();
  private final Lock slow = new ReentrantLock();
  private final Lock outer = new ReentrantLock();
  private final ReentrantLock tried = new ReentrantLock();
  private final ReentrantLock slowlyTried = new ReentrantLock();
  private final ReentrantLock alsoTried = new ReentrantLock();
  final Lock shared = new ReentrantLock();
  private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final StampedLock slowlyStamped = new StampedLock();
  private final File file = new File("file");
  private int size;

  @Cooperative // silent
  void takesWhatIsHeldBriefly() {
    brief.lock();
    try {
      size++;
    } finally {
      brief.unlock();
    }
  }

  @Cooperative // silent
  void readsWhatIsHeldBriefly() {
    both.readLock().lock();
    try {
      size++;
    } finally {
      both.readLock().unlock();
    }
  }

  @Cooperative // silent
  void takesItInAHelper() {
    helped();
  }

  private void helped() {
    brief.lock();
    size++;
    brief.unlock();
  }

  /** On a worker. */
  void ask() {
    slow.lock();
    try {
      size = file.exists() ? 1 : 0;
    } finally {
      slow.unlock();
    }
  }

  @Cooperative
  void takesWhatMayBeHeldLonger() {
    slow.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock()
    size++;
    slow.unlock();
  }

  @Cooperative
  void takesWhatMayBeHeldLongerInAHelper() {
    slowly(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  private void slowly() {
    slow.lock();
    size++;
    slow.unlock();
  }

  @Cooperative // silent
  void triesForATime() throws InterruptedException {
    if (tried.tryLock(1, TimeUnit.SECONDS)) {
      try {
        size++;
      } finally {
        tried.unlock();
      }
    } else {
      size--;
    }
  }

  /** On a worker, without the lock. */
  void askInTheMeantime() {
    while (!tried.tryLock()) {
      size--;
    }
    tried.unlock();
    size = file.exists() ? 1 : 0;
  }

  @Cooperative
  void triesForATimeWhatMayBeHeldLonger() throws InterruptedException {
    slowlyTried.tryLock(1, TimeUnit.SECONDS); // finds: PossiblyBlockingCall ReentrantLock.tryLock(long,TimeUnit)
  }

  /** On a worker. */
  void askIfItIsFree() {
    if (file.isAbsolute() && slowlyTried.tryLock()) {
      try {
        size = file.exists() ? 1 : 0;
      } finally {
        slowlyTried.unlock();
      }
    }
  }

  @Cooperative
  void triesWhatMayBeHeldLongerElsewhere() throws InterruptedException {
    alsoTried.tryLock(1, TimeUnit.SECONDS); // finds: PossiblyBlockingCall ReentrantLock.tryLock(long,TimeUnit)
  }

  /** On a worker. */
  void askOrGiveUp() {
    if (!alsoTried.tryLock()) {
      return;
    }
    size = file.exists() ? 1 : 0;
    alsoTried.unlock();
  }

  @Cooperative // silent
  void triesATableThatIsHeldBriefly(Tried table) throws InterruptedException {
    table.put();
  }

  @Cooperative
  void triesATableThatIsNot(SlowlyTried table) throws InterruptedException {
    table.put(); // finds: PossiblyBlockingCall ReentrantLock.tryLock(long,TimeUnit)
  }

  /** Who holds it may wait for a further lock: that is no blocking work. */
  @Cooperative // silent
  void takesWhatIsHeldOverALock() {
    outer.lock();
    outer.unlock();
  }

  @Cooperative // silent
  void takesWhatIsHeldOverALockInAHelper() {
    helpedOuter();
  }

  private void helpedOuter() {
    outer.lock();
    outer.unlock();
  }

  /** On a worker. */
  void takeBoth() {
    outer.lock();
    slow.lock();
    size++;
    slow.unlock();
    outer.unlock();
  }

  @Cooperative // silent
  void takesAStamp() {
    long stamp = stamped.writeLock();
    try {
      size++;
    } finally {
      stamped.unlockWrite(stamp);
    }
  }

  @Cooperative
  void takesAStampThatMayBeHeldLonger() {
    long stamp = slowlyStamped.readLock(); // finds: PossiblyBlockingCall StampedLock.readLock()
    slowlyStamped.unlockRead(stamp);
  }

  /** On a worker. */
  void askStamped() {
    long stamp = slowlyStamped.writeLock();
    try {
      size = file.exists() ? 1 : 0;
    } finally {
      slowlyStamped.unlockWrite(stamp);
    }
  }

  /** On a worker, that lets go of it before. */
  void askUnstamped() {
    long stamp = stamped.writeLock();
    stamped.unlockWrite(stamp);
    size = file.exists() ? 1 : 0;
  }

  @Cooperative // silent
  void putsIntoASection(Section section) {
    section.put();
  }

  @Cooperative
  void putsIntoASectionThatAsks(SlowSection section) {
    section.put(); // finds: PossiblyBlockingCall StampedLock.writeLock()
  }

  /** Others of the package may hold it over anything. */
  @Cooperative
  void takesWhatOthersMayTake() {
    shared.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock()
    size++;
    shared.unlock();
  }

  /** Nobody knows who else has it. */
  @Cooperative
  void takesAGivenOne(Lock given) {
    given.lock(); // finds: PossiblyBlockingCall Lock.lock()
    size++;
    given.unlock();
  }

  @Cooperative // silent
  void putsIntoASegment(Segment segment) {
    segment.put();
  }

  @Cooperative
  void putsIntoATable(Table table) {
    table.put(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  @Cooperative // silent
  void putsIntoAnOwnSegment(Own own) {
    own.put();
  }

  @Cooperative
  void putsIntoAnOwnTable(OwnTable own) {
    own.put(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  /** It is the lock itself. */
  static class Own extends ReentrantLock {
    private int size;

    void put() {
      lock();
      try {
        size++;
      } finally {
        unlock();
      }
    }
  }

  static class OwnTable extends ReentrantLock {
    private final File file = new File("file");
    private int size;

    void put() {
      lock();
      try {
        size++;
      } finally {
        unlock();
      }
    }

    void ask() {
      lock();
      try {
        size = file.exists() ? 1 : 0;
      } finally {
        unlock();
      }
    }
  }
}
