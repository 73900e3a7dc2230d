package dev.unclog.probe.hub;

import dev.unclog.probe.weave.Advice;
import dev.unclog.probe.weave.Advice.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where event loops and pools start on a thread, wait for work, and begin a task.
 *
 * <p>Netty's classes are found below any prefix, since gRPC and others bring them along under their
 * own. A method that one version has and another has not costs nothing.
 */
public final class Loops {
  private static final String IDLE = "idleBegins";
  private static final String AWAKE = "idleEnds";
  private static final String TASK = "nextTask";

  private final Map<String, List<Advice>> byClass = new HashMap<>();

  private Loops() {}

  /**
   * Those of the JDK.
   *
   * @return advice by the internal name of the class
   */
  public static Map<String, List<Advice>> ofJdk() {
    Loops loops = new Loops();
    loops.add("java/lang/Thread", "start", Argument.THIS, "threadStarts", null);
    loops.add("java/lang/Thread", "run", Argument.THIS, "threadStarts", null);
    loops.add("java/lang/Thread", "setName", Argument.NONE, "renamed", "renamed");
    String pool = "java/util/concurrent/ThreadPoolExecutor";
    loops.add(pool, "runWorker", Argument.THIS, "workerStarts", null);
    loops.add(pool, "beforeExecute", Argument.THIS, "workerStarts", null);
    loops.add(pool, "getTask", Argument.THIS, "workerIdles", AWAKE);
    String forkJoin = "java/util/concurrent/ForkJoinPool";
    loops.add(forkJoin, "runWorker", Argument.THIS, "workerStarts", null);
    loops.add(forkJoin, "awaitWork", Argument.THIS, "workerIdles", AWAKE);
    loops.add("java/awt/EventDispatchThread", "run", Argument.THIS, "threadStarts", null);
    loops.idle("java/awt/EventQueue", "getNextEvent");
    loops.task("java/awt/EventQueue", "dispatchEventImpl");
    return loops.byClass;
  }

  /**
   * Those of Netty.
   *
   * @return advice by the internal name of the class, from {@code io/netty/} on
   */
  public static Map<String, List<Advice>> ofNetty() {
    Loops loops = new Loops();
    for (String loop :
        List.of(
            "io/netty/channel/nio/NioEventLoop",
            "io/netty/channel/epoll/EpollEventLoop",
            "io/netty/channel/kqueue/KQueueEventLoop",
            "io/netty/incubator/channel/uring/IOUringEventLoop",
            "io/netty/channel/DefaultEventLoop",
            "io/netty/channel/SingleThreadIoEventLoop")) {
      loops.add(loop, "run", Argument.THIS, "loopStarts", "loopEnds");
    }
    loops.idle("io/netty/channel/nio/NioEventLoop", "select");
    loops.idle("io/netty/channel/nio/NioIoHandler", "select");
    loops.task("io/netty/channel/nio/NioEventLoop", "processSelectedKey");
    loops.task("io/netty/channel/nio/NioIoHandler", "processSelectedKey");
    for (String wait : List.of("epollWait", "epollWaitNoTimerChange", "epollBusyWait")) {
      loops.idle("io/netty/channel/epoll/EpollEventLoop", wait);
      loops.idle("io/netty/channel/epoll/EpollIoHandler", wait);
    }
    loops.idle("io/netty/channel/kqueue/KQueueEventLoop", "kqueueWait");
    loops.idle("io/netty/channel/kqueue/KQueueIoHandler", "kqueueWait");
    loops.idle("io/netty/channel/local/LocalIoHandler", "run");
    loops.idle("io/netty/util/concurrent/SingleThreadEventExecutor", "takeTask");
    // It sleeps for a while each time that it is asked whether the loop may end.
    loops.add(
        "io/netty/util/concurrent/SingleThreadEventExecutor",
        "confirmShutdown",
        Argument.NONE,
        TASK,
        TASK);
    loops.task("io/netty/util/concurrent/AbstractEventExecutor", "runTask");
    loops.task("io/netty/util/concurrent/AbstractEventExecutor", "safeExecute");
    return loops.byClass;
  }

  private void idle(String owner, String method) {
    add(owner, method, Argument.NONE, IDLE, AWAKE);
  }

  private void task(String owner, String method) {
    add(owner, method, Argument.NONE, TASK, null);
  }

  private void add(String owner, String method, Argument argument, String before, String after) {
    List<Advice> advice = byClass.get(owner);
    if (advice == null) {
      advice = new ArrayList<>();
      byClass.put(owner, advice);
    }
    advice.add(new Advice(method, null, argument, -1, before, after));
  }
}
