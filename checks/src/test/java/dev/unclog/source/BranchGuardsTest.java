package dev.unclog.source;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was found on every way to a call. */
final class BranchGuardsTest {
  private static final String OPEN =
      """
      class T {
        interface Loop { boolean inEventLoop(); Loop executor(); boolean isOpen(); }
        static boolean isInNonBlockingThread() { return false; }
        static void use() {} static void more() {} static boolean test() { return true; }
      """;

  private static List<Guard> guards(String... lines) {
    return code(lines).call("m", "use").guards();
  }

  private static Attributed code(String... lines) {
    return Attributed.of(OPEN, String.join("\n", lines), "}");
  }

  private static String asked(List<Guard> guards) {
    StringBuilder text = new StringBuilder();
    for (Guard guard : guards) {
      text.append(text.isEmpty() ? "" : " ").append(guard.answer() ? "" : "!");
      text.append(name(guard.tested()));
    }
    return text.toString();
  }

  private static String name(Value tested) {
    if (tested instanceof Value.Flag flag) {
      return flag.name();
    }
    return tested instanceof Value.Result result
        ? result.method().name()
        : String.valueOf(((Value.Parameter) tested).position());
  }

  private static String found(String... lines) {
    return asked(guards(lines));
  }

  @Test
  void otherConditionsAreNotTold() {
    assertThat(guards("void m(Loop l) { if (l.isOpen()) { use(); } }")).isEmpty();
    assertThat(guards("void m(int i) { if (i > 0) { use(); } }")).isEmpty();
    assertThat(guards("void m(long i) { if (i == 5) { use(); } }")).isEmpty();
    assertThat(guards("void m(int i) { if ((byte) i == 5) { use(); } }")).isEmpty();
    assertThat(guards("void m(int i, int j) { if (i == j) { use(); } }")).isEmpty();
    assertThat(guards("void m(String s) { if (s == \"a\") { use(); } }")).isEmpty();
    assertThat(guards("void m(Boolean b) { if (b) { use(); } }")).isEmpty();
    assertThat(guards("boolean f; void m() { if (f) { use(); } }")).isEmpty();
  }

  @Test
  void conditionsThatDecideNothingHereAreNotTold() {
    assertThat(guards("void m(Loop l) { if (l.inEventLoop()) { more(); } use(); }")).isEmpty();
    assertThat(guards("void m(Loop l) { if (l.inEventLoop() || test()) { use(); } }")).isEmpty();
    assertThat(guards("void m(Loop l) { if (!(l.inEventLoop() && test())) { use(); } }")).isEmpty();
    assertThat(guards("void m(Loop l) { l.inEventLoop(); use(); }")).isEmpty();
    assertThat(guards("void m(Loop l) { while (l.inEventLoop()) { if (test()) break; } use(); }"))
        .isEmpty();
  }

  @Test
  void aVariableThatChangesIsNotTold() {
    assertThat(guards("void m(boolean b) { b = test(); if (b) { use(); } }")).isEmpty();
    assertThat(
            guards("void m(Loop l) { boolean b = l.inEventLoop(); b = test(); if (b) { use(); } }"))
        .isEmpty();
    assertThat(
            guards(
                "private boolean f; void n(Loop l) { f = l.inEventLoop(); }",
                "void m() { if (!f) { use(); } }"))
        .isEmpty();
  }

  @Test
  void aParameterIsToldWithItsAnswer() {
    assertThat(guards("void m(Object o, boolean b) { if (b) { use(); } }"))
        .containsExactly(new Guard(new Value.Parameter(1, "boolean"), true));
    assertThat(guards("void m(boolean b) { if (b) { more(); } else { use(); } }"))
        .containsExactly(new Guard(new Value.Parameter(0, "boolean"), false));
  }

  @Test
  void thatAParameterIsNotNullIsTold() {
    Guard notNull =
        new Guard(
            new Value.Equals(new Value.Parameter(0, "java.lang.Object"), new Value.Null()), false);

    assertThat(guards("void m(Object o) { if (o != null) { use(); } }")).containsExactly(notNull);
    assertThat(guards("void m(Object o) { if (null == o) { return; } use(); }"))
        .containsExactly(notNull);
    assertThat(guards("void m(Object o) { if (!(o == null || test())) { use(); } }"))
        .containsExactly(notNull);
    assertThat(guards("void m(Object o) { if (o == null) { use(); } }"))
        .containsExactly(new Guard(notNull.tested(), true));
    assertThat(guards("void m(Object o) { if (o != null || test()) { use(); } }")).isEmpty();
  }

  @Test
  void ofWhatACallerMayNotHaveGivenThatIsNotTold() {
    assertThat(guards("void m(Object... o) { if (o != null) { use(); } }")).isEmpty();
    assertThat(
            guards(
                "void m(Object o) { o = more(o); if (o != null) { use(); } }",
                "Object more(Object o) { return o; }"))
        .isEmpty();
    assertThat(guards("void m(Object o) { Object p = o.toString(); if (p != null) { use(); } }"))
        .isEmpty();
    assertThat(guards("Object o; void m() { if (o != null) { use(); } }")).isEmpty();
  }

  private static Guard compared(String type, Value constant, boolean answer) {
    return new Guard(new Value.Equals(new Value.Parameter(0, type), constant), answer);
  }

  @Test
  void thatAParameterIsAConstantIsTold() {
    Value five = new Value.Constant("5");
    Value lazy = new Value.Named("T$Mode", "LAZY");

    assertThat(guards("void m(int i) { if (i == 5) { use(); } }"))
        .containsExactly(compared("int", five, true));
    assertThat(guards("void m(int i) { if (0 != i) { return; } use(); }"))
        .containsExactly(compared("int", new Value.Zero(), true));
    assertThat(guards("void m(String s) { if (!\"5\".equals(s)) { use(); } }"))
        .containsExactly(compared("java.lang.String", five, false));
    assertThat(guards("void m(String s) { if (Objects.equals(s, \"5\")) { use(); } }"))
        .containsExactly(compared("java.lang.String", five, true));
    assertThat(
            guards(
                "enum Mode { LAZY, EAGER }", "void m(Mode o) { if (o == Mode.LAZY) { use(); } }"))
        .containsExactly(compared("T$Mode", lazy, true));
  }

  @Test
  void whatACaseIsForIsTold() {
    Value one = new Value.Constant("1");
    Value two = new Value.Constant("2");
    Value both = new Value.OneOf(List.of(one, two));

    assertThat(guards("void m(int i) { switch (i) { case 1: use(); } }"))
        .containsExactly(compared("int", one, true));
    assertThat(guards("void m(int i) { switch (i) { case 1, 2 -> use(); default -> more(); } }"))
        .containsExactly(compared("int", both, true));
    assertThat(guards("void m(int i) { switch (i) { case 1: more(); break; case 2: use(); } }"))
        .containsExactly(compared("int", two, true));
    assertThat(guards("void m(int i) { switch (i) { case 1: case 2: more(); default: use(); } }"))
        .isEmpty();
    assertThat(guards("void m(int i) { switch (i) { case 1: case 2: break; default: use(); } }"))
        .containsExactly(compared("int", both, false));
    assertThat(guards("void m(int i) { switch (i) { case 2: default: use(); case 1: more(); } }"))
        .containsExactly(compared("int", one, false));
    assertThat(
            guards(
                "enum Mode { LAZY, EAGER }",
                "void m(Mode o) { switch (o) { case LAZY: use(); default: } }"))
        .containsExactly(compared("T$Mode", new Value.Named("T$Mode", "LAZY"), true));
  }

  private static final Value SELF = new Value.This("T");

  private static Guard held(Value of, String member, String type, Value constant) {
    String owner = of instanceof Value.This ? "T" : "T$Request";
    return new Guard(new Value.Equals(new Value.Held(of, owner, member, type), constant), true);
  }

  @Test
  void whatAFieldOfThisObjectHoldsIsTold() {
    Value five = new Value.Constant("5");
    Guard isFive = held(SELF, "f", "int", five);

    assertThat(guards("private int f; void m() { if (f == 5) { use(); } }"))
        .containsExactly(isFive);
    assertThat(guards("private int f; void m() { switch (this.f) { case 5: use(); } }"))
        .containsExactly(isFive);
    assertThat(guards("private int f; void m() { int g = f; if (g == 5) { use(); } }"))
        .containsExactly(isFive);
    assertThat(guards("private String f; void m() { if (f == null) { use(); } }"))
        .containsExactly(held(SELF, "f", "java.lang.String", new Value.Null()));

    assertThat(guards("int f; void m() { if (f == 5) { use(); } }")).isEmpty();
    assertThat(guards("private static int f; void m() { if (f == 5) { use(); } }")).isEmpty();
    assertThat(guards("@Deprecated private int f; void m() { if (f == 5) { use(); } }")).isEmpty();
    assertThat(guards("private int f; void m(T t) { if (t.f == 5) { use(); } }")).isEmpty();
  }

  @Test
  void whatAParameterSaysOfItselfIsTold() {
    Value five = new Value.Constant("5");
    Value given = new Value.Parameter(0, "T$Request");
    String request = "interface Request { int getCode(); int get(int i); long time(); }";

    assertThat(guards(request, "void m(Request r) { if (r.getCode() == 5) { use(); } }"))
        .containsExactly(held(given, "getCode()", "int", five));
    assertThat(guards(request, "void m(Request r) { int c = r.getCode(); if (c == 5) { use(); } }"))
        .containsExactly(held(given, "getCode()", "int", five));
    assertThat(guards("int code() { return 1; } void m() { if (code() == 5) { use(); } }"))
        .containsExactly(held(SELF, "code()", "int", five));

    assertThat(guards(request, "void m(Request r) { if (r.get(1) == 5) { use(); } }")).isEmpty();
    assertThat(guards(request, "void m(Request r) { if (r.time() == 5) { use(); } }")).isEmpty();
    assertThat(guards("void m(String s) { if (s.length() == 5) { use(); } }")).isEmpty();
    assertThat(
            guards(
                request,
                "Request r() { return null; }",
                "void m() { if (r().getCode() == 5) { use(); } }"))
        .isEmpty();
  }

  @Test
  void whateverTheReceiverAQuestionIsTold() {
    assertThat(found("void m(Loop l) { if (l.inEventLoop()) { use(); } }"))
        .isEqualTo("inEventLoop");
    assertThat(found("void m(Loop l) { if (l.executor().inEventLoop()) { use(); } }"))
        .isEqualTo("inEventLoop");
    assertThat(found("void m() { if (!isInNonBlockingThread()) { use(); } }"))
        .isEqualTo("!isInNonBlockingThread");
  }

  @Test
  void everyShapeOfConditionIsUnderstood() {
    assertThat(found("void m(boolean a, boolean b) { if (a && !b) { use(); } }")).isEqualTo("0 !1");
    assertThat(found("void m(boolean a, boolean b) { if (a || b) { more(); } else { use(); } }"))
        .isEqualTo("!0 !1");
    assertThat(
            found(
                "void m(Loop l, boolean a) { if (a && l.inEventLoop() || a && test()) { use(); } }"))
        .isEqualTo("1");
    assertThat(found("void m(boolean a) { if (a == false) { use(); } }")).isEqualTo("!0");
    assertThat(found("void m(boolean a) { if (!(a != true)) { use(); } }")).isEqualTo("0");
  }

  @Test
  void partsOfAnExpressionAreGuardedByItsOtherParts() {
    String truth = "static boolean go() { return true; }";
    assertThat(
            asked(
                code(truth, "void m(boolean a) { boolean b = a && go(); }")
                    .call("m", "go")
                    .guards()))
        .isEqualTo("0");
    assertThat(
            asked(
                code(truth, "void m(boolean a) { boolean b = a || go(); }")
                    .call("m", "go")
                    .guards()))
        .isEqualTo("!0");
    assertThat(
            asked(
                code(truth, "void m(boolean a) { boolean b = a ? test() : go(); }")
                    .call("m", "go")
                    .guards()))
        .isEqualTo("!0");
    assertThat(
            asked(
                code(truth, "void m(boolean a) { while (a) { go(); } }").call("m", "go").guards()))
        .isEqualTo("0");
    assertThat(code(truth, "void m(boolean a) { boolean b = go() && a; }").call("m", "go").guards())
        .isEmpty();
  }

  @Test
  void earlyExitsDecide() {
    assertThat(found("void m(boolean a) { if (a) { return; } use(); }")).isEqualTo("!0");
    assertThat(found("void m(boolean a) { if (!a) throw new Error(); more(); use(); }"))
        .isEqualTo("0");
    assertThat(found("void m(boolean a) { if (a) { more(); } else { return; } use(); }"))
        .isEqualTo("0");
    assertThat(found("void m(Loop l) { while (!l.inEventLoop()) { more(); } use(); }"))
        .isEqualTo("inEventLoop");
    assertThat(
            found(
                "void m(Loop l, long i) { switch ((int) i) { case 1: if (l.inEventLoop()) break; use(); } }"))
        .isEqualTo("!inEventLoop");
    assertThat(found("void m(Loop l, boolean a) { for (;;) { if (a) { continue; } { use(); } } }"))
        .isEqualTo("!1");
  }

  @Test
  void whatAVariableHoldsIsLookedBehind() {
    assertThat(found("void m(Loop l) { boolean on = l.inEventLoop(); if (!on) { use(); } }"))
        .isEqualTo("!inEventLoop");
    assertThat(
            found(
                "void m(Loop l) { final boolean off; off = !l.inEventLoop(); if (off) { use(); } }"))
        .isEqualTo("!inEventLoop");
    assertThat(
            found(
                "void m(Loop l, boolean a) { boolean b = a && !l.inEventLoop(); if (b) { use(); } }"))
        .isEqualTo("1 !inEventLoop");
    assertThat(
            found(
                "private final boolean on; T(Loop l) { on = l.inEventLoop(); }",
                "void m() { if (on) { use(); } }"))
        .isEqualTo("inEventLoop");
    assertThat(
            guards(
                "private final boolean on; T(boolean given) { on = given; }",
                "void m(boolean other) { if (on) { use(); } }"))
        .containsExactly(
            new Guard(new Value.Flag("T", "on"), true),
            held(SELF, "on", "boolean", new Value.Constant("true")))
        .inOrder();
  }

  @Test
  void aFunctionKnowsOnlyItsOwnWay() {
    Attributed code =
        Attributed.of(
            OPEN,
            "static void run(Consumer<Boolean> r) {} interface Test { void on(boolean b); }",
            "static void take(Test t) {}",
            "void m(boolean a) { if (a) { run(x -> use()); } }",
            "void n(boolean a) { run(x -> { if (!a) { use(); } }); }",
            "void o(boolean a) { take(own -> { if (own) { use(); } }); } }");

    assertThat(Attributed.call(code.body(code.call("m", "run").arguments().get(0)), "use").guards())
        .isEmpty();
    assertThat(asked(code.call("m", "run").guards())).isEqualTo("0");
    assertThat(
            asked(
                Attributed.call(code.body(code.call("n", "run").arguments().get(0)), "use")
                    .guards()))
        .isEqualTo("!0");
    assertThat(
            asked(
                Attributed.call(code.body(code.call("o", "take").arguments().get(0)), "use")
                    .guards()))
        .isEqualTo("0");
  }
}
