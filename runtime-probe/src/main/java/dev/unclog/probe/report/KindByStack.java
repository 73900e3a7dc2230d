package dev.unclog.probe.report;

import dev.unclog.probe.boot.Kind;
import dev.unclog.probe.boot.Operation;
import java.util.ArrayList;
import java.util.List;

/** Narrows what an operation waits for by where it happened: a file read to load a class, say. */
final class KindByStack {
  private static final List<String> LOGGING =
      List.of(
          "java.util.logging.",
          "ch.qos.logback.",
          "org.apache.logging.log4j.",
          "org.apache.log4j.",
          "org.slf4j.simple.");
  private static final List<String> ENTROPY =
      List.of("sun.security.provider.NativePRNG", "sun.security.provider.SeedGenerator");
  private static final List<String> NAMES =
      List.of("java.net.InetAddress", "com.sun.jndi.dns.", "java.net.Inet4AddressImpl");
  private static final List<String> LOCKS =
      List.of(
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock",
          "java.util.concurrent.locks.StampedLock");
  private static final String CONDITION =
      "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

  private static final List<Class<?>> DATABASE =
      types(
          "java.sql.Statement",
          "java.sql.Connection",
          "java.sql.ResultSet",
          "java.sql.Driver",
          "javax.sql.DataSource");

  private KindByStack() {}

  static Kind narrow(Operation operation, List<Frame> stack) {
    boolean database = false;
    for (Frame frame : stack) {
      String name = frame.className();
      if (loadsClasses(frame)) {
        return Kind.CLASS_LOADING;
      }
      if (startsWithOne(name, LOGGING)) {
        return Kind.LOGGING;
      }
      database |= isDatabase(frame.type());
    }
    if (database) {
      return Kind.DATABASE;
    }
    return narrowByJdk(operation, stack);
  }

  /** By the frames between the operation and the first that is not the JDK's. */
  private static Kind narrowByJdk(Operation operation, List<Frame> stack) {
    boolean lock = false;
    for (Frame frame : stack) {
      String name = frame.className();
      if (!Frames.isJdk(name)) {
        break;
      }
      if (startsWithOne(name, ENTROPY)) {
        return Kind.ENTROPY;
      }
      if (operation != Operation.REACHABILITY && startsWithOne(name, NAMES)) {
        return Kind.NAME_RESOLUTION;
      }
      if (name.equals(CONDITION)) {
        return operation.kind();
      }
      lock |= operation == Operation.PARK && startsWithOne(name, LOCKS);
    }
    return lock ? Kind.LOCK : operation.kind();
  }

  private static boolean loadsClasses(Frame frame) {
    String name = frame.className();
    return name.startsWith("jdk.internal.loader.")
        || (name.equals("java.lang.ClassLoader")
            && (frame.method().equals("loadClass") || frame.method().startsWith("getResource")));
  }

  private static boolean isDatabase(Class<?> type) {
    if (type == null || Frames.isJdk(type.getName())) {
      return false;
    }
    for (Class<?> one : DATABASE) {
      if (one.isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  /** JDBC's types, unless this JVM was made without them. */
  private static List<Class<?>> types(String... names) {
    List<Class<?>> types = new ArrayList<>();
    for (String name : names) {
      try {
        types.add(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
      } catch (ClassNotFoundException e) {
        // Then no frame can be one of it.
      }
    }
    return types;
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
