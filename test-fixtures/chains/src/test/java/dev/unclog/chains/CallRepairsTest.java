package dev.unclog.chains;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.unclog.checks.BlockingCall;
import dev.unclog.checks.InlineSpawn;
import dev.unclog.checks.PossiblyBlockingCall;
import org.junit.jupiter.api.Test;

/** A call that is replaced: what comes of it compiles, and nothing is found any more. */
final class CallRepairsTest {
  @Test
  void aMonosElementComesLaterInsteadOfASleep() {
    String code =
        """
        %simport reactor.core.publisher.Mono;
        class A {
          Mono<String> m(Mono<String> names) {
            return names%s.map(name -> {
              %s
              return name.trim();
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted(
            "", "", "try { Thread.sleep(100); } catch (InterruptedException e) { return null; }"),
        code.formatted(
            "import java.time.Duration;\n", ".delayElement(Duration.ofMillis(100))", ""));
  }

  @Test
  void aFluxsElementsComeLaterInsteadOfASleep() {
    String code =
        """
        %simport java.util.concurrent.TimeUnit;
        import reactor.core.publisher.Flux;
        class A {
          Flux<String> m(Flux<String> names, long pause) {
            return names%s.doOnNext(name -> {
              %s
              name.trim();
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted(
            "",
            "",
            "try { TimeUnit.SECONDS.sleep(2 * pause); } catch (InterruptedException e) { }"),
        code.formatted(
            "import java.time.Duration;\n",
            ".delayElements(Duration.ofMillis(TimeUnit.SECONDS.toMillis(2 * pause)))",
            ""));
  }

  @Test
  void aSleepThatDependsOnTheElementIsLeft() {
    leaves(
        BlockingCall.class,
        """
        import reactor.core.publisher.Flux;
        class A {
          Flux<Long> m(Flux<Long> pauses) {
            return pauses.map(pause -> {
              try { Thread.sleep(pause); } catch (InterruptedException e) { }
              return pause;
            });
          }
        }
        """);
  }

  @Test
  void aHandlerGoesOnInATimersInsteadOfASleep() {
    String code =
        """
        import io.vertx.core.AbstractVerticle;
        class A extends AbstractVerticle {
          void m() {
            vertx.eventBus().<String>consumer("names", message -> {
              String name = message.body();
              %s
              message.reply(name.trim());%s
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("try { Thread.sleep(100); } catch (InterruptedException e) { return; }", ""),
        code.formatted("vertx.setTimer(100, id -> {", "});"));
  }

  @Test
  void aRoutesHandlerFindsItsTimer() {
    String code =
        """
        import io.vertx.ext.web.Router;
        class A {
          void m(Router router) {
            router.get("/").handler(exchange -> {
              %s
              exchange.next();%s
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("try { Thread.sleep(100); } catch (InterruptedException e) { }", ""),
        code.formatted("exchange.vertx().setTimer(100, id -> {", "});"));
  }

  @Test
  void whatIsNeededLaterAndChangesIsLeft() {
    leaves(
        BlockingCall.class,
        """
        import io.vertx.core.Vertx;
        class A {
          void m(Vertx vertx) {
            vertx.eventBus().<String>consumer("names", message -> {
              String name = message.body();
              name = name.trim();
              try { Thread.sleep(100); } catch (InterruptedException e) { }
              message.reply(name);
            });
          }
        }
        """);
  }

  @Test
  void aSleepInTheMidstOfOtherThingsIsLeft() {
    leaves(
        BlockingCall.class,
        """
        import io.vertx.core.Vertx;
        class A {
          void m(Vertx vertx) {
            vertx.eventBus().<String>consumer("names", message -> {
              try {
                Thread.sleep(100);
                message.reply("");
              } catch (InterruptedException e) { }
            });
          }
        }
        """);
  }

  @Test
  void aFileIsMadeLater() {
    String code =
        """
        import io.vertx.core.Vertx;
        class A {
          void m(Vertx vertx) {
            vertx.setTimer(1, timer -> %s);
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("{ vertx.fileSystem().mkdirBlocking(\"a\"); }"),
        code.formatted("{ vertx.fileSystem().mkdir(\"a\"); }"));
  }

  @Test
  void aHandlerGoesOnWhenTheFileIsMade() {
    String code =
        """
        import io.vertx.core.Vertx;
        class A {
          void m(Vertx vertx) {
            vertx.eventBus().<String>consumer("names", message -> {
              %s
              message.reply("");%s
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("vertx.fileSystem().mkdirBlocking(message.body());", ""),
        code.formatted("vertx.fileSystem().mkdir(message.body()).onSuccess(id -> {", "});"));
  }

  @Test
  void aHandlerGoesOnWhenTheFileIsRead() {
    String code =
        """
        import io.vertx.core.Vertx;
        import io.vertx.core.buffer.Buffer;
        class A {
          void m(Vertx vertx) {
            vertx.eventBus().<String>consumer("names", message -> {
              %s
              message.reply(text.length());%s
            });
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("Buffer text = vertx.fileSystem().readFileBlocking(message.body());", ""),
        code.formatted("vertx.fileSystem().readFile(message.body()).onSuccess(text -> {", "});"));
  }

  @Test
  void aFileWhoseFailureIsCaughtIsLeft() {
    leaves(
        BlockingCall.class,
        """
        import io.vertx.core.Vertx;
        class A {
          void m(Vertx vertx) {
            vertx.eventBus().<String>consumer("names", message -> {
              try {
                vertx.fileSystem().mkdirBlocking(message.body());
              } catch (RuntimeException e) {
                message.fail(1, "");
              }
            });
          }
        }
        """);
  }

  @Test
  void aHostIsNamedWithoutBeingLookedUp() {
    String code =
        """
        import io.netty.channel.ChannelHandlerContext;
        import io.netty.channel.ChannelInboundHandlerAdapter;
        import java.net.InetSocketAddress;
        class A extends ChannelInboundHandlerAdapter {
          String peer;
          @Override public void channelActive(ChannelHandlerContext context) {
            peer = ((InetSocketAddress) context.channel().remoteAddress()).%s();
          }
        }
        """;
    repairs(BlockingCall.class, code.formatted("getHostName"), code.formatted("getHostString"));
  }

  @Test
  void aStageIsComposedInsteadOfJoined() {
    String code =
        """
        import dev.unclog.annotations.Cooperative;
        import java.util.concurrent.CompletableFuture;
        class A {
          @Cooperative
          CompletableFuture<String> m(CompletableFuture<String> names) {
            return names.%s(name -> load(name)%s);
          }
          CompletableFuture<String> load(String name) {
            return new CompletableFuture<>();
          }
        }
        """;
    repairs(
        PossiblyBlockingCall.class,
        code.formatted("thenApply", ".join()"),
        code.formatted("thenCompose", ""));
  }

  @Test
  void aMonoIsComposedInsteadOfAwaited() {
    String code =
        """
        import reactor.core.publisher.Flux;
        import reactor.core.publisher.Mono;
        class A {
          Mono<String> m(Mono<String> names) {
            return names.%s(name -> { String trimmed = name.trim(); return load(trimmed)%s; });
          }
          Flux<String> m(Flux<String> names) {
            return names.%s(name -> load(name)%s);
          }
          Mono<String> load(String name) {
            return Mono.just(name);
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("map", ".block()", "map", ".block()"),
        code.formatted("flatMap", "", "concatMap", ""));
  }

  @Test
  void aFutureIsComposedIntoAMono() {
    String code =
        """
        import java.util.concurrent.CompletableFuture;
        import reactor.core.publisher.Mono;
        class A {
          Mono<String> m(Mono<String> names) {
            return names.%s(name -> %s);
          }
          CompletableFuture<String> load(String name) {
            return new CompletableFuture<>();
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("map", "load(name).join()"),
        code.formatted("flatMap", "Mono.fromFuture(load(name))"));
  }

  @Test
  void aUniIsComposedInsteadOfAwaited() {
    String code =
        """
        import io.smallrye.mutiny.Uni;
        class A {
          Uni<String> m(Uni<String> names) {
            return names.onItem().%s(name -> load(name)%s);
          }
          Uni<String> load(String name) {
            return Uni.createFrom().item(name);
          }
        }
        """;
    repairs(
        BlockingCall.class,
        code.formatted("transform", ".await().indefinitely()"),
        code.formatted("transformToUni", ""));
  }

  @Test
  void workThatIsHandedOnAndAwaitedIsComposedToo() {
    String code =
        """
        import java.util.concurrent.CompletableFuture;
        import java.util.concurrent.locks.LockSupport;
        import reactor.core.publisher.Mono;
        class A {
          Mono<String> m(Mono<String> names) {
            return names.%s(name -> %s);
          }
          String load(String name) {
            LockSupport.park();
            return name;
          }
        }
        """;
    repairs(
        InlineSpawn.class,
        code.formatted("map", "CompletableFuture.supplyAsync(() -> load(name)).join()"),
        code.formatted(
            "flatMap", "Mono.fromFuture(CompletableFuture.supplyAsync(() -> load(name)))"));
  }

  @Test
  void aResultThatIsUsedInTheFunctionIsLeft() {
    leaves(
        BlockingCall.class,
        """
        import reactor.core.publisher.Mono;
        class A {
          Mono<String> m(Mono<String> names) {
            return names.map(name -> load(name).block().trim());
          }
          Mono<String> load(String name) {
            return Mono.just(name);
          }
        }
        """);
  }

  private void repairs(Class<? extends BugChecker> check, String before, String after) {
    BugCheckerRefactoringTestHelper.newInstance(check, getClass())
        .addInputLines("A.java", before)
        .addOutputLines("A.java", after)
        .doTest();
    CompilationTestHelper.newInstance(check, getClass()).addSourceLines("A.java", after).doTest();
  }

  private void leaves(Class<? extends BugChecker> check, String code) {
    BugCheckerRefactoringTestHelper.newInstance(check, getClass())
        .addInputLines("A.java", code)
        .expectUnchanged()
        .doTest();
    // It is told all the same: what compiles fails there only by a finding that no line expects.
    assertThrows(
        AssertionError.class,
        () ->
            CompilationTestHelper.newInstance(check, getClass())
                .addSourceLines("A.java", code)
                .doTest());
  }
}
