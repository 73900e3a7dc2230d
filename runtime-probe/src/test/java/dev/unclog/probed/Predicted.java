package dev.unclog.probed;

import dev.unclog.annotations.AllowBlocking;
import java.io.FileInputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Calls that a compiler could have found; the lines are marked for {@code FindingsIT}. */
public final class Predicted {
  private static final long MILLIS = 30;

  private Predicted() {}

  /** Makes them, on a hub or not. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService hub = Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub"));
    hub.submit(Predicted::blocks).get();
    hub.submit(Predicted::blocks).get();
    hub.submit(Predicted::isQuick).get();
    hub.submit(Predicted::takesWhatIsFree).get();
    hub.submit(Predicted::makes).get();
    hub.submit(Predicted::byReference).get();
    hub.submit(Predicted::inFunction).get();
    hub.submit(Predicted::allowed).get();
    hub.submit(Predicted::leads).get();
    hub.submit(Predicted::fails).get();
    hub.submit(Predicted::sharesItsLine).get();
    blocksElsewhere();
    if (arguments.length > 0) {
      Thread.sleep(Long.parseLong(arguments[0]));
      Runtime.getRuntime().halt(9); // As if it were killed: nothing of the probe's runs at its end.
    }
    System.exit(0);
  }

  private static Void blocks() throws Exception {
    Thread.sleep(MILLIS); // blocks
    return null;
  }

  private static Void isQuick() throws Exception {
    CompletableFuture<String> done = CompletableFuture.completedFuture("x");
    done.get(); // quick
    return null;
  }

  private static synchronized Void takesWhatIsFree() {
    synchronized (Predicted.class) { // monitor
      return null;
    }
  }

  private static Void makes() throws Exception {
    new FileInputStream("/dev/null").close(); // makes
    return null;
  }

  private static Void byReference() throws Exception {
    CompletableFuture<Long> done = CompletableFuture.completedFuture(MILLIS);
    Function<CompletableFuture<Long>, Long> join = CompletableFuture::join; // reference
    Callable<Long> bound = done::get; // bound
    return join.apply(done).equals(bound.call()) ? null : null;
  }

  private static Void inFunction() throws Exception {
    Callable<Callable<Void>> outer =
        () ->
            () -> {
              Thread.sleep(MILLIS); // function
              return null;
            };
    return outer.call().call();
  }

  @AllowBlocking(reason = "never slow")
  private static Void allowed() throws Exception {
    Thread.sleep(MILLIS); // allowed
    return null;
  }

  private static Void leads() throws Exception {
    inner(true); // leads
    inner(false);
    return null;
  }

  private static void inner(boolean really) throws Exception {
    if (really) {
      Thread.sleep(MILLIS); // inner
    }
  }

  private static Void fails() {
    try {
      Integer.parseInt("x"); // fails
    } catch (NumberFormatException e) {
      return null;
    }
    throw new AssertionError();
  }

  private static Void sharesItsLine() throws Exception {
    return isFree() && isLate() ? null : null; // shares
  }

  private static boolean isFree() {
    return true;
  }

  private static boolean isLate() throws Exception {
    Thread.sleep(MILLIS);
    return true;
  }

  private static void blocksElsewhere() throws Exception {
    Thread.sleep(MILLIS); // elsewhere
  }

  private static void isNeverCalled() throws Exception {
    Thread.sleep(MILLIS); // never
  }
}
