package dev.unclog.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Futures that are complete where they are asked, each beside one that may not be. */
final class CompletedFuturesTest {
  private static final String OPEN =
      """
      import java.util.stream.*;
      class T {
        static CompletableFuture<String> next() { return null; }
        static boolean test() { return true; }
        static void log(Object o) {}
        interface Listener { void operationComplete(Async f) throws Exception; }
        interface Async extends Future<String> { Async addListener(Listener l); boolean isSuccess(); }
      """;

  /**
   * Whether every waiting call on the future in method m, or in a function within, is fulfilled.
   */
  private static boolean isComplete(String... lines) {
    Attributed code = Attributed.of(OPEN, String.join("\n", lines), "}");
    List<Call> waiting = new ArrayList<>();
    collect(code, code.body("m"), waiting);
    assertThat(waiting).isNotEmpty();
    Call last = waiting.get(waiting.size() - 1);
    return last.before().contains("isDone()");
  }

  /** The functions that a body gives away are looked into after its own calls. */
  private static void collect(Attributed code, BodyFacts body, List<Call> into) {
    for (Call call : body.calls()) {
      if (List.of("join", "get").contains(call.callee().name())
          && call.callee().type().startsWith("java.util.concurrent.")) {
        into.add(call);
      }
    }
    for (Call call : body.calls()) {
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Function function
            && (function.body().name().contains("lambda")
                || function.body().type().contains("$"))) {
          collect(code, code.body(function), into);
        }
      }
    }
  }

  private static final String F =
      "void m(CompletableFuture<String> f, CompletableFuture<String> g)";

  @Test
  void anotherFutureIsNotCompleteInACallback() {
    assertThat(isComplete(F, "{ f.whenComplete((v, e) -> g.join()); }")).isFalse();
    assertThat(isComplete(F, "{ f.thenApply(v -> v).thenRun(() -> g.join()); }")).isFalse();
    assertThat(isComplete(F, "{ f.applyToEither(g, v -> g.join()); }")).isFalse();
  }

  @Test
  void besideACallbackNothingIsComplete() {
    assertThat(isComplete(F, "{ f.thenRun(() -> {}); f.join(); }")).isFalse();
    assertThat(isComplete(F, "{ f.thenAccept(f.join().isEmpty() ? v -> {} : v -> {}); }"))
        .isFalse();
    assertThat(isComplete(F, "{ ForkJoinPool.commonPool().execute(() -> f.join()); }")).isFalse();
  }

  @Test
  void inItsOwnCallbackAFutureIsComplete() {
    assertThat(isComplete(F, "{ f.whenComplete((v, e) -> f.join()); }")).isTrue();
    assertThat(isComplete(F, "{ f.thenRun(() -> { log(f.join()); }); }")).isTrue();
    assertThat(isComplete(F, "{ f.handleAsync((v, e) -> f.join()); }")).isTrue();
    assertThat(isComplete(F, "{ f.thenApply(v -> v).thenAccept(v -> f.join()); }")).isTrue();
    assertThat(isComplete(F, "{ f.thenCombine(g, (v, w) -> g.join()); }")).isTrue();
    assertThat(isComplete(F, "{ var h = f.thenApply(v -> v); h.thenRun(() -> f.join()); }"))
        .isTrue();
    assertThat(isComplete(F, "{ f.thenRun(new Runnable() { public void run() { f.join(); } }); }"))
        .isTrue();
    assertThat(
            isComplete(
                "final CompletableFuture<String> f = next();",
                "void m() {",
                "this.f.thenRun(() -> f.join()); }"))
        .isTrue();
  }

  @Test
  void aListenersOwnParameterIsComplete() {
    String m = "void m(Async f, Async g) {";
    assertThat(isComplete(m, "f.addListener(done -> done.get()); }")).isTrue();
    assertThat(isComplete(m, "f.addListener(done -> f.get()); }")).isTrue();
    assertThat(isComplete(m, "f.addListener(done -> g.get()); }")).isFalse();
    assertThat(
            isComplete(
                m,
                "f.addListener(new Listener() {",
                "  public void operationComplete(Async d) throws Exception { d.get(); } }); }"))
        .isTrue();
    assertThat(
            isComplete(
                "interface To { void go(Async a) throws Exception; } static void give(To t) {}",
                "void m() { give(a -> a.get()); }"))
        .isFalse();
  }

  @Test
  void afterAllEachIsComplete() {
    String all = F + " { CompletableFuture.allOf(f, g)";
    assertThat(isComplete(all, ".thenRun(() -> g.join()); }")).isTrue();
    assertThat(isComplete(all, ".join(); g.join(); }")).isTrue();
    assertThat(
            isComplete(
                F,
                "throws Exception { var all = CompletableFuture.allOf(f, g);",
                "all.get(1, TimeUnit.SECONDS); f.join(); }"))
        .isTrue();
    assertThat(isComplete(all, ".join(); Stream.of(f, g).map(x -> x.join()).toList(); }")).isTrue();
    assertThat(isComplete(all, ".thenRun(() -> next().join()); }")).isFalse();
    assertThat(isComplete(F, "{ CompletableFuture.allOf(f).join(); g.join(); }")).isFalse();
    assertThat(isComplete(F, "{ CompletableFuture.anyOf(f, g).join(); g.join(); }")).isFalse();
    assertThat(
            isComplete(
                F,
                "{ CompletableFuture.allOf(f).join();",
                "Stream.of(f, g).map(x -> x.join()).toList(); }"))
        .isFalse();
    assertThat(isComplete(all, ".thenRun(() -> {}); f.join(); }")).isFalse();
    assertThat(
            isComplete(
                "static CompletableFuture<Void> allOf(CompletableFuture<String> f) { return null; }",
                F,
                "{ allOf(f).join(); f.join(); }"))
        .isFalse();
  }

  @Test
  void afterAllOfACollectionItsElementsAreComplete() {
    String open =
        "void m(List<CompletableFuture<String>> fs, List<CompletableFuture<String>> gs) {"
            + " CompletableFuture<Void> all ="
            + " CompletableFuture.allOf(fs.toArray(new CompletableFuture[0])); ";
    assertThat(isComplete(open, "all.thenApply(v -> fs.stream().map(x -> x.join()).toList()); }"))
        .isTrue();
    assertThat(isComplete(open, "all.join(); for (var f : fs) { f.join(); } }")).isTrue();
    assertThat(isComplete(open, "all.join(); fs.get(0).join(); }")).isTrue();
    assertThat(isComplete(open, "all.join(); for (var f : gs) { f.join(); } }")).isFalse();
    assertThat(isComplete(open, "all.thenApply(v -> gs.stream().map(x -> x.join()).toList()); }"))
        .isFalse();
    assertThat(
            isComplete(
                open, "all.join(); fs.stream().map(x -> next()).map(x -> x.join()).toList(); }"))
        .isFalse();
    assertThat(
            isComplete(
                "void m(Map<String, CompletableFuture<String>> map) {",
                "var a = map.get(\"a\"); var b = map.get(\"b\");",
                "CompletableFuture.allOf(a).join(); b.join(); }"))
        .isFalse();
    assertThat(
            isComplete(
                "void m(List<String> ids) {",
                "var fs = ids.stream().map(i -> next()).toList();",
                "var gs = ids.stream().map(i -> next()).toList();",
                "CompletableFuture.allOf(fs.toArray(CompletableFuture[]::new)).join();",
                "gs.forEach(x -> x.join()); }"))
        .isFalse();
  }

  @Test
  void collectionsThatAreMadeOfEachOtherEnd() {
    assertThat(
            isComplete(
                "private final List<CompletableFuture<String>> l = List.of(this.f);",
                "private final CompletableFuture<String> f = l.get(0); void m() { f.join(); }"))
        .isFalse();
  }

  @Test
  void aReferenceToWaitingIsNoFunctionToLookIntoOnceAllIsComplete() {
    String open =
        "void m(List<CompletableFuture<String>> fs, List<CompletableFuture<String>> gs) {"
            + " CompletableFuture.allOf(fs.toArray(new CompletableFuture[0])).join(); ";
    assertThat(
            Attributed.of(OPEN, open, "fs.stream().map(CompletableFuture::join); } }")
                .call("m", "map")
                .arguments()
                .get(0))
        .isEqualTo(new Value.Unknown("java.util.function.Function"));
    assertThat(
            Attributed.of(OPEN, open, "gs.stream().map(CompletableFuture::join); } }")
                .call("m", "map")
                .arguments()
                .get(0))
        .isInstanceOf(Value.Function.class);
  }

  @Test
  void everyAnswerThatOnlyCompletionGivesCounts() {
    assertThat(isComplete(F, "{ if (f.isCompletedExceptionally()) { f.join(); } }")).isTrue();
    assertThat(isComplete(F, "{ if (f.isCancelled()) { f.join(); } }")).isTrue();
    assertThat(isComplete("void m(Async f) throws Exception { if (f.isSuccess()) { f.get(); } }"))
        .isTrue();
    assertThat(isComplete(F, "{ boolean done = f.isDone(); if (done) { f.join(); } }")).isTrue();
    assertThat(
            isComplete(
                F,
                "{ if (!f.isDone()) { return; } Runnable r = null;",
                "next().thenRun(() -> f.join()); }"))
        .isTrue();
    assertThat(
            isComplete(
                F, "{ boolean done = test() && f.isDone(); log(done && f.join().isEmpty()); }"))
        .isTrue();
    assertThat(isComplete(F, "{ if (!f.isCompletedExceptionally()) { f.join(); } }")).isFalse();
    assertThat(isComplete(F, "{ if (g.isDone()) { f.join(); } }")).isFalse();
    assertThat(isComplete("void m(Async f) throws Exception { if (!f.isSuccess()) { f.get(); } }"))
        .isFalse();
  }

  @Test
  void aStateOtherThanRunningCounts() {
    assumeTrue(Runtime.version().feature() >= 19, "Future.state is new in 19");
    assertThat(isComplete(F, "{ if (f.state() == Future.State.SUCCESS) { f.join(); } }")).isTrue();
    assertThat(isComplete(F, "{ if (f.state() != Future.State.RUNNING) { f.join(); } }")).isTrue();
    assertThat(isComplete(F, "{ if (f.state() == Future.State.RUNNING) { return; } f.join(); }"))
        .isTrue();
    assertThat(isComplete(F, "{ switch (f.state()) { case FAILED -> f.join(); default -> {} } }"))
        .isTrue();
    assertThat(isComplete(F, "{ if (f.state() == Future.State.RUNNING) { f.join(); } }")).isFalse();
    assertThat(isComplete(F, "{ if (f.state() != Future.State.SUCCESS) { f.join(); } }")).isFalse();
    assertThat(isComplete(F, "{ switch (f.state()) { case RUNNING -> f.join(); default -> {} } }"))
        .isFalse();
  }

  @Test
  void whatIsMadeCompleteIs() {
    assertThat(isComplete("void m() { CompletableFuture.completedFuture(1).join(); }")).isTrue();
    assertThat(
            isComplete(
                "void m() { var f = CompletableFuture.failedFuture(new Error()); f.join(); }"))
        .isTrue();
    assertThat(
            isComplete(
                "private static final CompletableFuture<Void> NONE =",
                "  CompletableFuture.completedFuture(null); void m() { NONE.join(); }"))
        .isTrue();
    assertThat(
            isComplete(
                "void m() { CompletableFuture<String> f = new CompletableFuture<>();",
                "f.complete(\"\"); f.join(); }"))
        .isTrue();
    assertThat(isComplete("void m() { new CompletableFuture<String>().join(); }")).isFalse();
    assertThat(
            isComplete(
                "void m(boolean b) { var f = CompletableFuture.completedFuture(\"\");",
                "if (b) { f = next(); } f.join(); }"))
        .isFalse();
    assertThat(
            isComplete(
                "void m() { CompletableFuture.completedFuture(1).thenCompose(i -> next()).join(); }"))
        .isFalse();
  }

  @Test
  void aVariableAssignedSinceIsAnotherFuture() {
    assertThat(isComplete(F, "{ if (f.isDone()) { f = next(); f.join(); } }")).isFalse();
    assertThat(isComplete(F, "{ if (f.isDone()) { f = f.thenApply(v -> v); f.join(); } }"))
        .isFalse();
    assertThat(isComplete(F, "{ if (f.isDone()) { for (;;) { f.join(); f = next(); } } }"))
        .isFalse();
    assertThat(isComplete(F, "{ while (f.isDone()) { f.join(); f = next(); } }")).isTrue();
    assertThat(isComplete(F, "{ f = next(); if (f.isDone()) { f.join(); } }")).isTrue();
    assertThat(
            isComplete(
                F, "{ if (f.isDone()) { f = CompletableFuture.completedFuture(f.join()); } }"))
        .isTrue();
  }
}
