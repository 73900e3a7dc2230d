package chains.callbackcontexts;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import jakarta.servlet.ReadListener;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.pekko.actor.AbstractActor;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;

/** Clients tell their users on threads of their own, of which there are few. */
class Callbacks {
  private final File file = new File("file");

  void sends(Producer<String, String> producer, ProducerRecord<String, String> record) {
    producer.send(record, (metadata, problem) -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  static class Watches implements Watcher {
    @Override
    public void process(WatchedEvent event) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  static class Listens extends RedisPubSubAdapter<String, String> {
    @Override
    public void message(String channel, String message) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  /** What of the thread is not certain is told as possible. */
  static class Reads implements ReadListener {
    @Override
    public void onDataAvailable() {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }

    @Override
    public void onAllDataRead() {} // silent

    @Override
    public void onError(Throwable problem) {}
  }

  static class Completes implements CompletionHandler<Integer, ByteBuffer> {
    @Override
    public void completed(Integer result, ByteBuffer buffer) {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }

    @Override
    public void failed(Throwable problem, ByteBuffer buffer) {}
  }

  void times(Timer timer) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
          }
        },
        10);
  }

  /** What may block there is told where it is near: neither is certain. */
  void asksInTime(Timer timer, File file) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            file.exists(); // finds: PossiblyBlockingCall File.exists()
          }
        },
        10);
  }

  void asksInTimeFarAway(Timer timer, File file) { // silent
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            first(file);
          }
        },
        10);
  }

  private static void first(File file) {
    second(file);
  }

  private static void second(File file) {
    third(file);
  }

  private static void third(File file) {
    file.exists();
  }

  /** That a lock may be held, and that the thread may be shared, is too much. */
  void takesALockInTime(Timer timer, Lock lock) { // silent
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            lock.lock();
          }
        },
        10);
  }

  /** What surely blocks there is, though that hangs on one implementation of two. */
  void pausesInTime(Timer timer, Pause pause) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            pause.go(); // finds: PossiblyBlockingCall LockSupport.park()
          }
        },
        10);
  }

  /** That is too much to presume where it is far. */
  void pausesInTimeFarAway(Timer timer, Pause pause) { // silent
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            far(pause);
          }
        },
        10);
  }

  private static void far(Pause pause) {
    farther(pause);
  }

  private static void farther(Pause pause) {
    farthest(pause);
  }

  private static void farthest(Pause pause) {
    pause.go();
  }

  /** What surely blocks is told there too, but not from far. */
  void parksInTime(Timer timer) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            fifth(); // finds: PossiblyBlockingCall LockSupport.park()
          }
        },
        10);
  }

  void parksInTimeFarAway(Timer timer) { // silent
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            sixth();
          }
        },
        10);
  }

  private static void sixth() {
    fifth();
  }

  private static void fifth() {
    fourth();
  }

  private static void fourth() {
    parksThird();
  }

  private static void parksThird() {
    parksSecond();
  }

  private static void parksSecond() {
    LockSupport.park();
  }

  interface Pause {
    void go();
  }

  static class Parked implements Pause {
    @Override
    public void go() {
      LockSupport.park();
    }
  }

  static class NoPause implements Pause {
    @Override
    public void go() {}
  }

  void asksOnceItIsSent(Producer<String, String> producer, ProducerRecord<String, String> record) {
    producer.send(record, (metadata, problem) -> file.exists()); // finds: PossiblyBlockingCall File.exists()
  }

  static class Actor extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(String.class, text -> LockSupport.park()) // finds: PossiblyBlockingCall LockSupport.park()
          .matchAny(other -> {})
          .build();
    }

    void plain() { // silent
      LockSupport.park();
    }
  }
}
