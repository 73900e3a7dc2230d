package dev.unclog.probe.boot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Executor;

/**
 * What woven methods call: on the way in one of the first group, on the way out, whichever it is,
 * {@link #exit}. On a thread that is no hub each ends after one look into a table.
 *
 * <p>None of them throws.
 */
public final class Hooks {
  private static volatile Recogniser recogniser;

  private Hooks() {}

  /**
   * Sets who judges threads that start.
   *
   * @param judge the judge
   */
  public static void useRecogniser(Recogniser judge) {
    recogniser = judge;
  }

  // Operations.

  /**
   * An operation begins.
   *
   * @param operation its number
   */
  public static void enter(int operation) {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.enter(Operation.numbered(operation));
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /**
   * An operation begins that blocks in blocking mode only.
   *
   * @param channel the channel
   * @param operation its number
   */
  public static void enterChannel(Object channel, int operation) {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
          hub.enterHarmless();
        } else {
          hub.enter(Operation.numbered(operation));
        }
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /**
   * An operation begins that does not wait when its timeout is zero.
   *
   * @param timeout the timeout
   * @param operation its number
   */
  public static void enterTimed(long timeout, int operation) {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        if (timeout == 0) {
          hub.enterHarmless();
        } else {
          hub.enter(Operation.numbered(operation));
        }
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /**
   * Reading or writing a file begins, or what goes by a file's name.
   *
   * @param stream the stream
   * @param operation its number
   */
  public static void enterStream(Object stream, int operation) {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        Operation narrowed = narrowed(stream, Operation.numbered(operation));
        if (narrowed == null) {
          hub.enterHarmless();
        } else {
          hub.enter(narrowed);
        }
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** The operation seen closer; null for standard output. */
  private static Operation narrowed(Object stream, Operation operation) {
    try {
      if (stream instanceof FileOutputStream out) {
        FileDescriptor descriptor = out.getFD();
        return descriptor == FileDescriptor.out || descriptor == FileDescriptor.err
            ? null
            : operation;
      }
      if (stream instanceof FileInputStream in) {
        if (in.getFD() == FileDescriptor.in) {
          return Operation.STANDARD_INPUT;
        }
        // How the JDK calls the class that reads a child's output.
        return in.getClass().getName().startsWith("java.lang.Process")
            ? Operation.PROCESS_READ
            : operation;
      }
    } catch (IOException e) {
      // A closed stream: the call will say so.
    }
    return operation;
  }

  /** Something begins within which nothing counts: the loading of a class. */
  public static void enterHarmless() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.enterHarmless();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** An operation ends. */
  public static void exit() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.exit();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  // Hubs and their tasks.

  /**
   * A thread starts to run, or was renamed.
   *
   * @param started the thread
   */
  public static void threadStarts(Object started) {
    Recogniser judge = recogniser;
    if (judge != null && started instanceof Thread thread) {
      try {
        Hub hub = Hubs.of(thread);
        if (hub == null) {
          String type = judge.hubType(thread);
          if (type != null) {
            hub = Hubs.register(thread, type);
          }
        }
        if (hub != null && thread == Thread.currentThread()) {
          hub.atHome();
        }
      } catch (Throwable e) {
        Sightings.failed(e);
      }
    }
  }

  /** The current thread may have been renamed. */
  public static void renamed() {
    threadStarts(Thread.currentThread());
  }

  /**
   * A pool's worker starts on this thread.
   *
   * @param pool the pool
   */
  public static void workerStarts(Object pool) {
    try {
      Hub hub = Hubs.current();
      if (hub == null) {
        hub = judgedByPool(pool);
      }
      if (hub != null) {
        hub.loopBegins();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /**
   * A pool's worker waits for its next task.
   *
   * @param pool the pool
   */
  public static void workerIdles(Object pool) {
    try {
      Hub hub = Hubs.current();
      if (hub == null) {
        hub = judgedByPool(pool);
      }
      if (hub != null) {
        hub.idleBegins();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  private static Hub judgedByPool(Object pool) {
    Recogniser judge = recogniser;
    try {
      String type = judge == null ? null : judge.poolType(pool);
      return type == null ? null : Hubs.register(Thread.currentThread(), type);
    } catch (Throwable e) {
      Sightings.failed(e);
      return null;
    }
  }

  /**
   * An event loop starts on this thread.
   *
   * @param loop the loop
   */
  public static void loopStarts(Object loop) {
    try {
      Hub hub = Hubs.register(Thread.currentThread(), "netty");
      if (hub == null) {
        return;
      }
      hub.loopBegins();
      if (loop instanceof Executor executor) {
        hub.serves(executor);
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** An event loop ends on this thread, which may serve others afterwards. */
  public static void loopEnds() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        Hubs.remove(hub);
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** The loop waits for work. */
  public static void idleBegins() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.idleBegins();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** The loop has got work. */
  public static void idleEnds() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.idleEnds();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** The loop's next task begins. */
  public static void nextTask() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.nextTask();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** Cooperative code begins on this thread, hub or not. */
  public static void cooperativeBegins() {
    try {
      Hub hub = Hubs.forCooperativeCode();
      if (hub != null) {
        hub.cooperativeBegins();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }

  /** Cooperative code ends on this thread. */
  public static void cooperativeEnds() {
    try {
      Hub hub = Hubs.current();
      if (hub != null) {
        hub.cooperativeEnds();
      }
    } catch (Throwable e) {
      Sightings.failed(e);
    }
  }
}
