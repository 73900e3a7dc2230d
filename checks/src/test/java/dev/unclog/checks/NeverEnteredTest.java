package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.unclog.finding.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls into the class files of a framework whose core is declared so, and past them. */
final class NeverEnteredTest {
  private static final String CORE =
      """
      package framework;
      public class Core {
        public void fire() { nap(); }
        public void sync() { nap(); }
        public void run(Runnable task) { task.run(); }
        public void open() { nap(); }
        public static native void poll();
        static void nap() { try { Thread.sleep(1); } catch (InterruptedException e) { } }
      }
      """;
  private static final String HELPER =
      "package helper; public class Helper { public void help() { new framework.Core().sync(); } }";

  @TempDir Path folder;
  private Path classes;

  @BeforeEach
  void compileTheFramework() throws IOException {
    classes = folder.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    for (String source : List.of(CORE, HELPER)) {
      Path file = folder.resolve(source.contains("class Core") ? "Core.java" : "Helper.java");
      Files.writeString(file, source);
      arguments.add(file.toString());
    }
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
  }

  private List<String> sinks(String stub, String... sources) throws IOException {
    Path file = folder.resolve("framework.stub");
    Files.writeString(file, stub);
    Javac javac =
        new Javac()
            .with("-XepOpt:Unclog:Jars=true", "-XepOpt:Unclog:Stubs=" + file)
            .with("-cp", classes + File.pathSeparator + System.getProperty("java.class.path"));
    for (String source : sources) {
      javac.source(source.replaceFirst("(?s).*?class (\\w+).*", "$1.java"), source);
    }
    Javac.Result result = javac.run();
    assertThat(result.errors().stream().filter(error -> !error.contains("[BlockingCall]")))
        .isEmpty();
    return result.findings().stream().map(Finding::sink).toList();
  }

  private static String cooperative(String body) {
    return "import dev.unclog.annotations.*; class A { @Cooperative void m(framework.Core core) { "
        + body
        + " } }";
  }

  @Test
  void aCoreIsNotLookedInto() throws IOException {
    assertThat(sinks("@NeverEntered package framework;", cooperative("core.fire();"))).isEmpty();
    assertThat(sinks("@NeverEntered package framework;", cooperative("framework.Core.poll();")))
        .isEmpty();
  }

  @Test
  void withoutTheWordItIs() throws IOException {
    assertThat(sinks("", cooperative("core.fire();")))
        .containsExactly("java.lang.Thread#sleep(long)");
    assertThat(sinks("", cooperative("framework.Core.poll();")))
        .containsExactly("framework.Core#poll()");
  }

  @Test
  void aLineOfTheCoreBlocksAlsoWhereAnotherLibraryCallsIt() throws IOException {
    String stub =
        "@NeverEntered package framework; class Core { @Blocking(kind = WAIT) void sync(); }";

    assertThat(sinks(stub, cooperative("core.sync();"))).containsExactly("framework.Core#sync()");
    assertThat(sinks(stub, cooperative("new helper.Helper().help();")))
        .containsExactly("framework.Core#sync()");
  }

  @Test
  void aLineOnAnImplementationHoldsThroughItsSupertype() throws IOException {
    String port = "abstract class Port { abstract void open(); }";
    String adapter = "class Adapter extends Port { void open() { new framework.Core().sync(); } }";
    String caller =
        "import dev.unclog.annotations.*; class B { @Cooperative void m(Port p) { p.open(); } }";

    assertThat(sinks("", port, adapter, caller)).containsExactly("java.lang.Thread#sleep(long)");
    assertThat(sinks("class Adapter { @NonBlocking void open(); }", port, adapter, caller))
        .isEmpty();
    assertThat(sinks("class Port { @NonBlocking void close(); }", port, adapter, caller))
        .hasSize(1);
  }

  @Test
  void anOverrideWrittenElsewhereIsFollowedAndTheCoresOwnCodeCounts() throws IOException {
    String mine =
        "class Mine extends framework.Core { @Override public void open() {"
            + " try { Thread.sleep(2); } catch (InterruptedException e) { } } }";
    String stub = "@NeverEntered package framework;";

    assertThat(sinks(stub, mine, cooperative("new Mine().open();")))
        .containsExactly("java.lang.Thread#sleep(long)");
    assertThat(sinks(stub, mine, cooperative("core.open();")))
        .containsExactly("java.lang.Thread#sleep(long)");
    assertThat(sinks(stub, mine, cooperative("core.fire();"))).isEmpty();
  }

  @Test
  void aFunctionGivenToTheCoreHasTheFateThatALineSays() throws IOException {
    String body =
        "core.run(() -> { try { Thread.sleep(3); } catch (InterruptedException e) { } });";

    assertThat(
            sinks(
                "@NeverEntered package framework; class Core { void run(@RunsAtOnce Runnable t); }",
                cooperative(body)))
        .containsExactly("java.lang.Thread#sleep(long)");
    assertThat(sinks("@NeverEntered package framework;", cooperative(body))).isEmpty();
  }

  @Test
  void whoCompilesTheCoreItselfHasItEntered() throws IOException {
    assertThat(sinks("@NeverEntered package framework;", CORE, cooperative("core.fire();")))
        .containsExactly("java.lang.Thread#sleep(long)");
  }
}
