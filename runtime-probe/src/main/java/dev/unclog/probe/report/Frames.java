package dev.unclog.probe.report;

import dev.unclog.probe.boot.Hooks;
import java.util.List;

/** Whose code a frame is. */
public final class Frames {
  private static final String HOOKS = Hooks.class.getName();
  private static final List<String> OWN = List.of("dev.unclog.probe.");

  private static final List<String> JDK =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.jcp.xml.");

  /** What runs application code on hubs, or stands between it and the JDK. */
  private static final List<String> FRAMEWORKS =
      List.of(
          "io.netty.",
          "io.vertx.core.",
          "io.vertx.ext.web.impl.",
          "reactor.",
          "io.reactivex.",
          "org.reactivestreams.",
          "io.smallrye.mutiny.",
          "io.quarkus.",
          "com.linecorp.armeria.",
          "io.grpc.",
          "org.apache.pekko.",
          "akka.",
          "org.springframework.",
          "kotlin.",
          "kotlinx.coroutines.",
          "scala.",
          // Drivers and clients: their callers are who blocks.
          "org.h2.",
          "org.hsqldb.",
          "org.postgresql.",
          "org.mariadb.jdbc.",
          "org.sqlite.",
          "org.apache.derby.",
          "com.mysql.",
          "com.microsoft.sqlserver.",
          "oracle.jdbc.",
          "com.zaxxer.hikari.",
          "org.apache.commons.dbcp2.",
          "org.hibernate.",
          "org.jooq.",
          "com.mongodb.",
          "redis.clients.jedis.",
          "io.lettuce.",
          "org.apache.kafka.",
          "org.apache.http.",
          "org.apache.hc.",
          "okhttp3.",
          "okio.");

  /** Waits of a loop for itself, which are nobody's fault. */
  private static final List<String> LOOPS_OWN =
      List.of(
          "SingleThreadEventExecutor.confirmShutdown",
          "SingleThreadEventExecutor.takeTask",
          "ThreadPoolExecutor.processWorkerExit");

  /** Where a loop begins somebody's task. */
  private static final List<String> TASKS =
      List.of("AbstractEventExecutor.safeExecute", "AbstractEventExecutor.runTask");

  private Frames() {}

  static boolean isOwn(String className) {
    return startsWithOne(className, OWN);
  }

  static boolean isJdk(String className) {
    return startsWithOne(className, JDK);
  }

  static boolean isFramework(String className) {
    if (startsWithOne(className, FRAMEWORKS)) {
      return true;
    }
    return className.contains(".io.netty."); // Relocated.
  }

  /**
   * Whether code is neither the JDK's nor a framework's.
   *
   * @param className a class
   * @return true for what a reader can change
   */
  public static boolean isApplication(String className) {
    return !isOwn(className) && !isJdk(className) && !isFramework(className);
  }

  static boolean anyOfApplication(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (isApplication(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The frame that a reader wants to see first.
   *
   * @param stack innermost first
   * @return the innermost of the application; without any, of a framework; null without either
   */
  public static StackTraceElement callSite(List<StackTraceElement> stack) {
    StackTraceElement ofFramework = null;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (isApplication(name)) {
        return frame;
      }
      if (ofFramework == null && !isOwn(name) && !isJdk(name)) {
        ofFramework = frame;
      }
    }
    return ofFramework;
  }

  /**
   * Whether a hook did it, on the application's thread: what it opens has locks of the JDK's.
   *
   * @param stack innermost first
   * @return true if a hook is on it
   */
  public static boolean isOfHook(List<StackTraceElement> stack) {
    return stack.stream().anyMatch(frame -> frame.getClassName().equals(HOOKS));
  }

  /**
   * Whether a loop waits for itself, while it shuts down for example, or is between two such waits.
   *
   * @param stack innermost first
   * @return true if a loop's own wait comes before any task and any code of an application
   */
  static boolean isLoopsOwn(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      String method = name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName();
      if (LOOPS_OWN.contains(method)) {
        return true;
      }
      if (TASKS.contains(method) || isApplication(name)) {
        return false;
      }
    }
    return false;
  }

  private static boolean startsWithOne(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
