package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about the catalogue, and their answers. */
final class ExplainTest {
  @TempDir Path folder;

  @Test
  void aMemberIsExplainedWithItsStub() {
    Unclog run = Unclog.run("explain", "java.lang.Thread#sleep");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).containsMatch("java.lang.Thread#sleep\\(long\\)  \\(JDK, .*stub:\\d+\\)");
    assertThat(run.out()).contains("  blocks: wait\n");
    assertThat(run.out()).contains("  reported by: BlockingCall\n");
    assertThat(run.out()).contains("  instead: ");
    assertThat(run.out()).contains("  never blocks when argument 1 is the constant zero\n");
  }

  @Test
  void whatATypeInheritsIsExplained() {
    Unclog run = Unclog.run("explain", "java.util.concurrent.FutureTask#get");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("java.util.concurrent.Future#get()");
    assertThat(run.out()).contains("never blocks when isDone() was found true before");
  }

  @Test
  void whereItsReceiverMustComeFromForItNotToBlockIsExplained() {
    Unclog run = Unclog.run("explain", "java.net.InetAddress#getHostName");

    assertThat(run.out()).contains("never blocks when it is made on what getLocalHost() returned");
  }

  @Test
  void aTypeByItselfIsExplained() {
    Unclog run = Unclog.run("explain", "java.lang.Thread");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("java.lang.Thread#sleep(long)");
    assertThat(run.out()).contains("java.lang.Thread#join()");
  }

  @Test
  void aMisspeltMemberIsSuggested() {
    Unclog run = Unclog.run("explain", "java.lang.Thread#slep");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("says nothing of java.lang.Thread#slep");
    assertThat(run.out()).contains("It knows java.lang.Thread#sleep.");
  }

  @Test
  void aTypeWithoutItsPackageIsSuggested() {
    assertThat(Unclog.run("explain", "Thread#sleep").out())
        .contains("It knows java.lang.Thread#sleep.");
  }

  @Test
  void aSubtypeOfAnotherProjectIsExplainedByName() {
    Unclog run = Unclog.run("explain", "io.netty.channel.ChannelFuture#sync");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("io.netty.channel.ChannelFuture is not at hand");
    assertThat(run.out()).contains("io.netty.util.concurrent.Future#sync()");
  }

  @Test
  void aUsersStubGoesFirst() {
    Path stub =
        Subjects.write(
            folder.resolve("acme.stub"),
            """
            @Library(name = "Acme", checkedAgainst = "acme:acme:1")
            package acme.client;

            interface Client {
              @Blocking(kind = NETWORK, severity = WARNING, instead = "getAsync")
              String get(@RunsAtOnce Runnable before);
              @Cooperative void watch();
            }
            """);

    Unclog run = Unclog.run("explain", "acme.client.Client", "--stubs", stub);

    assertThat(run.out()).contains("(Acme, " + stub + ":6)");
    assertThat(run.out()).contains("  may block: network\n  reported by: PossiblyBlockingCall\n");
    assertThat(run.out()).contains("  parameter before: runs at once\n");
    assertThat(run.out()).contains("  runs cooperatively\n");
  }

  @Test
  void codeThatIsNeverEnteredIsSaidToBe() {
    Path stub =
        Subjects.write(
            folder.resolve("acme.stub"),
            """
            @Library(name = "Acme")
            @NeverEntered
            package acme.loop;
            """);

    Unclog run = Unclog.run("explain", "acme.loop.impl.Loop#spin", "--stubs", stub);

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo(
            "package acme.loop, and those below it  (Acme, "
                + stub
                + ":3)\n  never entered: what is written there is not looked into\n\n");
    assertThat(Unclog.run("explain", "acme.loop", "--stubs", stub).status()).isEqualTo(0);
    assertThat(Unclog.run("explain", "acme.looping.Loop", "--stubs", stub).status()).isEqualTo(1);
  }

  @Test
  void entriesAreCounted() {
    Unclog run = Unclog.run("explain", "--count");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).containsMatch("JDK +wait +\\d+");
    // A thousand rows and more, which stand for ten thousand members and more.
    assertThat(run.out()).containsMatch("all libraries +blocking, all kinds +\\d{4} +\\d{5}");
    assertThat(run.out()).containsMatch("all libraries +never +\\d+");
  }

  @Test
  void theVersionSaysOnWhatItRuns() {
    assertThat(Unclog.run("--version").out())
        .containsMatch("unclog \\d+\\.\\d+.* on JDK " + Runtime.version().feature());
  }

  @Test
  void helpHasExamples() {
    assertThat(Unclog.run("--help").out()).contains("unclog lint io.vertx:vertx-core");
    assertThat(Unclog.run("lint", "--help").out()).contains("--cooperative");
    assertThat(Unclog.run("explain", "--help").out()).contains("explain --count");
  }
}
