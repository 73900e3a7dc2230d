package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.unclog.call.BodyFacts.Nature;
import dev.unclog.call.Call;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls a body makes. */
final class CallsTest {
  @Test
  void emptyBodiesAndMissingOnesCallNothing() {
    Compiled code =
        Compiled.of("abstract class T { void e() {} abstract void a(); native void n(); }");

    assertThat(code.body("e").calls()).isEmpty();
    assertThat(code.body("e").nature()).isEqualTo(Nature.CODE);
    assertThat(code.body("a").nature()).isEqualTo(Nature.ABSTRACT);
    assertThat(code.body("n").nature()).isEqualTo(Nature.NATIVE);
    assertThat(code.facts("T").body(new MethodKey("T", "none", List.of()), Interests.NONE))
        .isEmpty();
  }

  @Test
  void joinedStringsSwitchesAndRecordsAreNoCalls() {
    Compiled code =
        Compiled.of(
            "record T(String a, int b) {",
            "  String join(String o) { return a + b + o; }",
            "  int choose(Object o) { return switch (b) { case 1 -> 2; default -> 3; }; }",
            "}");

    assertThat(code.callees("join")).isEmpty();
    assertThat(code.callees("choose")).isEmpty();
    assertThat(code.callees("hashCode")).isEmpty();
    assertThat(code.callees("a")).isEmpty();
  }

  @Test
  void aMethodIsNotChargedWithStaticInitialisers() {
    Compiled code = Compiled.of("class T { static { System.gc(); } void m() {} }");

    assertThat(code.callees("m")).isEmpty();
    assertThat(code.facts("T").header().methods().stream().map(each -> each.key().name()))
        .containsExactly("<init>", "m");
    assertThat(code.facts("T").staticInitializer(Interests.NONE).orElseThrow().calls()).hasSize(1);
    assertThat(Compiled.of("class T {}").facts("T").staticInitializer(Interests.NONE)).isEmpty();
  }

  @Test
  void whatALambdaDoesIsNotDoneWhereItIsMade() {
    Compiled code = Compiled.of("class T { Runnable m() { return () -> System.gc(); } }");

    assertThat(code.callees("m")).isEmpty();
    assertThat(code.callees("lambda$m$0")).containsExactly("java.lang.System#gc()");
  }

  @Test
  void codeThatNothingLeadsToIsLeftOut() {
    Compiled code =
        Compiled.of("class T { void m() { if (false) { System.gc(); } while (true) {} } }");

    assertThat(code.callees("m")).isEmpty();
  }

  @Test
  void aBranchThatAConstantRulesOutIsLeftOut() {
    Compiled code =
        Compiled.of(
            "class T { final boolean debug; T() { debug = false; } boolean b() { return true; }",
            "  void field() { if (debug) { System.gc(); } }",
            "  void local() { boolean on = false; if (on) { System.gc(); } }",
            "  void loop() { boolean on = false; while (!on) { on = b(); } System.gc(); }",
            "  void either(boolean b) { boolean on = b && b(); if (on) { System.gc(); } } }",
            "class U { final boolean debug; U() { debug = false; } U(boolean b) { debug = b; }",
            "  void field() { if (debug) { System.gc(); } } }");

    assertThat(code.callees("field")).isEmpty();
    assertThat(code.callees("local")).isEmpty();
    assertThat(code.callees("loop")).containsExactly("T#b()", "java.lang.System#gc()");
    assertThat(code.callees("either")).containsExactly("T#b()", "java.lang.System#gc()");
    assertThat(code.body("U", "field").calls()).hasSize(1);
  }

  @Test
  void whatIsCalledToMakeAThrownExceptionIsLeftOut() {
    Compiled code =
        Compiled.of(
            "class T { String a() { return null; } boolean b() { return true; }",
            "  void m(Object o) {",
            "    if (o == null) { throw new IllegalStateException(\"no \" + a()); }",
            "    if (b()) { throw new IllegalStateException(b() ? a() : \"\"); }",
            "    throw new IllegalStateException(new RuntimeException(a()));",
            "  } }");

    assertThat(code.callees("m")).containsExactly("T#b()");
  }

  @Test
  void otherWaysToThrowAreKept() {
    Compiled code =
        Compiled.of(
            "class T { String a() { return null; } RuntimeException wrap() { return null; }",
            "  void made() { throw wrap(); }",
            "  void kept() { RuntimeException e = new RuntimeException(a()); throw e; }",
            "  void either(boolean b) {",
            "    throw b ? new RuntimeException(a()) : new IllegalStateException(a()); }",
            "  RuntimeException returned() { return new RuntimeException(a()); }",
            "}");

    assertThat(code.callees("made")).containsExactly("T#wrap()");
    assertThat(code.callees("kept"))
        .containsExactly("T#a()", "java.lang.RuntimeException#<init>(String)");
    assertThat(code.callees("either")).contains("T#a()");
    assertThat(code.callees("returned")).contains("T#a()");
  }

  @Test
  void callsStandInTheOrderOfTheCodeWithTheirLines() {
    Compiled code =
        Compiled.of(
            "class T {",
            "  void m(Thread t) throws Exception {",
            "    t.join(1);",
            "    Thread.sleep(2);",
            "  }",
            "}");

    List<Call> calls = code.body("m").calls();
    assertThat(calls.stream().map(Call::line)).containsExactly(3, 4).inOrder();
    assertThat(calls.stream().map(call -> call.callee().toString()))
        .containsExactly("java.lang.Thread#join(long)", "java.lang.Thread#sleep(long)")
        .inOrder();
    assertThat(calls.stream().map(Call::implied)).containsExactly("", "");
    assertThat(code.body("m").sourceFile()).isEqualTo("T.java");
  }

  @Test
  void withoutLinesTheyAreUnknown() {
    Compiled code = Compiled.of(List.of("-g:none"), "class T { void m() { System.gc(); } }");

    assertThat(code.call("m", "gc").line()).isEqualTo(0);
    assertThat(code.body("m").sourceFile()).isEmpty();
  }

  @Test
  void parameterTypesAreErasedAndGivenByBinaryName() {
    Compiled code =
        Compiled.of(
            "import java.util.*;",
            "class T { <X extends Number> void c(X x, Map.Entry<?, ?> e, int[][] i, String... s) {}",
            "  void m() { c(1, null, null); } }");

    MethodKey callee = code.call("m", "c").callee();
    assertThat(callee.type()).isEqualTo("T");
    assertThat(callee.parameterTypes())
        .containsExactly("java.lang.Number", "java.util.Map$Entry", "int[][]", "java.lang.String[]")
        .inOrder();
  }

  @Test
  void overridableCallsAreNotExact() {
    Compiled code =
        Compiled.of(
            "class T { void open() {} void m(T t, Runnable r, CharSequence c) {",
            "  t.open(); r.run(); c.length(); } }");

    assertThat(code.body("m").calls().stream().map(Call::isExact))
        .containsExactly(false, false, false);
  }

  @Test
  void staticPrivateFinalSuperAndConstructorCallsAreExact() {
    Compiled code =
        Compiled.of(
            "class T { static void s() {} private void p() {} final void f() {}",
            "  void m() { s(); p(); f(); super.hashCode(); new T(); } }",
            "final class U { void open() {} void m(U u) { u.open(); } }");

    assertThat(code.body("m").calls().stream().map(Call::isExact))
        .containsExactly(true, true, true, true, true);
    assertThat(code.body("U", "m").calls().get(0).isExact()).isTrue();
  }

  @Test
  void privateMembersOfANestAreReachedWithoutABridge() {
    Compiled code = Compiled.of("class T { private void p() {} class In { void m() { p(); } } }");

    assertThat(code.body("T$In", "m").calls().get(0).callee().toString()).isEqualTo("T#p()");
  }

  @Test
  void aReceiversTypeIsTheNarrowestInSight() {
    Compiled code =
        Compiled.of(
            "import java.io.*;",
            "class T { void m(InputStream in, Object o, CharSequence c) throws IOException {",
            "  in.read(); ((StringReader) o).ready(); new StringReader(\"\").reset();",
            "  String s = (String) c; CharSequence d = s; d.length(); c.charAt(0);",
            "  int[] a = {}; a.clone(); } }");

    assertThat(code.call("m", "read").receiverType()).isEqualTo("java.io.InputStream");
    assertThat(code.call("m", "ready").receiverType()).isEqualTo("java.io.StringReader");
    assertThat(code.call("m", "reset").receiverType()).isEqualTo("java.io.StringReader");
    assertThat(code.call("m", "length").receiverType()).isEqualTo("java.lang.String");
    assertThat(code.call("m", "charAt").receiverType()).isEqualTo("java.lang.CharSequence");
    assertThat(code.call("m", "clone").receiverType()).isEqualTo("int[]");
  }

  @Test
  void ofAMethodAndItsBridgeTheWrittenOneIsRead() {
    Compiled code =
        Compiled.of(
            "import java.util.concurrent.Callable;",
            "class T implements Callable<String> { public String call() { System.gc(); return null; } }");

    assertThat(code.callees("call")).containsExactly("java.lang.System#gc()");
  }

  @Test
  void aMethodOfManyBranchesIsReadInTime() {
    StringBuilder body = new StringBuilder("Object o = null; int n = 0;\n");
    for (int i = 0; i < 1_200; i++) {
      body.append("while (b) { try { o = b ? new T() : o; n++; } finally { a(n); } }\n");
    }
    Compiled code = Compiled.of("class T { void a(int i) {} void m(boolean b) {" + body + "} }");

    assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(code.body("m").calls()).hasSize(3 * 1_200));
  }

  @Test
  void aMethodTooBigToFollowKeepsItsCalls() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      body.append("long v").append(i).append(" = System.nanoTime(); a(v").append(i).append(");\n");
    }
    Compiled small = Compiled.of("class T { void a(long l) {} void m() {" + body + "} }");
    Compiled big =
        Compiled.of("class T { void a(long l) {} void m() {" + body + "a(0);".repeat(3000) + "} }");

    assertThat(small.body("m").calls()).hasSize(800);
    assertThat(big.body("m").calls()).hasSize(3800);
    assertThat(big.body("m").calls().get(3799).arguments())
        .containsExactly(new Value.Unknown("long"));
  }
}
