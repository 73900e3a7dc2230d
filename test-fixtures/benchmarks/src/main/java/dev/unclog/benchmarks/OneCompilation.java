package dev.unclog.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles in a JVM of its own, and prints what the whole JVM took, or the last of several. */
final class OneCompilation {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private OneCompilation() {}

  /**
   * Compiles, and prints seconds of processor time, seconds of the clock, megabytes.
   *
   * @param args a file with javac's options, one with the names of sources, whether to weigh: that
   *     takes time; and how many compilations come before the one that is measured: with none it is
   *     measured from the JVM's start
   * @throws IOException if one of the files cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<String> options = Files.readAllLines(Path.of(args[0]));
    List<String> sources = Files.readAllLines(Path.of(args[1]));
    Scale scale = new Scale();
    int before = Integer.parseInt(args[3]);
    for (int i = 0; i < before; i++) {
      compile(options, sources, Optional.empty());
    }
    long processorTime = before == 0 ? 0 : processorTime();
    long uptime = before == 0 ? 0 : uptime();
    compile(
        options, sources, Boolean.parseBoolean(args[2]) ? Optional.of(scale) : Optional.empty());
    System.out.println(
        (processorTime() - processorTime) / NANOS
            + " "
            + (uptime() - uptime) / MILLIS
            + " "
            + scale.most());
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long uptime() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  private static void compile(
      List<String> options, List<String> sources, Optional<TaskListener> listener)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  errors, files, null, options, null, files.getJavaFileObjectsFromStrings(sources));
      listener.ifPresent(task::addTaskListener);
      if (!task.call()) {
        System.exit(1);
      }
    }
  }
}
