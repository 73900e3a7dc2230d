package chains.jarbodies;

import chains.jarbodies.library.Backend;
import chains.jarbodies.library.Helper;
import chains.jarbodies.library.Journal;
import dev.unclog.annotations.Cooperative;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Values, guards, functions and locks in the class files of a dependency. */
class Bodies {
  @Cooperative
  void resolves() {
    Helper.name("host"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void resolvesOnTheWayOut() {
    Helper.check("host");
  }

  @Cooperative // silent
  void runsOutOfMemory(Runnable task) {
    Helper.surviving(task);
  }

  @Cooperative
  void runsOutOfMore(Runnable task) {
    Helper.survivingAll(task); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void comesFirst() {
    Helper.constant();
  }

  @Cooperative
  void polls(BlockingQueue<String> queue) throws InterruptedException {
    Helper.poll(queue, 10); // finds: BlockingCall BlockingQueue.poll(long,TimeUnit)
  }

  @Cooperative // silent
  void pollsWithoutWaiting(BlockingQueue<String> queue) throws InterruptedException {
    Helper.poll(queue, 0);
  }

  @Cooperative
  void joins(CompletableFuture<String> future) {
    Helper.joined(future); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  void joinsIfDone(CompletableFuture<String> future) {
    Helper.joinedIfDone(future);
  }

  @Cooperative
  void finishes(ChannelFuture future) {
    Helper.finish(future, true); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
  }

  @Cooperative // silent
  void finishesWithoutWaiting(ChannelFuture future) {
    Helper.finish(future, false);
  }

  @Cooperative // silent
  void finishesElsewhere(EventLoop loop, ChannelFuture future) {
    Helper.finishElsewhere(loop, future);
    Helper.finish(future, !loop.inEventLoop());
  }

  @Cooperative
  void runs(Helper helper) {
    helper.run(() -> Helper.name("host")); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative
  void runsWrapped(Helper helper) {
    helper.runWrapped(() -> Helper.name("host")); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void runsOnAWorker(Helper helper) {
    helper.runOnWorker(() -> Helper.name("host"));
  }

  @Cooperative // silent
  void keeps(Helper helper) {
    helper.keep(() -> Helper.name("host"));
  }

  @Cooperative
  void callsNativeCode() {
    Helper.compress(new byte[1]); // finds: PossiblyBlockingCall Helper.compress(byte[])
  }

  @Cooperative
  void asksABackend(Backend backend) {
    backend.get("key"); // finds: PossiblyBlockingCall InetAddress.getByName(String)
  }

  @Cooperative
  void asksARemoteOne() {
    Backend backend = new Backend.Remote();
    backend.get("key"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void asksMemory() {
    Backend backend = new Backend.Memory();
    backend.get("key");
  }

  /** Its other method reads a file while it holds the same monitor: when, is not to be seen. */
  @Cooperative // silent
  void asksAJournal(Journal journal) {
    journal.size();
  }
}
