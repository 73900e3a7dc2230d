package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was done to a receiver on every way to a call. */
final class BeforeTest {
  private static Set<String> beforeGet(String... lines) {
    return before("get", lines);
  }

  private static Set<String> before(String callee, String... lines) {
    return Compiled.of(
            "import java.util.concurrent.*; import java.nio.channels.*;",
            "abstract class T { abstract Future<?> next();",
            String.join("\n", lines) + "}")
        .call("m", callee)
        .before();
  }

  @Test
  void nothingWasDoneToAnotherFuture() throws Exception {
    assertThat(
            beforeGet(
                "void m(Future<?> f, Future<?> g) throws Exception {",
                "if (g.isDone()) { f.get(); } }"))
        .isEmpty();
    assertThat(beforeGet("void m() throws Exception { if (next().isDone()) { next().get(); } }"))
        .isEmpty();
  }

  @Test
  void askingAloneShowsNothing() {
    assertThat(beforeGet("void m(Future<?> f) throws Exception { f.isDone(); f.get(); }"))
        .isEmpty();
  }

  @Test
  void theWrongBranchShowsNothing() {
    assertThat(beforeGet("void m(Future<?> f) throws Exception { if (!f.isDone()) { f.get(); } }"))
        .isEmpty();
    assertThat(beforeGet("void m(Future<?> f) throws Exception { if (f.isDone()) {} f.get(); }"))
        .isEmpty();
    assertThat(
            beforeGet(
                "void m(Future<?> f, boolean b) throws Exception {",
                "if (b || f.isDone()) { f.get(); } }"))
        .isEmpty();
  }

  @Test
  void aVariableAssignedSinceIsAnotherFuture() {
    assertThat(
            beforeGet(
                "void m(Future<?> f) throws Exception {",
                "if (f.isDone()) { f = next(); f.get(); } }"))
        .isEmpty();
    assertThat(
            beforeGet(
                "void m(Future<?> f) throws Exception {",
                "boolean done = f.isDone(); f = next(); if (done) { f.get(); } }"))
        .isEmpty();
    assertThat(
            beforeGet(
                "void m(Future<?> f) throws Exception {",
                "while (f.isDone()) { f = next(); } f.get(); }"))
        .isEmpty();
  }

  @Test
  void aFieldMayBeAssignedByAnyCall() {
    assertThat(
            beforeGet(
                "Future<?> f; void m() throws Exception {",
                "if (f.isDone()) { next(); f.get(); } }"))
        .isEmpty();
    assertThat(
            beforeGet(
                "Future<?> f; void m(T o) throws Exception {", "if (o.f.isDone()) { f.get(); } }"))
        .isEmpty();
    assertThat(
            beforeGet(
                "Future<?> f; void m(Future<?> n) throws Exception {",
                "if (f.isDone()) { f = n; f.get(); } }"))
        .isEmpty();
  }

  @Test
  void behindAFailureNothingIsKnownToBeDone() {
    assertThat(
            before(
                "read",
                "void m(SocketChannel c) throws Exception {",
                "try { c.configureBlocking(false); } catch (Exception e) {} c.read((java.nio.ByteBuffer) null); }"))
        .doesNotContain("configureBlocking(false)");
  }

  @Test
  void anotherArgumentUndoesACall() {
    String open = "void m(SocketChannel c, SocketChannel d, boolean b) throws Exception {";
    assertThat(
            before(
                "read",
                open,
                "c.configureBlocking(false); c.configureBlocking(true);",
                "c.read((java.nio.ByteBuffer) null); }"))
        .containsExactly("configureBlocking(true)");
    assertThat(
            before(
                "read",
                open,
                "c.configureBlocking(false); d.configureBlocking(b);",
                "c.read((java.nio.ByteBuffer) null); }"))
        .isEmpty();
  }

  @Test
  void namesNotAskedForAreNotTold() {
    assertThat(beforeGet("void m(Future<?> f) throws Exception { if (f.isCancelled()) f.get(); }"))
        .isEmpty();
  }

  @Test
  void whatWasFoundTrueIsTold() {
    Set<String> done = Set.of("isDone()");
    String open = "void m(Future<?> f, boolean b) throws Exception {";

    assertThat(beforeGet(open, "if (f.isDone()) { f.get(); } }")).isEqualTo(done);
    assertThat(beforeGet(open, "if (!f.isDone()) { return; } f.get(); }")).isEqualTo(done);
    assertThat(beforeGet(open, "while (!f.isDone()) { next(); } f.get(); }")).isEqualTo(done);
    assertThat(beforeGet(open, "if (b && f.isDone()) { f.get(); } }")).isEqualTo(done);
    assertThat(beforeGet(open, "Object o = f.isDone() ? f.get() : null; }")).isEqualTo(done);
    assertThat(beforeGet(open, "boolean d = f.isDone(); next(); if (d) { f.get(); } }"))
        .isEqualTo(done);
    assertThat(beforeGet(open, "if (f.isDone()) { next(); } else { return; } f.get(); }"))
        .isEqualTo(done);
  }

  @Test
  void itIsToldOfFields() {
    Set<String> done = Set.of("isDone()");

    assertThat(beforeGet("Future<?> f; void m() throws Exception { if (f.isDone()) f.get(); }"))
        .isEqualTo(done);
    assertThat(
            beforeGet(
                "final Future<?> f = null; void m() throws Exception {",
                "if (f.isDone()) { next(); f.get(); } }"))
        .isEqualTo(done);
  }

  @Test
  void aCallMadeIsTold() {
    assertThat(
            before(
                "read",
                "void m() throws Exception {",
                "SocketChannel c = SocketChannel.open(); c.configureBlocking(false);",
                "c.read((java.nio.ByteBuffer) null); }"))
        .containsExactly("configureBlocking(false)");
  }
}
