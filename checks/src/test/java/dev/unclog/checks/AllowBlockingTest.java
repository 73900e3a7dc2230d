package dev.unclog.checks;

import com.google.errorprone.CompilationTestHelper;
import org.junit.jupiter.api.Test;

/** What suppresses a finding, and what is said of a suppression that does not. */
class AllowBlockingTest {
  private static final String SLOW =
      """
      package acme;
      import dev.unclog.annotations.*;
      public class Slow {
        @Blocking public static void run() {}
        @Blocking(kind = BlockingKind.FILE) public static void read() {}
        public static void unknown() {}
      }
      """;

  private void blockingCall(String body) {
    test(BlockingCall.class, body);
  }

  private void unneeded(String body) {
    test(UnneededAllowBlocking.class, body);
  }

  private void test(Class<? extends Report> check, String body) {
    CompilationTestHelper.newInstance(check, getClass())
        .addSourceLines("acme/Slow.java", SLOW)
        .addSourceLines("acme/A.java", "package acme;", "import dev.unclog.annotations.*;", body)
        .doTest();
  }

  @Test
  void allowsWhatIsWrittenInsideIncludingFunctions() {
    blockingCall(
        """
        @Cooperative class A {
          @AllowBlocking(reason = "start-up") void m(java.util.List<String> list) {
            Slow.run();
            Runnable r = new Runnable() { @Cooperative public void run() { Slow.run(); } };
          }
          @AllowBlocking(reason = "start-up") static class Member { void m() { Slow.run(); } }
        }
        """);
  }

  @Test
  void allowsNamedKindsOnly() {
    blockingCall(
        """
        @Cooperative class A {
          @AllowBlocking(reason = "a local file", kinds = BlockingKind.FILE) void m() {
            Slow.read();
            // BUG: Diagnostic contains: Slow.run() blocks
            Slow.run();
          }
        }
        """);
  }

  @Test
  void cutsCallersOff() {
    blockingCall(
        """
        class Base { @Blocking void run() {} }
        class Trusted extends Base { @AllowBlocking(reason = "quick") @Override void run() {} }
        class Half extends Base {
          @AllowBlocking(reason = "quick", kinds = BlockingKind.FILE) @Override void run() {}
        }
        @Cooperative class A {
          void m(Trusted trusted, Half half) {
            trusted.run();
            // BUG: Diagnostic contains: Half.run() blocks
            half.run();
          }
        }
        """);
  }

  @Test
  void suppressWarningsWorksAtEveryLevel() {
    blockingCall(
        """
        @Cooperative class A {
          @SuppressWarnings("BlockingCall") void method() { Slow.run(); }
          void variable() {
            @SuppressWarnings("BlockingCall") Runnable r = new Runnable() {
              @Cooperative public void run() { Slow.run(); }
            };
          }
          @SuppressWarnings("BlockingCall") static class Member { void m() { Slow.run(); } }
          @SuppressWarnings("PossiblyBlockingCall") void other() {
            // BUG: Diagnostic contains: Slow.run() blocks
            Slow.run();
          }
        }
        """);
  }

  @Test
  void neededAllowancesAreSilent() {
    unneeded(
        """
        @Cooperative class A {
          @AllowBlocking(reason = "start-up") void m() { Slow.run(); }
          @AllowBlocking(reason = "for callers further up") static void unmarked() { Slow.run(); }
          @AllowBlocking(reason = "who knows what it does") static void deep() { Slow.unknown(); }
        }
        class B { @AllowBlocking(reason = "for callers") void m() { Slow.run(); } }
        """);
  }

  @Test
  void idleAllowancesAreReported() {
    unneeded(
        """
        @Cooperative class A {
          // BUG: Diagnostic contains: allows nothing: no call in it blocks
          @AllowBlocking(reason = "start-up") int m(String s) { return s.length(); }
          // BUG: Diagnostic contains: no call in it blocks with a kind it names (file)
          @AllowBlocking(reason = "start-up", kinds = BlockingKind.FILE) void n() { Slow.run(); }
        }
        """);
  }

  @Test
  void emptyReasonIsReported() {
    unneeded(
        """
        class A {
          // BUG: Diagnostic contains: gives no reason
          @AllowBlocking(reason = " ") void m() { Slow.run(); }
        }
        """);
  }
}
