package dev.unclog.checks;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import dev.unclog.store.StoredFacts;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** A module as a build has it: a folder of sources, and one that their class files go to. */
final class Module {
  private final Path folder;
  private final List<String> classPath = new ArrayList<>();
  private final List<String> options = new ArrayList<>();

  Module(Path folder) {
    this.folder = folder;
  }

  /** Writes a source file, or writes it over. */
  Module source(String path, String text) throws IOException {
    Path file = folder.resolve("src/main/java").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Module needs(Path... jarsAndFolders) {
    Stream.of(jarsAndFolders).map(Path::toString).forEach(classPath::add);
    return this;
  }

  Module with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Path factsFile() {
    return classes().resolve(StoredFacts.RESOURCE);
  }

  /** What a compilation said. */
  record Result(List<String> told, List<Finding> findings) {
    /** Who calls whom on the way to each sink. */
    List<String> ways() {
      return findings.stream()
          .map(
              finding ->
                  finding.root()
                      + finding.way().stream()
                          .map(step -> " | " + step.caller() + " " + step.text())
                          .reduce("", String::concat)
                      + " | "
                      + finding.sink())
          .toList();
    }
  }

  /** Compiles all of its sources. */
  Result compile() throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve("src"))) {
      return compile(walk.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** Compiles one of its sources, beside the class files of the others. */
  Result compileOnly(String path) throws IOException {
    return compile(List.of(folder.resolve("src/main/java").resolve(path)));
  }

  private Result compile(List<Path> sources) throws IOException {
    Files.createDirectories(classes());
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-proc:none", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    arguments.addAll(List.of("-XepOpt:Unclog:Jars=true", "-XepOpt:Unclog:Mode=record"));
    arguments.addAll(List.of("-d", classes().toString(), "-cp"));
    arguments.add(
        String.join(File.pathSeparator, classPath)
            + File.pathSeparator
            + classes()
            + File.pathSeparator
            + System.getProperty("java.class.path"));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Finding> findings = new ArrayList<>();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      var task =
          new BaseErrorProneJavaCompiler(
                  ScannerSupplier.fromBugCheckerClasses(
                      BlockingCall.class, PossiblyBlockingCall.class))
              .getTask(
                  new StringWriter(),
                  files,
                  diagnostics,
                  arguments,
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      ((BasicJavacTask) task).getContext().put(FindingSink.class, (FindingSink) findings::add);
      boolean success = task.call();
      assertWithMessage("%s", diagnostics.getDiagnostics()).that(success).isTrue();
    }
    return new Result(
        diagnostics.getDiagnostics().stream()
            .map(each -> each.getKind() + " " + each.getMessage(Locale.ROOT))
            .filter(text -> !text.contains("[BlockingCall]"))
            .toList(),
        findings);
  }

  /** A copy of the class files without code: what some builds hand to those who compile on. */
  Path headers() throws IOException {
    Path headers = folder.resolve("headers");
    try (Stream<Path> walk = Files.walk(classes())) {
      for (Path file : walk.filter(each -> each.toString().endsWith(".class")).toList()) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(file)).accept(writer, ClassReader.SKIP_CODE);
        Path copy = headers.resolve(classes().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, writer.toByteArray());
      }
    }
    return headers;
  }
}
