package dev.unclog.checks;

import com.google.errorprone.CompilationTestHelper;
import org.junit.jupiter.api.Test;

/** Every way in which Java can make a call. */
class CallsTest {
  private final CompilationTestHelper helper =
      CompilationTestHelper.newInstance(BlockingCall.class, getClass())
          .addSourceLines(
              "acme/Slow.java",
              """
              package acme;
              import dev.unclog.annotations.*;
              import java.util.*;
              public class Slow implements AutoCloseable, Iterable<String> {
                public Slow() {}
                @Blocking public Slow(int size) {}
                @Blocking public void run() {}
                @Blocking public static int value() { return 1; }
                @Blocking public Slow self() { return this; }
                @Blocking public void close() {}
                @Blocking public Iterator<String> iterator() { return null; }
                public void quick() {}
              }
              """);

  private void test(String body) {
    helper
        .addSourceLines("acme/A.java", "package acme;", "import dev.unclog.annotations.*;", body)
        .doTest();
  }

  @Test
  void quickCallsAreSilent() {
    test(
        """
        @Cooperative class A {
          void m(java.util.List<String> list) { new Slow().quick(); for (String s : list) {} }
        }
        """);
  }

  @Test
  void methodsAndConstructors() {
    test(
        """
        @Cooperative class A {
          void m(Slow slow) {
            // BUG: Diagnostic contains: Slow.run() blocks
            slow.run();
            // BUG: Diagnostic contains: new Slow(int) blocks
            new Slow(3).quick();
            // BUG: Diagnostic contains: Slow.self() blocks
            slow.self().quick();
          }
        }
        """);
  }

  @Test
  void anonymousSubclassCallsTheConstructorOfItsSuperclass() {
    test(
        """
        @Cooperative class A {
          // BUG: Diagnostic contains: new Slow(int) blocks
          Slow m() { return new Slow(3) { void more() {} }; }
        }
        """);
  }

  @Test
  void superCallsExplicitAndImplied() {
    test(
        """
        @Cooperative class A extends Slow {
          A() {
            // BUG: Diagnostic contains: new Slow(int) blocks
            super(3);
          }
          @Override public void run() {
            // BUG: Diagnostic contains: Slow.run() blocks
            super.run();
          }
        }
        class Base { @Blocking Base() {} }
        // BUG: Diagnostic contains: new Base() blocks
        @Cooperative class Implied extends Base {}
        """);
  }

  @Test
  void tryWithResourcesCloses() {
    test(
        """
        @Cooperative class A {
          void m(Slow given) {
            // BUG: Diagnostic contains: Slow.close(), called at the end of this try, blocks
            try (Slow slow = new Slow()) {}
            // BUG: Diagnostic contains: Slow.close(), called at the end of this try, blocks
            try (given) {}
          }
        }
        """);
  }

  @Test
  void forEachIterates() {
    test(
        """
        @Cooperative class A {
          void m(Slow slow) {
            // BUG: Diagnostic contains: Slow.iterator(), called by this loop, blocks
            for (String s : slow) {}
          }
        }
        """);
  }

  @Test
  void recordsEnumsAndSwitches() {
    test(
        """
        @Cooperative record A(int x) {
          // BUG: Diagnostic contains: Slow.value() blocks
          A { x = Slow.value(); }
          int m(int i) {
            return switch (i) {
              // BUG: Diagnostic contains: Slow.value() blocks
              case 1 -> Slow.value();
              default -> {
                // BUG: Diagnostic contains: Slow.value() blocks
                yield Slow.value();
              }
            };
          }
        }
        @Cooperative enum E {
          X { @Override void m() {
            // BUG: Diagnostic contains: Slow.value() blocks
            Slow.value();
          } };
          // BUG: Diagnostic contains: Slow.value() blocks
          void m() { Slow.value(); }
        }
        """);
  }

  @Test
  void localClassesBelongToThemselves() {
    test(
        """
        class A {
          @Cooperative void m() {
            class Local { void later() { Slow.value(); } }
            class Marked {
              @Cooperative void now() {
                // BUG: Diagnostic contains: Slow.value() blocks
                Slow.value();
              }
            }
          }
        }
        """);
  }

  @Test
  void overridingABlockingMethodBlocksUnlessSaidOtherwise() {
    test(
        """
        class Sub extends Slow { @Override public void run() {} }
        class Safe extends Slow { @Override @NonBlocking public void run() {} }
        @Cooperative class A {
          void m(Sub sub, Safe safe) {
            // BUG: Diagnostic contains: Sub.run() blocks
            sub.run();
            safe.run();
          }
        }
        """);
  }

  @Test
  void exactTypeOfReceiverDecides() {
    test(
        """
        class Quick extends Slow { @Override @NonBlocking public void run() {} }
        @Cooperative class A {
          private final Slow field = new Quick();
          private Slow either = new Quick();
          void set(Slow slow) { either = slow; }
          void m() {
            Slow local = new Quick();
            local.run();
            field.run();
            // BUG: Diagnostic contains: Slow.run() blocks
            either.run();
          }
        }
        """);
  }
}
