package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program on its whole way: compiled, run with the probe, judged, learned from. */
final class LoopIT {
  private static final String SERVER =
      """
      package acme;

      import dev.unclog.annotations.AllowBlocking;
      import dev.unclog.annotations.Cooperative;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;
      import java.util.concurrent.Future;

      public class Server {
        private static final ExecutorService HUB =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "hub"));
        private static final ExecutorService WORKERS = Executors.newSingleThreadExecutor();

        @Cooperative
        static void slow() throws Exception {
          Thread.sleep(40);
        }

        @Cooperative
        static String quick(Future<String> future) throws Exception {
          return future.get();
        }

        @AllowBlocking(reason = "never slow")
        @Cooperative
        static void allowed() throws Exception {
          Thread.sleep(40);
        }

        @Cooperative
        static void never() throws Exception {
          Thread.sleep(40);
        }

        interface Work {
          void run() throws Exception;
        }

        static void later(@Cooperative Work work) {
          WORKERS.submit(() -> { work.run(); return null; });
        }

        @Cooperative
        static void onMessage(Legacy legacy) throws Exception {
          %s
        }

        public static void main(String[] arguments) throws Exception {
          for (int i = 0; i < 3; i++) {
            HUB.submit(() -> { slow(); return null; }).get();
          }
          HUB.submit(() -> quick(CompletableFuture.completedFuture("x"))).get();
          HUB.submit(() -> { allowed(); return null; }).get();
          HUB.submit(() -> { onMessage(new Legacy()); return null; }).get();
          later(() -> Thread.sleep(40));
          HUB.shutdown();
          WORKERS.shutdown();
        }
      }
      """;

  /** Whom it calls, no compiler can tell. */
  private static final String LEGACY =
      """
      package acme;

      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.TimeUnit;

      public class Legacy {
        String look() throws Exception {
          return String.valueOf(Legacy.class.getMethod("hidden").invoke(null));
        }

        public static boolean hidden() throws Exception {
          return new CountDownLatch(1).await(40, TimeUnit.MILLISECONDS);
        }
      }
      """;

  @TempDir private Path project;

  @BeforeEach
  void bringTheJars() throws IOException {
    for (String beginning : List.of("unclog-annotations-", "unclog-checks-", "error_prone_core-")) {
      Path jar = Built.jar(beginning);
      Files.copy(jar, project.resolve(jar.getFileName()));
    }
    Path sources = Files.createDirectories(project.resolve("src/main/java/acme"));
    Files.writeString(sources.resolve("Legacy.java"), LEGACY);
  }

  private void server(String onMessage) throws IOException {
    Files.writeString(
        project.resolve("src/main/java/acme/Server.java"), SERVER.formatted(onMessage));
  }

  private void compile(String... options) throws Exception {
    String command =
        Built.readme("sh", "javac ")
            .replace(
                "-XepDisableAllChecks",
                "-XepDisableAllChecks -XepOpt:Unclog:Mode=record " + String.join(" ", options));
    Ran javac = Ran.in(project, List.of("sh", "-c", command));
    assertWithMessage(javac.output()).that(javac.status()).isEqualTo(0);
  }

  private void run() throws Exception {
    Path report = project.resolve("probe.jsonl");
    Files.deleteIfExists(report);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-javaagent:"
            + Built.root().resolve("runtime-probe/target/unclog-runtime-probe.jar")
            + "=report="
            + report
            + ",hubs=hub");
    command.addAll(List.of("-cp", "classes", "acme.Server"));
    Ran ran = Ran.in(project, command);
    assertWithMessage(ran.output()).that(ran.status()).isEqualTo(0);
  }

  private Ran unclog(String... arguments) throws Exception {
    Ran ran = Unclog.in(project, arguments);
    assertWithMessage(ran.output()).that(ran.status()).isLessThan(2);
    return ran;
  }

  @Test
  void everyVerdictComesOfARun() throws Exception {
    server("legacy.look();");
    compile();
    run();

    Ran report = unclog("report", "--fail-on", "confirmed");

    assertThat(report.status()).isEqualTo(1);
    String out = report.output();
    assertThat(verdict(out, "confirmed")).containsExactly("Thread.sleep", "Thread.sleep");
    assertThat(out).contains("blocked a hub 3 times: sleep (wait)");
    assertThat(out).contains("suppressed: @AllowBlocking: never slow\n      blocked a hub once");
    assertThat(verdict(out, "reached, did not block")).containsExactly("Future.get");
    assertThat(verdict(out, "reached off the hub")).containsExactly("Thread.sleep");
    assertThat(verdict(out, "not reached")).containsExactly("Thread.sleep");
    assertThat(out).contains("unpredicted: 1\n  acme.Legacy.hidden(Legacy.java:");
    assertThat(out)
        .contains("Server.onMessage is known to be cooperative and CountDownLatch.await");
    assertThat(out).contains("5 findings, 1 JVM watched");
  }

  /** What is said to block by the findings of one verdict. */
  private static List<String> verdict(String report, String words) {
    return report
        .lines()
        .dropWhile(line -> !line.matches(words + ": \\d+"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.matches("  \\S+\\.java:\\d+:\\d+ .*"))
        .map(line -> line.replaceAll(".*Call: (\\S+)\\(.*", "$1"))
        .toList();
  }

  @Test
  void whatWasMissedIsLearnedThenFoundThenGone() throws Exception {
    server("legacy.look();");
    compile();
    run();
    assertThat(unclog("report").output()).contains("unpredicted: 1\n");

    Ran learned = unclog("learn", "--output", "acme.stub");
    assertThat(learned.output()).contains("learned: acme.Legacy#look\n");
    assertThat(unclog("learn", "--output", "acme.stub").output()).contains("nothing to add");

    compile("-XepOpt:Unclog:Stubs=acme.stub");
    run();
    String found = unclog("report", "--stubs", "acme.stub").output();
    assertThat(verdict(found, "confirmed")).contains("Legacy.look");
    assertThat(found).contains("  unpredicted                0\n");

    server("legacy.hashCode();");
    compile("-XepOpt:Unclog:Stubs=acme.stub");
    run();
    String repaired = unclog("report", "--stubs", "acme.stub").output();
    assertThat(verdict(repaired, "confirmed")).contains("Thread.sleep");
    assertThat(repaired).doesNotContain("Legacy.look");
    assertThat(repaired).contains("  unpredicted                0\n");
  }
}
