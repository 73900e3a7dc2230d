package dev.unclog.checks;

import com.google.errorprone.CompilationTestHelper;
import org.junit.jupiter.api.Test;

/** Where the bodies of functions belong. */
class FunctionsTest {
  private final CompilationTestHelper helper =
      CompilationTestHelper.newInstance(BlockingCall.class, getClass())
          .addSourceLines(
              "acme/Loop.java",
              """
              package acme;
              import dev.unclog.annotations.*;
              import java.util.function.Supplier;
              class Loop {
                void execute(@Cooperative Runnable task) {}
                <T> void all(String name, @Cooperative Supplier<T>... tasks) {}
                void offload(@Offloaded Runnable task) {}
                void keep(Runnable task) {}
                @Blocking static void block() {}
                @Blocking static int blocked() { return 1; }
              }
              interface Handler { @Cooperative void handle(String event); }
              """);

  private void test(String body) {
    helper
        .addSourceLines("acme/A.java", "package acme;", "import dev.unclog.annotations.*;", body)
        .doTest();
  }

  @Test
  void functionOfUnknownFateIsNobodys() {
    test(
        """
        class A {
          @Cooperative void m(Loop loop) {
            loop.keep(() -> Loop.block());
            loop.keep(Loop::block);
            Runnable later = () -> Loop.block();
            loop.keep(new Runnable() { public void run() { Loop.block(); } });
          }
        }
        """);
  }

  @Test
  void offloadedFunctionMayBlock() {
    test(
        """
        class A {
          @Cooperative void m(Loop loop) {
            loop.offload(() -> Loop.block());
            loop.offload(Loop::block);
            loop.offload(new Runnable() { public void run() { Loop.block(); } });
          }
        }
        """);
  }

  @Test
  void functionGivenToCooperativeParameter() {
    test(
        """
        class A {
          void m(Loop loop, boolean b) {
            // BUG: Diagnostic contains: it is given to Loop.execute(Runnable), whose parameter is marked @Cooperative
            loop.execute(() -> Loop.block());
            // BUG: Diagnostic contains: Loop.block() blocks
            loop.execute(Loop::block);
            loop.execute(new Runnable() {
              public void run() {
                // BUG: Diagnostic contains: Loop.block() blocks
                Loop.block();
              }
            });
            // BUG: Diagnostic contains: Loop.block() blocks
            loop.execute(b ? () -> Loop.block() : () -> {});
            // BUG: Diagnostic contains: Loop.block() blocks
            loop.execute((Runnable) (() -> Loop.block()));
            // BUG: Diagnostic contains: Loop.blocked() blocks
            loop.all("x", () -> 1, () -> Loop.blocked());
          }
        }
        """);
  }

  @Test
  void functionInsideFunctionBelongsToTheNearest() {
    test(
        """
        class A {
          void m(Loop loop) {
            loop.execute(() -> loop.offload(() -> Loop.block()));
            // BUG: Diagnostic contains: Loop.block() blocks
            loop.offload(() -> loop.execute(() -> Loop.block()));
          }
        }
        """);
  }

  @Test
  void functionOfCooperativeInterface() {
    test(
        """
        class A {
          // BUG: Diagnostic contains: handle is marked @Cooperative
          Handler field = event -> Loop.block();
          Handler anonymous = new Handler() {
            public void handle(String event) {
              // BUG: Diagnostic contains: it overrides Handler.handle
              Loop.block();
            }
          };
        }
        """);
  }

  @Test
  void anonymousClassRunsItsInitialisersWhereItIsMade() {
    test(
        """
        class A {
          @Cooperative Object m() {
            return new Object() {
              // BUG: Diagnostic contains: Loop.blocked() blocks
              int x = Loop.blocked();
              void later() { Loop.block(); }
            };
          }
        }
        """);
  }
}
