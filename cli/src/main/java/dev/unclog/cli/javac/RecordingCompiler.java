package dev.unclog.cli.javac;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles as a build in record mode does: class files, and the findings beside them. */
public final class RecordingCompiler {
  private RecordingCompiler() {}

  /**
   * Compiles.
   *
   * @param sources the files
   * @param classPath what they need, joined as a class path is
   * @param classes where to
   * @param cooperative patterns of types and members that must not block, beside those that are
   *     marked
   * @throws IOException if files cannot be read
   * @throws CannotRunException if they do not compile, with what the compiler says
   */
  public static void compile(
      List<Path> sources, String classPath, Path classes, List<String> cooperative)
      throws IOException {
    StringWriter printed = new StringWriter();
    List<String> options =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-XepOpt:Unclog:Mode=record",
                "-nowarn",
                "-cp",
                classPath,
                "-d",
                classes.toString()));
    if (!cooperative.isEmpty()) {
      options.add("-XepOpt:Unclog:Cooperative=" + String.join(";", cooperative));
    }
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      boolean success =
          new BaseErrorProneJavaCompiler(Checks.own().scanners())
              .getTask(
                  new PrintWriter(printed, true),
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!success) {
        throw new CannotRunException("does not compile: " + printed);
      }
    }
  }
}
