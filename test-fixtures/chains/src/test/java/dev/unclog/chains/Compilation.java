package dev.unclog.chains;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a rule's sources with all checks on. */
final class Compilation {
  /** One type of each library that the corpus may use. */
  private static final List<String> LIBRARIES =
      List.of(
          "dev.unclog.annotations.Cooperative",
          "com.google.common.util.concurrent.Futures",
          "com.google.common.util.concurrent.internal.InternalFutureFailureAccess",
          "io.netty.buffer.ByteBuf",
          "io.netty.channel.Channel",
          "io.netty.util.concurrent.Future",
          "reactor.core.publisher.Mono",
          "org.reactivestreams.Publisher",
          "io.netty.handler.codec.ByteToMessageDecoder",
          "io.vertx.core.Vertx",
          "io.vertx.ext.web.Route",
          "io.reactivex.rxjava3.core.Single",
          "io.smallrye.mutiny.Uni",
          "org.springframework.web.reactive.DispatcherHandler",
          "org.springframework.web.server.WebFilter",
          "org.springframework.stereotype.Controller",
          "org.springframework.core.annotation.AliasFor",
          "org.springframework.beans.factory.BeanFactory",
          "org.springframework.cloud.gateway.filter.GlobalFilter",
          "com.linecorp.armeria.server.HttpService",
          "org.apache.kafka.clients.producer.Callback",
          "org.apache.zookeeper.Watcher",
          "io.lettuce.core.pubsub.RedisPubSubListener",
          "jakarta.servlet.ReadListener",
          "org.apache.pekko.actor.AbstractActor",
          "akka.actor.AbstractActor",
          "akka.actor.typed.Behavior",
          "akka.stream.javadsl.Source",
          "io.reactivex.Single",
          "javafx.event.Event",
          "javafx.application.Application",
          "io.grpc.BindableService",
          "io.grpc.stub.StreamObserver",
          "scala.PartialFunction",
          "android.app.Activity",
          "org.jboss.resteasy.reactive.RestResponse",
          "jakarta.ws.rs.GET",
          "io.smallrye.common.annotation.NonBlocking",
          "io.micronaut.http.annotation.Get",
          "io.micronaut.scheduling.annotation.ExecuteOn",
          "io.micronaut.core.annotation.Blocking",
          "io.micronaut.context.annotation.Executable",
          "jakarta.transaction.Transactional");

  private final Rule rule;
  private final Path output;

  /**
   * A compilation.
   *
   * @param rule what is compiled
   * @param output an empty folder for what comes of it
   */
  Compilation(Rule rule, Path output) {
    this.rule = rule;
    this.output = output;
  }

  /** What is found and not suppressed. */
  SortedSet<Found> findings() throws IOException {
    List<String> classPath = new ArrayList<>(libraries());
    if (!rule.jarSources().isEmpty()) {
      classPath.add(jar(classPath).toString());
    }
    List<String> options = options(classPath, Files.createDirectory(output.resolve("classes")));
    options.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    options.addAll(rule.options());
    SortedSet<Found> findings = new TreeSet<>();
    compile(
        new BaseErrorProneJavaCompiler(checks()),
        options,
        rule.sources(),
        finding -> {
          if (finding.suppression().isEmpty()) {
            findings.add(Found.of(finding));
          }
        });
    return findings;
  }

  private static ScannerSupplier checks() {
    List<Class<? extends BugChecker>> own = new ArrayList<>();
    ServiceLoader.load(BugChecker.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getName().startsWith("dev.unclog."))
        .forEach(own::add);
    assertWithMessage("checks on the class path").that(own).isNotEmpty();
    return ScannerSupplier.fromBugCheckerClasses(own);
  }

  private static List<String> options(List<String> classPath, Path classes) {
    return new ArrayList<>(
        List.of(
            "-proc:none",
            "-classpath",
            String.join(File.pathSeparator, classPath),
            "-d",
            classes.toString()));
  }

  private Path jar(List<String> classPath) throws IOException {
    Path classes = Files.createDirectory(output.resolve("jar"));
    compile(
        ToolProvider.getSystemJavaCompiler(),
        options(classPath, classes),
        rule.jarSources(),
        finding -> {});
    Path jar = output.resolve(rule.name() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private void compile(
      JavaCompiler compiler, List<String> options, List<Path> sources, FindingSink sink)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    FindingSink taker = findings::add;
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(diagnostics, null, null)) {
      BasicJavacTask task =
          (BasicJavacTask)
              compiler.getTask(
                  printed,
                  files,
                  diagnostics,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      task.getContext().put(FindingSink.class, taker);
      task.call();
    }
    assertWithMessage(rule.name() + " does not compile:\n%s%s", printed, others(diagnostics))
        .that(others(diagnostics))
        .isEmpty();
    findings.forEach(sink::accept);
  }

  /** What the compiler has to say that is no finding. */
  private static String others(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(Compilation::isTrouble)
        .map(Diagnostic::toString)
        .collect(joining("\n"));
  }

  private static boolean isTrouble(Diagnostic<?> diagnostic) {
    return switch (diagnostic.getKind()) {
      case ERROR -> !diagnostic.getMessage(null).startsWith("[");
      // A bug of the checks' own is told as a note, so that it kills nobody's build.
      case NOTE, MANDATORY_WARNING -> diagnostic.getMessage(null).contains("Unclog");
      default -> false;
    };
  }

  private static List<String> libraries() {
    return LIBRARIES.stream().map(Compilation::placeOf).distinct().toList();
  }

  private static String placeOf(String type) {
    try {
      return Path.of(
              Class.forName(type, false, Compilation.class.getClassLoader())
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
