package dev.unclog.probed;

import dev.unclog.annotations.AllowBlocking;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Cooperative;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What annotations say at run time. */
public final class Annotated {
  private static final long MILLIS = 30;

  private Annotated() {}

  /** Blocks here and there. */
  public static void main(String[] nothing) throws Exception {
    ExecutorService hub = Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub"));
    hub.submit(Annotated::notAllowed).get();
    hub.submit(Annotated::allowed).get();
    hub.submit(Annotated::allowedInLambda).get();
    hub.submit(Annotated::allowedInLocalClass).get();
    hub.submit(Annotated::otherKindAllowed).get();
    hub.submit(AllowedType.Member::block).get();
    Thread.currentThread().setName("worker");
    cooperative();
    notCooperative();
    System.exit(0);
  }

  private static Void notAllowed() throws Exception {
    Thread.sleep(MILLIS);
    return null;
  }

  @AllowBlocking(reason = "to be left alone")
  private static Void allowed() throws Exception {
    return unannotated();
  }

  private static Void unannotated() throws Exception {
    Thread.sleep(MILLIS);
    return null;
  }

  @AllowBlocking(reason = "to be left alone")
  private static Void allowedInLambda() throws Exception {
    Callable<Callable<Void>> outer = () -> () -> unannotated();
    return outer.call().call();
  }

  @AllowBlocking(reason = "to be left alone")
  private static Void allowedInLocalClass() throws Exception {
    return new Callable<Void>() {
      @Override
      public Void call() throws Exception {
        return unannotated();
      }
    }.call();
  }

  @AllowBlocking(reason = "for files alone", kinds = BlockingKind.FILE)
  private static Void otherKindAllowed() throws Exception {
    Thread.sleep(MILLIS);
    return null;
  }

  @AllowBlocking(reason = "to be left alone")
  private static final class AllowedType {
    static final class Member {
      static Void block() throws Exception {
        return unannotated();
      }
    }
  }

  @Cooperative
  private static void cooperative() throws InterruptedException {
    new CountDownLatch(1).await(MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** For those who are no hubs all the same. */
  @Cooperative
  static void cooperativeNap() {
    Faults.planted();
  }

  private static void notCooperative() throws InterruptedException {
    new CountDownLatch(1).await(MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
  }
}
