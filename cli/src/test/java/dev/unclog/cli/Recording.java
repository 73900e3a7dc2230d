package dev.unclog.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.unclog.sarif.FindingsFile;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.Tree;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module that is compiled in record mode, as a build would. */
final class Recording {
  private final Path folder;
  private final List<String> options = new ArrayList<>();

  /** A folder that may be empty. */
  Recording(Path folder) {
    this.folder = folder;
  }

  Recording source(String path, String text) {
    Subjects.write(folder.resolve("src/main/java").resolve(path), text);
    return this;
  }

  Recording with(String option) {
    options.add(option);
    return this;
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path findingsFile() {
    return classes().resolve(FindingsFile.RESOURCE);
  }

  /** Compiles all of its sources, from nothing. */
  Recording compile() throws IOException {
    Files.createDirectories(classes());
    List<Class<? extends BugChecker>> checks = new ArrayList<>();
    for (var provider : ServiceLoader.load(BugChecker.class).stream().toList()) {
      if (provider.type().getName().startsWith("dev.unclog.checks.")) {
        checks.add(provider.type());
      }
    }
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "-proc:none",
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-XepOpt:Unclog:Mode=record",
            "-XepOpt:Unclog:Cache=off",
            "-d",
            classes().toString(),
            "-cp",
            Subjects.annotations() + File.pathSeparator + classes()));
    StringWriter out = new StringWriter();
    try (Stream<Path> walk = Files.walk(folder.resolve("src"));
        StandardJavaFileManager files =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> sources = walk.filter(file -> file.toString().endsWith(".java")).toList();
      boolean success =
          new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(checks))
              .getTask(
                  out, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertWithMessage("%s", out).that(success).isTrue();
    }
    return this;
  }

  /** The fingerprints of its findings, by the root's simple name. */
  Map<String, String> fingerprints() throws Exception {
    Map<String, String> byRoot = new LinkedHashMap<>();
    for (Tree result :
        Tree.of(JsonText.read(Files.readString(findingsFile())))
            .list("runs")
            .get(0)
            .list("results")) {
      String root = result.in("properties").text("root");
      byRoot.put(
          root.substring(root.indexOf('#') + 1, root.indexOf('(')),
          result.in("partialFingerprints").text("unclog/v1"));
    }
    return byRoot;
  }
}
