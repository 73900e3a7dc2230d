package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines for a stub file, from what blocked and was not found. */
final class LearnTest {
  private static final String SERVER =
      """
      package acme;
      import dev.unclog.annotations.*;
      class Server {
        @Cooperative String onMessage(Legacy legacy) throws Exception { return legacy.look(); }
        void loop(Legacy legacy) throws Exception { legacy.look(); }
        static class Legacy {
          String look() throws Exception {
            return String.valueOf(
                Class.forName("acme.Slow").getMethod("now").invoke(null));
          }
        }
      }
      """;

  @TempDir Path folder;
  private Recording module;
  private Path stub;

  @BeforeEach
  void record() throws Exception {
    module = new Recording(folder.resolve("server")).source("acme/Server.java", SERVER).compile();
    stub = folder.resolve("acme.stub");
  }

  private void seen(String... stack) {
    Subjects.write(
        folder.resolve("server/target/probe.jsonl"),
        "{\"type\":\"start\",\"jvm\":\"1@a\"}\n"
            + ("{\"type\":\"observation\",\"kind\":\"wait\",\"operation\":\"park\",\"millis\":120.4,"
                    + "\"frame\":{\"class\":\"acme.Server\",\"method\":\"x\",\"file\":\"S.java\","
                    + "\"line\":3},\"stack\":[\"%s\"],\"jvm\":\"1@a\"}\n")
                .formatted(String.join("(S.java:1)\",\"", stack) + "(S.java:1)"));
  }

  private Unclog learn(Object... more) {
    Object[] all = new Object[more.length + 7];
    all[0] = "learn";
    all[1] = "--findings";
    all[2] = folder;
    all[3] = "--observations";
    all[4] = folder;
    all[5] = "--output";
    all[6] = stub;
    System.arraycopy(more, 0, all, 7, more.length);
    return Unclog.run(all);
  }

  @Test
  void whatKnownCodeCallsIsLearnedToBlockAndFoundTheNextTime() throws Exception {
    assertThat(module.fingerprints()).isEmpty();
    seen(
        "java.util.concurrent.locks.LockSupport.park",
        "acme.Slow.now",
        "java.lang.reflect.Method.invoke",
        "acme.Server$Legacy.look",
        "acme.Server.onMessage",
        "acme.Server.loop");

    Unclog run = learn();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("learned: acme.Server$Legacy#look\n");
    String text = Files.readString(stub);
    assertThat(text)
        .contains(
            "package acme; class Server { class Legacy"
                + " { @EveryOverload @Blocking(kind = WAIT) void look(); } }\n");
    assertThat(text).contains("// Learned from 1 observation of park");
    assertThat(text).contains("at most 120 ms, at acme.Server.x(S.java:3).");

    module.with("-XepOpt:Unclog:Stubs=" + stub).compile();
    assertThat(module.fingerprints()).hasSize(1);
    assertThat(module.fingerprints()).containsKey("onMessage");
  }

  @Test
  void theEntryOfUnknownCodeIsLearnedToBeCooperative() throws Exception {
    seen(
        "java.util.concurrent.CountDownLatch.await",
        "acme.Server$Legacy.look",
        "acme.Server.loop",
        "acme.Main.lambda$main$0",
        "java.util.concurrent.ThreadPoolExecutor.runWorker");

    learn();

    assertThat(Files.readString(stub))
        .contains("package acme; class Server { @EveryOverload @Cooperative void loop(); }\n");
  }

  @Test
  void whatTheCatalogueCannotKnowIsLearnedWithItsContext() throws Exception {
    seen("acme.Slow.grind", "acme.Server.loop");

    learn();

    String text = Files.readString(stub);
    assertThat(text).contains("class Slow { @EveryOverload @Blocking(kind = WAIT) void grind(); }");
    assertThat(text).contains("class Server { @EveryOverload @Cooperative void loop(); }");
  }

  @Test
  void frameworksAreNotTaughtWhatTheyAre() throws Exception {
    seen(
        "java.util.concurrent.CountDownLatch.await",
        "acme.Server.loop",
        "io.netty.util.concurrent.SingleThreadEventExecutor$4.run",
        "io.netty.channel.nio.NioEventLoop.run");

    learn();

    assertThat(Files.readString(stub)).doesNotContain("netty");
    assertThat(Files.readString(stub)).contains("void loop();");
  }

  @Test
  void nothingIsSaidTwiceAndWhatStoodThereStays() throws Exception {
    String own =
        "package acme; class Other { @Blocking void a(); } // mine, without an end of line";
    Subjects.write(stub, own);
    seen("java.util.concurrent.CountDownLatch.await", "acme.Server.loop");

    learn();
    String once = Files.readString(stub);
    Unclog again = learn();

    assertThat(once).startsWith(own + "\n\n// Learned");
    assertThat(again.out()).contains("acme.stub: nothing to add");
    assertThat(Files.readString(stub)).isEqualTo(once);
  }

  @Test
  void whatOtherStubsSayIsNotSaidAgain() throws Exception {
    Path other =
        Subjects.write(
            folder.resolve("other.stub"),
            "package acme; class Server { @Cooperative void loop(Server.Legacy l); }");
    seen("java.util.concurrent.CountDownLatch.await", "acme.Server.loop");

    assertThat(learn("--stubs", other).out()).contains("nothing to add");
    assertThat(Files.exists(stub)).isFalse();
  }

  @Test
  void aFunctionThatBlocksByItselfHasNoNameToLearn() throws Exception {
    seen("java.util.concurrent.CountDownLatch.await", "acme.Server.lambda$loop$0");

    Unclog run = learn();

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("no line of a stub would tell of acme.Server.x(S.java:3)");
    assertThat(Files.exists(stub)).isFalse();
  }

  @Test
  void aStubFileWithAMistakeIsRefusedAndNotTouched() throws Exception {
    String broken = "package acme; class Server { void loop( }";
    Subjects.write(stub, broken);
    seen("java.util.concurrent.CountDownLatch.await", "acme.Server.loop");

    Unclog run = learn();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("acme.stub:1");
    assertThat(Files.readString(stub)).isEqualTo(broken);
  }
}
