package dev.unclog.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles once, in a JVM of its own, and prints what the whole JVM took. */
final class OneCompilation {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private OneCompilation() {}

  /**
   * Compiles, and prints seconds of processor time, seconds of the clock, megabytes.
   *
   * @param args a file with javac's options, one with the names of sources, and whether to weigh:
   *     that takes time
   * @throws IOException if one of the files cannot be read
   */
  public static void main(String[] args) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Scale scale = new Scale();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  errors,
                  files,
                  null,
                  Files.readAllLines(Path.of(args[0])),
                  null,
                  files.getJavaFileObjectsFromStrings(Files.readAllLines(Path.of(args[1]))));
      if (Boolean.parseBoolean(args[2])) {
        task.addTaskListener(scale);
      }
      if (!task.call()) {
        System.exit(1);
      }
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(
        system.getProcessCpuTime() / NANOS
            + " "
            + ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS
            + " "
            + scale.most());
  }
}
