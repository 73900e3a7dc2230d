package dev.unclog.probe.sensor;

import dev.unclog.probe.boot.CallSites;
import dev.unclog.probe.weave.StandIn;
import java.io.FileDescriptor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocking methods that on some JDKs have no Java body (before 21, {@code Thread.sleep} and {@code
 * Object.wait}): there, whoever calls them is made to call what stands in.
 */
public final class NativeMethods {
  private static final String BY = CallSites.class.getName().replace('.', '/');

  private NativeMethods() {}

  /**
   * What stands in on this JDK.
   *
   * @return none where all methods have bodies
   */
  public static List<StandIn> standIns() {
    List<StandIn> standIns = new ArrayList<>();
    if (isNative(Thread.class, "sleep", long.class)) {
      add(standIns, "java/lang/Thread", "sleep", "(J)V", "(JI)V");
    }
    if (isNative(Object.class, "wait", long.class)) {
      add(standIns, "java/lang/Object", "wait", "()V", "(J)V", "(JI)V");
    }
    if (isNative(FileDescriptor.class, "sync")) {
      add(standIns, "java/io/FileDescriptor", "sync", "()V");
    }
    return standIns;
  }

  private static void add(
      List<StandIn> standIns, String owner, String method, String... descriptors) {
    for (String descriptor : descriptors) {
      standIns.add(new StandIn(owner, method, descriptor, BY));
    }
  }

  private static boolean isNative(Class<?> owner, String method, Class<?>... parameters) {
    try {
      return Modifier.isNative(owner.getDeclaredMethod(method, parameters).getModifiers());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
