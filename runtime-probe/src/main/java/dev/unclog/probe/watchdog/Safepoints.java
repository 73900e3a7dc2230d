package dev.unclog.probe.watchdog;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long the JVM has held all threads in Java code, for garbage collections and the like, and to
 * get them there. A thread that computes is off the processor meanwhile, and waits for nothing.
 *
 * <p>HotSpot counts that, in milliseconds, and tells only its own management module.
 */
final class Safepoints implements LongSupplier {
  private final MethodHandle total;

  private Safepoints(MethodHandle total) {
    this.total = total;
  }

  /** Finds the counter; on a JVM without one, nothing is ever counted. */
  static LongSupplier open(Instrumentation instrumentation) {
    try {
      Class<?> factory = Class.forName("sun.management.ManagementFactoryHelper");
      instrumentation.redefineModule(
          factory.getModule(),
          Set.of(),
          Map.of(factory.getPackageName(), Set.of(Safepoints.class.getModule())),
          Map.of(),
          Set.of(),
          Map.of());
      Class<?> bean = Class.forName("sun.management.HotspotRuntimeMBean");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object runtime =
          lookup
              .findStatic(factory, "getHotspotRuntimeMBean", MethodType.methodType(bean))
              .invoke();
      Safepoints safepoints =
          new Safepoints(
              lookup
                  .findVirtual(bean, "getTotalSafepointTime", MethodType.methodType(long.class))
                  .bindTo(runtime));
      safepoints.read();
      return safepoints;
    } catch (Throwable e) { // As a method handle says.
      return () -> 0;
    }
  }

  @Override
  public long getAsLong() {
    try {
      return read();
    } catch (Throwable e) {
      return 0; // It answered once, so that this does not happen.
    }
  }

  private long read() throws Throwable {
    return TimeUnit.MILLISECONDS.toNanos((long) total.invokeExact());
  }
}
