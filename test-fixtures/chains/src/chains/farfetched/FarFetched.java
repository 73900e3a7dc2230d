package chains.farfetched;

import dev.unclog.annotations.Cooperative;
import java.io.File;

/**
 * A way that leads through one of several implementations, and on and on, is a possible one that
 * nobody can believe or refute. Short ones are told, and so are long ones without such a choice.
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

  /** What only may block is far, but there is one way alone. */
  @Cooperative
  void mayAskADisk(File file) {
    one(file); // finds: PossiblyBlockingCall File.exists()
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
