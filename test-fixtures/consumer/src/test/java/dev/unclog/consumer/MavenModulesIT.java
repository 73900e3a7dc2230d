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

/**
 * A build of several modules by several threads, whose tests run in parallel, in one JVM and in
 * two; and its next day.
 */
final class MavenModulesIT {
  private static final String MODULES =
      """
      <packaging>pom</packaging>
        <modules>
          <module>core</module>
          <module>web</module>
          <module>jobs</module>
          <module>later</module>
        </modules>""";

  private static final String MODULE =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>com.acme</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
        </parent>
        <artifactId>%s</artifactId>
        %s
      </project>
      """;

  /** Without the plugin. */
  private static final String LATER =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>later</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
      </project>
      """;

  private static final String ON_CORE_AND_TWO_FORKS =
      """
      <dependencies>
        <dependency>
          <groupId>com.acme</groupId>
          <artifactId>core</artifactId>
          <version>1</version>
        </dependency>
      </dependencies>
      <build>
        <plugins>
          <plugin>
            <artifactId>maven-surefire-plugin</artifactId>
            <configuration>
              <forkCount>2</forkCount>
              <reuseForks>false</reuseForks>
            </configuration>
          </plugin>
        </plugins>
      </build>
      """;

  private static final String LEDGER =
      """
      package com.acme.core;

      import dev.unclog.annotations.Cooperative;

      public class Ledger {
        @Cooperative
        public void onEntry() throws InterruptedException {
          Thread.sleep(20);
        }

        @Cooperative
        public void onClose() throws InterruptedException {
          Thread.sleep(20);
        }

        public void write() throws InterruptedException {
          Thread.sleep(20);
        }
      }
      """;

  /** Four tests that end only if they run at once. */
  private static final String LEDGER_TEST =
      """
      package com.acme.core;

      import java.util.concurrent.CyclicBarrier;
      import java.util.concurrent.TimeUnit;
      import org.junit.jupiter.api.RepeatedTest;

      class LedgerTest {
        private static final CyclicBarrier TOGETHER = new CyclicBarrier(4);

        @RepeatedTest(4)
        void writes() throws Exception {
          TOGETHER.await(60, TimeUnit.SECONDS);
          for (int i = 0; i < 5; i++) {
            new Ledger().onEntry();
          }
        }
      }
      """;

  private static final String CHECKOUT =
      """
      package com.acme.web;

      import com.acme.core.Ledger;
      import dev.unclog.annotations.Cooperative;

      class Checkout {
        @Cooperative
        void onOrder(Ledger ledger) throws InterruptedException {
          ledger.write();
        }
      }
      """;

  private static final String BASKET =
      """
      package com.acme.web;

      import dev.unclog.annotations.Cooperative;
      import java.util.concurrent.Future;

      class Basket {
        @Cooperative
        String onAdd(Future<String> item) throws Exception {
          return item.get();
        }
      }
      """;

  /** Two of these, each in a JVM, which wait for each other. */
  private static final String WEB_TEST =
      """
      package com.acme.web;

      import com.acme.core.Ledger;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.concurrent.CompletableFuture;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.api.Timeout;

      class %1$sTest {
        @Test
        @Timeout(60)
        void orders() throws Exception {
          Files.writeString(Path.of("target", "%1$s"), "is here");
          while (!Files.exists(Path.of("target", "%2$s"))) {
            Thread.sleep(5);
          }
          new Basket().onAdd(CompletableFuture.completedFuture("tea"));
          for (int i = 0; i < 10; i++) {
            new Checkout().onOrder(new Ledger());
          }
        }
      }
      """;

  private static final String JOB =
      """
      package com.acme.jobs;

      import dev.unclog.annotations.Cooperative;

      class Job {
        @Cooperative
        void onTick() throws InterruptedException {
          Thread.sleep(20);
        }
        // More to come.
      }
      """;

  @TempDir private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    String plugin = Built.block("docs/loop.md", "xml", "<plugin>");
    write("pom.xml", UserPom.of("shop", MODULES, plugin));
    // As in many projects, Maven lets Error Prone into the compiler: nothing is forked for it.
    write(
        ".mvn/jvm.config",
        Files.readString(Built.root().resolve(".mvn/jvm.config"))
            + "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n");
    write("core/pom.xml", MODULE.formatted("core", ""));
    write("core/src/main/java/com/acme/core/Ledger.java", LEDGER);
    write("core/src/test/java/com/acme/core/LedgerTest.java", LEDGER_TEST);
    write(
        "core/src/test/resources/junit-platform.properties",
        """
        junit.jupiter.execution.parallel.enabled=true
        junit.jupiter.execution.parallel.mode.default=concurrent
        junit.jupiter.execution.parallel.config.strategy=fixed
        junit.jupiter.execution.parallel.config.fixed.parallelism=8
        """);
    write("web/pom.xml", MODULE.formatted("web", ON_CORE_AND_TWO_FORKS));
    write("web/src/main/java/com/acme/web/Checkout.java", CHECKOUT);
    write("web/src/main/java/com/acme/web/Basket.java", BASKET);
    write("web/src/test/java/com/acme/web/OneTest.java", WEB_TEST.formatted("One", "Other"));
    write("web/src/test/java/com/acme/web/OtherTest.java", WEB_TEST.formatted("Other", "One"));
    write("jobs/pom.xml", MODULE.formatted("jobs", ""));
    write("jobs/src/main/java/com/acme/jobs/Job.java", JOB);
    write("later/pom.xml", LATER);
  }

  @Test
  void verdictsStandWhateverRunsAtOnceAndWhateverIsCompiledAnew() throws Exception {
    List<String> first = maven("verify", "-T2");

    // Once, although jobs, the last that has the plugin, is done before web has begun.
    assertThat(first.stream().filter(line -> line.endsWith("JVMs watched")))
        .containsExactly("5 findings, 3 JVMs watched");
    assertThat(told(first, "confirmed"))
        .containsExactly("FAILS Ledger.java:8: 20 times", "FAILS Checkout.java:9: 20 times");
    assertThat(told(first, "reached, did not block")).containsExactly("Basket.java:9: 2 times");
    assertThat(told(first, "not reached")).containsExactly("Ledger.java:13", "Job.java:8");
    // The tests sleep, and wait for each other, on threads that are hubs only at other times.
    assertThat(rows(first)).containsAtLeast("unpredicted 0", "failing 2");

    Ran known = Unclog.in(project, "baseline", "--findings", ".");
    assertWithMessage(known.output()).that(known.status()).isEqualTo(0);
    write("web/src/main/java/com/acme/web/Basket.java", "// Ours.\n\n" + BASKET);
    String more = JOB.substring(JOB.indexOf("  @Cooperative"), JOB.indexOf("  //"));
    write(
        "jobs/src/main/java/com/acme/jobs/Job.java",
        JOB.replace("  // More to come.\n", more.replace("onTick", "onTock")));
    List<String> next =
        maven(
            "verify",
            "-T2",
            "-Dmaven.compiler.useIncrementalCompilation=false",
            "-Dunclog.failOn=new");

    assertThat(next.stream().filter(line -> line.startsWith("Compiling")).count()).isEqualTo(2);
    assertThat(next.stream().filter(line -> line.startsWith("Compiling 1 source file")).count())
        .isEqualTo(2);
    assertThat(next).contains("6 findings, 3 JVMs watched");
    assertThat(told(next, "confirmed"))
        .containsExactly("Ledger.java:8: 20 times", "Checkout.java:9: 20 times");
    assertThat(told(next, "reached, did not block")).containsExactly("Basket.java:11: 2 times");
    assertThat(told(next, "not reached"))
        .containsExactly("Ledger.java:13", "Job.java:8", "FAILS Job.java:12");
    assertThat(rows(next)).containsAtLeast("unpredicted 0", "new 1", "fixed 0", "failing 1");
  }

  /** The findings of a verdict: where they are, and how often they were seen. */
  private static List<String> told(List<String> output, String verdict) {
    List<String> told = new ArrayList<>();
    output.stream()
        .dropWhile(line -> !line.matches(verdict + ": \\d+"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .forEach(
            line -> {
              if (line.matches("  \\S+\\.java:\\d+:.*")) {
                String fails = line.contains("FAILS") ? "FAILS " : "";
                told.add(fails + line.replaceAll("  (?:\\S*/)?(\\S+:\\d+):.*", "$1"));
              } else if (line.matches(".*(blocked|ran on) a hub \\d+ times.*")) {
                int last = told.size() - 1;
                told.set(last, told.get(last) + line.replaceAll(".* a hub( \\d+ times).*", ":$1"));
              }
            });
    return told;
  }

  private static List<String> rows(List<String> output) {
    return output.stream()
        .filter(line -> line.matches("  \\w.* \\d+"))
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }

  /** A build that fails by its verdicts; its log without levels. */
  private List<String> maven(String goal, String... more) throws Exception {
    LocalRepository repository =
        LocalRepository.in(Path.of("target", "modules-repository").toAbsolutePath()).withPlugin();
    List<String> command = new ArrayList<>(repository.maven(goal));
    command.addAll(List.of(more));
    Ran ran = Ran.in(project, command);
    assertWithMessage(ran.output()).that(ran.status()).isEqualTo(1);
    assertWithMessage(ran.output()).that(ran.output()).contains("code that must not block blocks");
    return ran.output().lines().map(line -> line.replaceFirst("^\\[\\w+\\] ?", "")).toList();
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
