package dev.unclog.checks;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A compilation in memory with the checks on: what it printed, and what it gave as data. */
final class Javac {
  private final List<String> options =
      new ArrayList<>(
          List.of("-proc:none", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private FindingSink sink = findings::add;

  Javac with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Javac source(String path, String text) {
    sources.add(
        new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  Javac sink(FindingSink other) {
    sink = other;
    return this;
  }

  /** What came of it. */
  record Result(boolean success, List<String> errors, List<String> all, List<Finding> findings) {}

  Result run() {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter out = new StringWriter();
    List<String> arguments = new ArrayList<>(options);
    arguments.add("-d");
    arguments.add(System.getProperty("java.io.tmpdir"));
    arguments.add("--should-stop=ifNoError=FLOW"); // No class file is wanted.
    var task =
        new BaseErrorProneJavaCompiler(
                ScannerSupplier.fromBugCheckerClasses(
                    BlockingCall.class,
                    PossiblyBlockingCall.class,
                    SynchronizedIo.class,
                    BlockingBeforeReturn.class,
                    InlineSpawn.class,
                    LostHandOff.class,
                    UnneededAllowBlocking.class))
            .getTask(out, null, diagnostics, arguments, null, sources);
    ((BasicJavacTask) task).getContext().put(FindingSink.class, sink);
    boolean success = task.call();
    List<String> errors = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (var diagnostic : diagnostics.getDiagnostics()) {
      String text = diagnostic.getKind() + " " + diagnostic.getMessage(Locale.ROOT);
      all.add(text);
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(text);
      }
    }
    return new Result(success, errors, all, findings);
  }
}
