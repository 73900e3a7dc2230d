package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.Guard;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What branches on the way to a call have found. */
final class GuardsTest {
  private static final Value FIRST = new Value.Parameter(0, "boolean");
  private static final Value ANSWER =
      new Value.Result(
          new MethodKey("T$Loop", "inEventLoop", List.of()), "T$Loop", false, List.of(), "boolean");
  private static final String LOOP =
      "interface Loop { boolean inEventLoop(); boolean isOpen(); Object get(); } ";

  private static List<Guard> guards(String... lines) {
    return compiled(lines).call("m", "call").guards();
  }

  private static Compiled compiled(String... lines) {
    return Compiled.of(
        "abstract class T { abstract void call(); abstract boolean other();",
        LOOP,
        String.join("\n", lines) + "}");
  }

  private static Guard found(Value tested, boolean answer) {
    return new Guard(tested, answer);
  }

  @Test
  void nothingIsFoundWhereWaysMeet() {
    assertThat(guards("void m(boolean b) { if (b) { other(); } call(); }")).isEmpty();
    assertThat(guards("void m(boolean b) { if (b || other()) { call(); } }")).isEmpty();
    assertThat(guards("void m(boolean b) { while (b) { if (other()) break; } call(); }")).isEmpty();
    assertThat(guards("void m(Loop l) { l.inEventLoop(); call(); }")).isEmpty();
    assertThat(guards("void m(Loop l) { assert l.inEventLoop(); call(); }")).isEmpty();
    assertThat(guards("void m(boolean b) { try { if (b) other(); } catch (Error e) { call(); } }"))
        .isEmpty();
  }

  @Test
  void numbersAndOtherAnswersAreNoGuards() {
    assertThat(guards("void m(int i) { if (i > 0) { call(); } }")).isEmpty();
    assertThat(guards("void m(long i) { if (i == 5) { call(); } }")).isEmpty();
    assertThat(guards("void m(int i) { if ((byte) i == 5) { call(); } }")).isEmpty();
    assertThat(guards("void m(int i, int j) { if (i == j) { call(); } }")).isEmpty();
    assertThat(guards("void m(String s) { if (s == \"a\") { call(); } }")).isEmpty();
    assertThat(guards("void m(Loop l) { if (l.isOpen()) { call(); } }")).isEmpty();
    assertThat(guards("void m(Loop l) { if (l.get() == null) { call(); } }")).isEmpty();
    assertThat(guards("boolean f; void m() { if (f) { call(); } }")).isEmpty();
  }

  @Test
  void aParameterAssignedOrReckonedIsAnother() {
    assertThat(guards("void m(boolean b) { b = other(); if (b) { call(); } }")).isEmpty();
    assertThat(guards("void m(boolean b, boolean c) { if (b ^ c) { call(); } }")).isEmpty();
  }

  @Test
  void whatAParameterWasFoundToBeIsTold() {
    assertThat(guards("void m(boolean b) { if (b) { call(); } }"))
        .containsExactly(found(FIRST, true));
    assertThat(guards("void m(boolean b) { if (b) { other(); } else { call(); } }"))
        .containsExactly(found(FIRST, false));
    assertThat(guards("void m(boolean b) { if (b) { return; } other(); call(); }"))
        .containsExactly(found(FIRST, false));
    assertThat(guards("void m(boolean b) { if (other() && b) { call(); } }"))
        .containsExactly(found(FIRST, true));
    assertThat(guards("void m(boolean b) { if (!b) { other(); return; } b = false; call(); }"))
        .containsExactly(found(FIRST, true));
    assertThat(guards("void m(boolean b, boolean c) { if (b || c) { return; } call(); }"))
        .containsExactly(found(FIRST, false), found(new Value.Parameter(1, "boolean"), false))
        .inOrder();
  }

  @Test
  void thatAParameterIsNotNullIsTold() {
    Guard notNull =
        found(
            new Value.Equals(new Value.Parameter(0, "java.lang.Object"), new Value.Null()), false);

    assertThat(guards("void m(Object o) { if (o != null) { call(); } }")).containsExactly(notNull);
    assertThat(guards("void m(Object o) { if (o == null) { return; } other(); call(); }"))
        .containsExactly(notNull);
    assertThat(guards("void m(Object o) { Object p = o; if (p != null) { call(); } }"))
        .containsExactly(notNull);
    assertThat(guards("void m(Object o) { if (o == null) { call(); } }"))
        .containsExactly(found(notNull.tested(), true));
    assertThat(guards("void m(Object o) { if (o != null) { other(); } call(); }")).isEmpty();
  }

  @Test
  void ofWhatACallerMayNotHaveGivenThatIsNotTold() {
    assertThat(guards("void m(Object... o) { if (o != null) { call(); } }")).isEmpty();
    assertThat(
            guards("void m(Object o) { if (o == null) { o = this; } if (o != null) { call(); } }"))
        .isEmpty();
    assertThat(guards("Object o; void m() { if (o != null) { call(); } }")).isEmpty();
  }

  private static Guard compared(String type, Value constant, boolean answer) {
    return found(new Value.Equals(new Value.Parameter(0, type), constant), answer);
  }

  @Test
  void thatAParameterIsAConstantIsTold() {
    Value five = new Value.Constant("5");

    assertThat(guards("void m(int i) { if (i == 5) { call(); } }"))
        .containsExactly(compared("int", five, true));
    assertThat(guards("void m(int i) { boolean b = 5 == i; if (!b) { call(); } }"))
        .containsExactly(compared("int", five, false));
    assertThat(guards("void m(int i) { if (i != 0) { return; } call(); }"))
        .containsExactly(compared("int", new Value.Zero(), true));
    assertThat(guards("void m(String s) { if (!s.equals(\"5\")) { call(); } }"))
        .containsExactly(compared("java.lang.String", five, false));
    assertThat(guards("enum Mode { LAZY }", "void m(Mode o) { if (o == Mode.LAZY) { call(); } }"))
        .containsExactly(compared("T$Mode", new Value.Named("T$Mode", "LAZY"), true));
  }

  @Test
  void whatACaseIsForIsTold() {
    Value one = new Value.Constant("1");
    Value two = new Value.Constant("2");
    Value both = new Value.OneOf(List.of(one, two));

    assertThat(guards("void m(int i) { switch (i) { case 1: call(); } }"))
        .containsExactly(compared("int", one, true));
    assertThat(guards("void m(int i) { switch (i) { case 1: case 2: call(); } }"))
        .containsExactly(compared("int", both, true));
    assertThat(guards("void m(int i) { switch (i) { case 1: other(); case 2: call(); } }"))
        .isEmpty();
    assertThat(guards("void m(int i) { switch (i) { case 1: case 2: break; default: call(); } }"))
        .containsExactly(compared("int", both, false));
    assertThat(guards("void m(int i) { switch (i) { case 1: return; case 99: return; } call(); }"))
        .containsExactly(
            compared("int", new Value.OneOf(List.of(one, new Value.Constant("99"))), false));
  }

  @Test
  void whatACaseOverTextsIsForIsTold() {
    Value first = new Value.Constant("Aa");
    Value second = new Value.Constant("BB"); // Of the same hash code.

    assertThat(
            guards("void m(String s) { switch (s) { case \"Aa\": break; case \"BB\": call(); } }"))
        .containsExactly(compared("java.lang.String", second, true));
    assertThat(
            guards(
                "void m(String s) {",
                "switch (s) { case \"Aa\": case \"BB\": return; default: call(); } }"))
        .containsExactly(
            compared("java.lang.String", new Value.OneOf(List.of(first, second)), false));
    assertThat(
            guards(
                "void m(String s) { s = s.trim();",
                "switch (s) { case \"Aa\": break; case \"BB\": call(); } }"))
        .isEmpty();
  }

  private static final Value SELF = new Value.This("T");

  private static Guard held(Value of, String member, String type, Value constant) {
    String owner = of instanceof Value.This ? "T" : "T$Request";
    return found(new Value.Equals(new Value.Held(of, owner, member, type), constant), true);
  }

  @Test
  void whatAFieldOfThisObjectHoldsIsTold() {
    Value five = new Value.Constant("5");
    Guard isFive = held(SELF, "f", "int", five);

    assertThat(guards("private int f; void m() { if (f == 5) { call(); } }"))
        .containsExactly(isFive);
    assertThat(guards("private int f; void m() { switch (f) { case 5: call(); } }"))
        .containsExactly(isFive);
    assertThat(guards("private String f; void m() { if (f == null) { call(); } }"))
        .containsExactly(held(SELF, "f", "java.lang.String", new Value.Null()));
    assertThat(guards("private String f; void m() { if (f.equals(\"5\")) { call(); } }"))
        .containsExactly(held(SELF, "f", "java.lang.String", five));

    assertThat(guards("int f; void m() { if (f == 5) { call(); } }")).isEmpty();
    assertThat(guards("private static int f; void m() { if (f == 5) { call(); } }")).isEmpty();
    assertThat(guards("private int f; void m(T t) { if (t.f == 5) { call(); } }")).isEmpty();
  }

  @Test
  void aFlagIsToldOfAllObjectsAndOfThisOne() {
    Guard ofAll = found(new Value.Flag("T", "f"), true);

    assertThat(guards("final boolean f; T(boolean b) { f = b; } void m() { if (f) { call(); } }"))
        .containsExactly(ofAll, held(SELF, "f", "boolean", new Value.Constant("true")))
        .inOrder();
    assertThat(
            guards("final boolean f; T(boolean b) { f = b; } void m(T t) { if (t.f) { call(); } }"))
        .containsExactly(ofAll);
  }

  @Test
  void whatAParameterSaysOfItselfIsTold() {
    Value five = new Value.Constant("5");
    Value given = new Value.Parameter(0, "T$Request");
    String request = "interface Request { int getCode(); int get(int i); long time(); } ";

    assertThat(guards(request, "void m(Request r) { if (r.getCode() == 5) { call(); } }"))
        .containsExactly(held(given, "getCode()", "int", five));
    assertThat(
            guards(request, "void m(Request r) { int c = r.getCode(); if (c == 5) { call(); } }"))
        .containsExactly(held(given, "getCode()", "int", five));
    assertThat(guards("int code() { return 1; } void m() { if (code() == 5) { call(); } }"))
        .containsExactly(held(SELF, "code()", "int", five));

    assertThat(guards(request, "void m(Request r) { if (r.get(1) == 5) { call(); } }")).isEmpty();
    assertThat(guards(request, "void m(Request r) { if (r.time() == 5) { call(); } }")).isEmpty();
    assertThat(guards("void m(String s) { if (s.length() == 5) { call(); } }")).isEmpty();
  }

  @Test
  void whatALambdaTakesAlongIsItsParameter() {
    assertThat(
            compiled("Runnable m(boolean b) { return () -> { if (b) { call(); } }; }")
                .call("lambda$m$0", "call")
                .guards())
        .containsExactly(found(FIRST, true));
  }

  @Test
  void whatAMethodAskedAboutAnsweredIsTold() {
    assertThat(guards("void m(Loop l) { if (l.inEventLoop()) { call(); } }"))
        .containsExactly(found(ANSWER, true));
    assertThat(guards("void m(Loop l) { if (l.inEventLoop()) { return; } call(); }"))
        .containsExactly(found(ANSWER, false));
    assertThat(guards("void m(Loop l, Loop o) { if (l.inEventLoop()) { o.get(); call(); } }"))
        .containsExactly(found(ANSWER, true));
  }

  @Test
  void itMayBeStaticAndHaveArguments() {
    assertThat(
            guards(
                "static boolean isOnLoop(Thread t) { return false; }",
                "void m(Thread t) { if (!isOnLoop(t)) { call(); } }"))
        .containsExactly(
            found(
                new Value.Result(
                    new MethodKey("T", "isOnLoop", List.of("java.lang.Thread")),
                    "T",
                    true,
                    List.of(new Value.Parameter(0, "java.lang.Thread")),
                    "boolean"),
                false));
  }

  @Test
  void aVariableHoldsAnAnswer() {
    assertThat(guards("void m(Loop l) { boolean on = l.inEventLoop(); if (!on) { call(); } }"))
        .containsExactly(found(ANSWER, false));
    assertThat(
            guards(
                "void m(Loop l) { boolean on = l.inEventLoop(); on = other();",
                "if (!on) { call(); } }"))
        .isEmpty();
  }

  @Test
  void aFieldHoldsAnAnswerIfNothingElseIsAssigned() {
    Guard no = found(ANSWER, false);

    assertThat(
            guards(
                "final boolean on; T(Loop l) { on = l.inEventLoop(); }",
                "void m() { if (!on) { call(); } }"))
        .containsExactly(no);
    assertThat(
            Compiled.of(
                    "abstract class T { abstract void call();",
                    "  private boolean on; void set(T l) { on = l.inEventLoop(); }",
                    "  abstract boolean inEventLoop(); void m() { if (on) { call(); } } }")
                .call("m", "call")
                .guards())
        .hasSize(1);
    assertThat(
            Compiled.of(
                    "abstract class T { abstract void call();",
                    "  private boolean on; void set(T l) { on = l.inEventLoop(); }",
                    "  void reset(boolean b) { on = false; }",
                    "  abstract boolean inEventLoop(); void m() { if (on) { call(); } } }")
                .call("m", "call")
                .guards())
        .isEmpty();
    assertThat(
            guards(
                "boolean on; void set(Loop l) { on = l.inEventLoop(); }",
                "void m() { if (on) { call(); } }"))
        .isEmpty();
  }

  @Test
  void aNegationIsTheOpposite() {
    assertThat(guards("void m(Loop l) { boolean off = !l.inEventLoop(); if (off) { call(); } }"))
        .containsExactly(found(ANSWER, false));
    assertThat(guards("void m(boolean b) { boolean c = !b; boolean d = !c; if (d) { call(); } }"))
        .containsExactly(found(FIRST, true));
    assertThat(
            guards(
                "void m(boolean b) { boolean c; if (b) { c = false; other(); } else { c = true; }",
                "if (c) { call(); } }"))
        .containsExactly(found(FIRST, false));
    assertThat(
            guards(
                "void m(boolean b) { while (true) { boolean c = !b; if (c) { call(); } other(); } }"))
        .containsExactly(found(FIRST, false));
  }

  @Test
  void twoTestsAreNoNegation() {
    assertThat(guards("void m(boolean b) { boolean c = !(b && other()); if (c) { call(); } }"))
        .isEmpty();
    assertThat(
            guards(
                "void m(boolean b) { boolean c; if (b) { c = false; } else { c = other(); }",
                "if (c) { call(); } }"))
        .isEmpty();
  }

  @Test
  void whatIsNeverMoreThanAFewStaysSo() {
    StringBuilder body = new StringBuilder();
    StringBuilder parameters = new StringBuilder("boolean b0");
    for (int i = 1; i < 200; i++) {
      parameters.append(", boolean b").append(i);
      body.append("if (b").append(i).append(") { return; }\n");
    }

    assertThat(guards("void m(" + parameters + ") {" + body + " call(); }")).hasSize(16);
  }
}
