package chains.farfetched;

import chains.farfetched.library.Backend;
import chains.farfetched.library.Depths;
import chains.farfetched.library.Driver;
import chains.farfetched.library.Plugin;
import chains.farfetched.library.Server;
import chains.farfetched.library.Shelf;
import dev.unclog.annotations.Cooperative;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What only may block, on and on, is what nobody can believe or refute; so is what one of several
 * implementations does of a type that is not the program's own. What surely blocks is told however
 * far it is, in the program itself.
 */
class FarFetched {
  @Cooperative
  void reachesAnImplementationByEightCalls(Store store) throws InterruptedException {
    third(store); // finds: PossiblyBlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void reachesAnImplementationByNine(Store store) throws InterruptedException {
    second(store);
  }

  /** The implementation is the first thing on the way, and the way goes on from there. */
  @Cooperative // silent
  void goesFarBehindAnImplementation(Deep deep) throws InterruptedException {
    deep.go();
  }

  @Cooperative
  void surelySleepsInTheEnd() throws InterruptedException {
    surelyOne(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void mayAskADisk(File file) {
    one(file);
  }

  @Cooperative
  void mayAskADiskByEight(File file) {
    two(file); // finds: PossiblyBlockingCall File.exists()
  }

  /** It parks in a library, by the eighth call. */
  @Cooperative
  void parksInALibrary(Depths depths) {
    depths.two(); // finds: BlockingCall LockSupport.park()
  }

  @Cooperative // silent
  void parksFartherDownInALibrary(Depths depths) {
    depths.one();
  }

  /** A library looks at the disk, by the fifth call. */
  @Cooperative
  void looksInALibrary(Depths depths) {
    depths.askTwo(); // finds: PossiblyBlockingCall File.exists()
  }

  @Cooperative // silent
  void looksFartherDownInALibrary(Depths depths) {
    depths.askOne();
  }

  /** A stream that leads nobody knows where, read by the third call. */
  @Cooperative
  void readsNearBy(InputStream in) throws IOException {
    nearRead(in); // finds: PossiblyBlockingCall InputStream.read()
  }

  @Cooperative // silent
  void readsFartherAway(InputStream in) throws IOException {
    middleRead(in);
  }

  private static int middleRead(InputStream in) throws IOException {
    return nearRead(in);
  }

  private static int nearRead(InputStream in) throws IOException {
    return lastRead(in);
  }

  private static int lastRead(InputStream in) throws IOException {
    return in.read();
  }

  /** A lock that others may hold, taken by the third call. */
  @Cooperative
  void locksNearBy(Lock lock) {
    nearLock(lock); // finds: PossiblyBlockingCall Lock.lock()
  }

  @Cooperative // silent
  void locksFartherAway(Lock lock) {
    middleLock(lock);
  }

  private static void middleLock(Lock lock) {
    nearLock(lock);
  }

  private static void nearLock(Lock lock) {
    lastLock(lock);
  }

  private static void lastLock(Lock lock) {
    lock.lock();
    lock.unlock();
  }

  /** Whose holders are in sight, and look at the disk. */
  @Cooperative
  void locksFarAwayWhatIsHeld() {
    middleHeld(); // finds: PossiblyBlockingCall ReentrantLock.lock()
  }

  private final Lock held = new ReentrantLock();

  private void middleHeld() {
    nearHeld();
  }

  private void nearHeld() {
    lastHeld();
  }

  private void lastHeld() {
    held.lock();
    held.unlock();
  }

  /** On a worker. */
  void holds(File file) {
    held.lock();
    file.exists();
    held.unlock();
  }

  /** Native code, called by the third call. */
  @Cooperative
  void callsNativeCodeNearBy() {
    nearNative(); // finds: PossiblyBlockingCall FarFetched.doNative()
  }

  @Cooperative // silent
  void callsNativeCodeFartherAway() {
    middleNative();
  }

  private static void middleNative() {
    nearNative();
  }

  private static void nearNative() {
    lastNative();
  }

  private static void lastNative() {
    doNative();
  }

  private static native void doNative();

  /** One of two implementations of a library's type, which somebody else has chosen. */
  @Cooperative
  void asksALibrarysBackend(Backend backend) {
    backend.get("key"); // finds: PossiblyBlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void asksALibrarysBackendFarAway(Backend backend) {
    ask(backend);
  }

  private static void ask(Backend backend) {
    askAgain(backend);
  }

  private static void askAgain(Backend backend) {
    backend.get("key");
  }

  /** One of two, and that only may. */
  @Cooperative // silent
  void asksALibrarysShelf(Shelf shelf) {
    shelf.has("key");
  }

  /** They all do. */
  @Cooperative
  void asksALibrarysServer(Server server) {
    server.get("key"); // finds: BlockingCall InetAddress.getByName(String)
  }

  /** A type of the program's own, in front of the library's. */
  @Cooperative
  void asksByAnOwnType(Source source) {
    source.get("key"); // finds: PossiblyBlockingCall InetAddress.getByName(String)
  }

  interface Source {
    String get(String key);
  }

  static final class RemoteSource implements Source {
    @Override
    public String get(String key) {
      return new Backend.Remote().get(key);
    }
  }

  static final class NoSource implements Source {
    @Override
    public String get(String key) {
      return "";
    }
  }

  /** The only implementation in sight of what others are to implement as well. */
  @Cooperative
  void asksAPlugin(Plugin plugin) {
    plugin.run(); // finds: PossiblyBlockingCall InetAddress.getByName(String)
  }

  @Cooperative
  void asksItsOwnPlugin(Own plugin) {
    plugin.run(); // finds: BlockingCall InetAddress.getByName(String)
  }

  static class Own implements Plugin {
    @Override
    public void run() {
      new Backend.Remote().get("key");
    }
  }

  /** A library's type that the library alone implements. */
  @Cooperative
  void asksALibrarysDriver(Driver driver) {
    driver.go(); // finds: BlockingCall InetAddress.getByName(String)
  }

  private void second(Store store) throws InterruptedException {
    third(store);
  }

  private void third(Store store) throws InterruptedException {
    fourth(store);
  }

  private void fourth(Store store) throws InterruptedException {
    fifth(store);
  }

  private void fifth(Store store) throws InterruptedException {
    sixth(store);
  }

  private void sixth(Store store) throws InterruptedException {
    seventh(store);
  }

  private void seventh(Store store) throws InterruptedException {
    eighth(store);
  }

  private void eighth(Store store) throws InterruptedException {
    store.keep();
  }

  interface Store {
    void keep() throws InterruptedException;
  }

  static final class Slow implements Store {
    @Override
    public void keep() throws InterruptedException {
      Thread.sleep(10);
    }
  }

  static final class Quick implements Store {
    @Override
    public void keep() {}
  }

  interface Deep {
    void go() throws InterruptedException;
  }

  static final class Shallow implements Deep {
    @Override
    public void go() {}
  }

  final class Sea implements Deep {
    @Override
    public void go() throws InterruptedException {
      second(new Slow());
    }
  }

  private void surelyOne() throws InterruptedException {
    surelyTwo();
  }

  private void surelyTwo() throws InterruptedException {
    surelyThree();
  }

  private void surelyThree() throws InterruptedException {
    surelyFour();
  }

  private void surelyFour() throws InterruptedException {
    surelyFive();
  }

  private void surelyFive() throws InterruptedException {
    surelySix();
  }

  private void surelySix() throws InterruptedException {
    surelySeven();
  }

  private void surelySeven() throws InterruptedException {
    surelyEight();
  }

  private void surelyEight() throws InterruptedException {
    Thread.sleep(10);
  }

  private void one(File file) {
    two(file);
  }

  private void two(File file) {
    three(file);
  }

  private void three(File file) {
    four(file);
  }

  private void four(File file) {
    five(file);
  }

  private void five(File file) {
    six(file);
  }

  private void six(File file) {
    seven(file);
  }

  private void seven(File file) {
    eight(file);
  }

  private void eight(File file) {
    file.exists();
  }
}
