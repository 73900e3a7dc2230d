package dev.unclog.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.tools.ToolProvider;

/** Compiles once, in a JVM of its own, and prints the processor time that the whole JVM took. */
final class OneCompilation {
  private OneCompilation() {}

  /**
   * Compiles.
   *
   * @param args javac's
   */
  public static void main(String[] args) {
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, args);
    if (status != 0) {
      System.exit(status);
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(system.getProcessCpuTime());
  }
}
