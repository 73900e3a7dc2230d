package chains.concretetypes;

import dev.unclog.annotations.Cooperative;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a declared type hides, a local, a field's initialiser or the constructor may show. */
class Origins {
  private final Random secure = new SecureRandom();
  private final Random quick = new Random(1);
  private final Random secureByConstructor;
  private final Random quickByConstructor;
  private final InputStream memory = new ByteArrayInputStream(new byte[1]);
  private final Reader text = new StringReader("text");
  private final Reader buffered = new BufferedReader(new StringReader("text"));
  private final InputStream file;
  private final Lock real = new ReentrantLock();
  private final Lock none = new NoLock();

  Origins(String name) throws IOException {
    secureByConstructor = new SecureRandom();
    quickByConstructor = new Random(2);
    file = new FileInputStream(name);
  }

  @Cooperative
  void readsAFileByALocal(FileInputStream given) throws IOException {
    InputStream in = given;
    in.read(); // finds: BlockingCall InputStream.read()
  }

  @Cooperative // silent
  void readsMemoryByALocal() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[1]);
    in.read();
  }

  @Cooperative
  void readsAFileByAField() throws IOException {
    file.read(); // finds: BlockingCall FileInputStream.read()
  }

  @Cooperative // silent
  void readsMemoryByAField() throws IOException {
    memory.read();
  }

  @Cooperative
  void readsAFileInAHelper() throws IOException {
    read(file); // finds: BlockingCall InputStream.read()
  }

  @Cooperative // silent
  void readsMemoryInAHelper() throws IOException {
    read(memory);
  }

  @Cooperative // silent
  void readsTextByAField() throws IOException {
    text.read();
    buffered.read();
  }

  @Cooperative
  void readsTextOfAFile(FileReader reader) throws IOException {
    Reader in = reader;
    in.read(); // finds: BlockingCall Reader.read()
  }

  @Cooperative
  void drawsByAField() {
    secure.nextBytes(new byte[8]); // finds: PossiblyBlockingCall SecureRandom.nextBytes(byte[])
  }

  @Cooperative // silent
  void drawsQuicklyByAField() {
    quick.nextBytes(new byte[8]);
  }

  @Cooperative
  void drawsByTheConstructor() {
    secureByConstructor.nextInt(); // finds: PossiblyBlockingCall Random.nextInt()
  }

  @Cooperative // silent
  void drawsQuicklyByTheConstructor() {
    quickByConstructor.nextInt();
  }

  @Cooperative
  void drawsByALocal() {
    Random random = new SecureRandom();
    random.nextLong(); // finds: PossiblyBlockingCall Random.nextLong()
  }

  @Cooperative // silent
  void drawsQuicklyByALocal() {
    Random random = new Random(3);
    random.nextLong();
  }

  /** The lock's own code is in sight, and locks nothing. */
  @Cooperative // silent
  void locksNothing() {
    none.lock();
    none.unlock();
  }

  @Cooperative
  void locks() {
    real.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock(); SynchronizedIo FileInputStream.read()
    real.unlock();
  }

  /** On a worker. */
  void locksLonger() throws IOException {
    real.lock();
    file.read();
    real.unlock();
  }

  private static int read(InputStream in) throws IOException {
    return in.read();
  }

  /** For one thread alone. */
  static final class NoLock implements Lock {
    @Override
    public void lock() {}

    @Override
    public void lockInterruptibly() {}

    @Override
    public boolean tryLock() {
      return true;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
      return true;
    }

    @Override
    public void unlock() {}

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }
}
