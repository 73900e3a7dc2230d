package dev.unclog.source;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the facts of a source text say of values. */
final class ValuesTest {
  private static final String USE =
      "class T { static void use(Object o) {} static void run(Runnable r) {} ";

  private static Value used(String... lines) {
    return Attributed.of(USE, String.join("\n", lines), "}").call("m", "use").arguments().get(0);
  }

  private static Value.Function run(Attributed code, String method) {
    return (Value.Function) code.call(method, "run").arguments().get(0);
  }

  private static Value parameter(int position) {
    return new Value.Parameter(position, "java.lang.Object");
  }

  private static Value unknown(String type) {
    return new Value.Unknown(type);
  }

  @Test
  void anOuterParameterIsNotTheLambdasOwn() {
    Attributed code =
        Attributed.of(USE, "void m(Object a, Object b) { run(() -> use(b)); use(a); } }");

    Value.Function function = run(code, "m");
    assertThat(function.captured()).containsExactly(parameter(1));
    assertThat(Attributed.call(code.body(function), "use").arguments())
        .containsExactly(parameter(0));
  }

  @Test
  void aLambdaThatTakesNothingAlongBringsNothing() {
    Attributed code = Attributed.of(USE, "void m(Object a) { use(a); run(() -> use(\"x\")); } }");

    assertThat(run(code, "m").captured()).isEmpty();
  }

  @Test
  void aLambdasOwnParametersFollowWhatItBrings() {
    Attributed code =
        Attributed.of(
            "class T { static void use(Object o) {} static void each(Consumer<Object> c) {}",
            "void m(Object a, Object b) { each(x -> { use(x); }); }",
            "void n(Object a, Object b) { each(x -> { b.notify(); a.notify(); use(x); }); } }");

    Value.Function bringsNothing = (Value.Function) code.call("m", "each").arguments().get(0);
    assertThat(Attributed.call(code.body(bringsNothing), "use").arguments())
        .containsExactly(parameter(0));
    Value.Function function = (Value.Function) code.call("n", "each").arguments().get(0);
    assertThat(function.captured()).containsExactly(parameter(1), parameter(0)).inOrder();
    BodyFacts body = code.body(function);
    assertThat(body.calls().get(0).receiver()).isEqualTo(parameter(0));
    assertThat(body.calls().get(1).receiver()).isEqualTo(parameter(1));
    assertThat(body.calls().get(2).arguments()).containsExactly(parameter(2));
  }

  @Test
  void whatAnInnerLambdaTakesTheOuterOneTakesFirst() {
    Attributed code =
        Attributed.of(USE, "void m(Object a, Object b) { run(() -> run(() -> use(b))); } }");

    Value.Function outer = run(code, "m");
    assertThat(outer.captured()).containsExactly(parameter(1));
    Value.Function inner =
        (Value.Function) Attributed.call(code.body(outer), "run").arguments().get(0);
    assertThat(inner.captured()).containsExactly(parameter(0));
    assertThat(Attributed.call(code.body(inner), "use").arguments()).containsExactly(parameter(0));
  }

  @Test
  void aLocalWithinALambdaStandsForWhatIsBrought() {
    Attributed code =
        Attributed.of(
            USE,
            "void m(Object a, Object b) {",
            "  Object c = b; Object d = new Object(); Runnable r = () -> use(b);",
            "  run(() -> { use(c); d.notify(); r.run(); }); } }");

    Value.Function function = run(code, "m");
    assertThat(function.captured()).containsExactly(parameter(1));
    BodyFacts body = code.body(function);
    assertThat(body.calls().get(0).arguments()).containsExactly(parameter(0));
    assertThat(body.calls().get(1).receiver()).isInstanceOf(Value.Made.class);
    assertThat(((Value.Function) body.calls().get(2).receiver()).captured())
        .containsExactly(parameter(0));
  }

  @Test
  void parametersMeanNothingInAnotherMethod() {
    Attributed code =
        Attributed.of(
            USE,
            "private final Object f; private final Runnable r;",
            "T(Object a, Object b) { f = b; r = () -> use(b); }",
            "void m(Object a, Object b) { use(f); run(r); } }");

    assertThat(code.call("m", "use").arguments()).containsExactly(unknown("java.lang.Object"));
    Value.Function function = run(code, "m");
    assertThat(function.captured()).containsExactly(unknown("java.lang.Object"));
    assertThat(Attributed.call(code.body(function), "use").arguments())
        .containsExactly(parameter(0));
  }

  @Test
  void whatAClassWithinAMethodTakesAlongIsUnknownInIt() {
    Attributed code =
        Attributed.of(
            USE,
            "void m(Object a) { run(new Runnable() {",
            "  Object own = new Object(); { use(a); }",
            "  public void run() { a.notify(); own.notify(); } }); } }");

    BodyFacts body = code.body(run(code, "m"));
    assertThat(body.calls().get(0).receiver()).isEqualTo(unknown("java.lang.Object"));
    assertThat(body.calls().get(1).receiver()).isEqualTo(unknown("java.lang.Object"));
    assertThat(code.call("m", "use").arguments()).containsExactly(parameter(0));
  }

  @Test
  void aLambdaThatNamesItselfEnds() {
    Attributed code =
        Attributed.of(
            USE,
            "private Runnable r; void m(Object a) { r = () -> { r.run(); use(a); };",
            " run(r); } }");

    assertThat(run(code, "m").captured()).containsExactly(parameter(0));
  }

  @Test
  void aBoundReferenceHasItsReceiver() {
    Attributed code =
        Attributed.of(
            USE,
            "void m(Executor e) { run(e::toString); } void n() { run(this::toString); }",
            "void o() { run(Object::new); } void p() { run(Thread::yield); }",
            "void q() { run(new StringBuilder()::reverse); } }");

    assertThat(run(code, "m").receiver())
        .isEqualTo(new Value.Parameter(0, "java.util.concurrent.Executor"));
    assertThat(run(code, "n").receiver()).isEqualTo(unknown("T"));
    assertThat(run(code, "o").receiver()).isEqualTo(new Value.Null());
    assertThat(run(code, "p").receiver()).isEqualTo(new Value.Null());
    assertThat(run(code, "q").receiver()).isInstanceOf(Value.Made.class);
  }

  @Test
  void whatIsRunOrRunsIsToldOfWhereItComesFrom() {
    assertThat(
            used("Runnable f(Object o, int i) { return null; } void m(Object a) { use(f(a, 0)); }"))
        .isEqualTo(
            new Value.Result(
                new MethodKey("T", "f", List.of("java.lang.Object", "int")),
                "T",
                false,
                List.of(parameter(0), new Value.Zero()),
                "java.lang.Runnable"));
    assertThat(used("void m() { ExecutorService e = Executors.newCachedThreadPool(); use(e); }"))
        .isEqualTo(
            new Value.Result(
                new MethodKey("java.util.concurrent.Executors", "newCachedThreadPool", List.of()),
                "java.util.concurrent.Executors",
                true,
                List.of(),
                "java.util.concurrent.ExecutorService"));
    assertThat(
            used(
                "interface Scheduler { void schedule(Runnable r); void stop(); }",
                "final Scheduler s = scheduler(); static Scheduler scheduler() { return null; }",
                "void m() { use(s); }"))
        .isInstanceOf(Value.Result.class);
  }

  @Test
  void resultsOfAnyOtherKindAreUnknown() {
    assertThat(used("String f() { return null; } void m() { use(f()); }"))
        .isEqualTo(unknown("java.lang.String"));
    assertThat(used("boolean f() { return true; } void m() { use(f()); }"))
        .isEqualTo(unknown("boolean"));
    assertThat(used("List<Runnable> f() { return null; } void m() { use(f()); }"))
        .isEqualTo(unknown("java.util.List"));
  }

  @Test
  void resultsAmongArgumentsAreUnknown() {
    Value.Result result =
        (Value.Result)
            used(
                "Runnable f(Object o) { return null; }",
                "void m() { use(f(new Thread(f(null)))); }");
    assertThat(((Value.Made) result.arguments().get(0)).arguments())
        .containsExactly(unknown("java.lang.Runnable"));
    result =
        (Value.Result) used("Runnable f(Object o) { return null; } void m() { use(f(f(null))); }");
    assertThat(result.arguments()).containsExactly(unknown("java.lang.Runnable"));
  }

  @Test
  void aFactoryOfAnExactTypeIsExact() {
    Value.Result result =
        (Value.Result)
            used(
                "interface F { Runnable get(); } static class G implements F {",
                "  public Runnable get() { return null; } }",
                "void m() { F f = new G(); use(f.get()); }");
    assertThat(result.method().type()).isEqualTo("T$G");
    assertThat(result.isExact()).isTrue();
  }

  @Test
  void truthsThatAreAskedAboutAreToldNegatedToo() {
    String open = "boolean inEventLoop() { return true; } boolean other() { return true; }";
    Value result = used(open, "void m() { use(inEventLoop()); }");

    assertThat(result).isInstanceOf(Value.Result.class);
    assertThat(used(open, "void m() { boolean b = !inEventLoop(); use(b); }"))
        .isEqualTo(new Value.Not(result));
    assertThat(used(open, "void m() { boolean b = !inEventLoop(); use(!b); }")).isEqualTo(result);
    assertThat(used(open, "void m(boolean b) { use(!b); }"))
        .isEqualTo(new Value.Not(new Value.Parameter(0, "boolean")));
    assertThat(used(open, "void m() { use(!other()); }")).isEqualTo(unknown("boolean"));
  }

  @Test
  void aCountedVariableIsNotItsStart() {
    assertThat(used("void m() { int i = 0; use(i); }")).isEqualTo(new Value.Zero());
    assertThat(used("void m() { int i = 0; i++; use(i); }"))
        .isEqualTo(new Value.OneOf(List.of(new Value.Zero(), unknown("int"))));
  }

  @Test
  void whatBodiesReturnIsTold() {
    Attributed code =
        Attributed.of(
            "class T { static Runnable give(boolean b, Runnable r) {",
            "  if (b) { return r; } return () -> {}; }",
            "static Runnable same(Runnable r) { return r; }",
            "static String text(boolean b) { return b ? \"a\" : \"b\"; }",
            "static Object some(boolean b) { if (b) { return \"a\"; } return b; }",
            "static Object other(boolean b) { if (b) { return \"a\"; } return text(b); }",
            "static void nothing(Runnable r) { if (r == null) { return; } r.run(); } }");

    Value runnable = new Value.Parameter(0, "java.lang.Runnable");
    assertThat(code.body("same").returned()).isEqualTo(runnable);
    assertThat(((Value.OneOf) code.body("give").returned()).values().get(0))
        .isEqualTo(new Value.Parameter(1, "java.lang.Runnable"));
    assertThat(code.body("text").returned())
        .isEqualTo(new Value.OneOf(List.of(new Value.Constant("a"), new Value.Constant("b"))));
    assertThat(code.body("some").returned())
        .isEqualTo(
            new Value.OneOf(List.of(new Value.Constant("a"), new Value.Parameter(0, "boolean"))));
    assertThat(code.body("other").returned()).isEqualTo(unknown("java.lang.String"));
    assertThat(code.body("nothing").returned()).isEqualTo(unknown(""));
  }

  @Test
  void whatFunctionsReturnIsTheirsAlone() {
    Attributed code =
        Attributed.of(
            "class T { static void take(Supplier<Object> s) {} static void run(Runnable r) {}",
            "static void m(Object a) { take(() -> a); }",
            "static void n(Object a) { take(() -> { return a; }); }",
            "static void o(Object a) { run(() -> T.class.getName()); } }");

    assertThat(code.body("m").returned()).isEqualTo(unknown(""));
    assertThat(code.body(code.call("m", "take").arguments().get(0)).returned())
        .isEqualTo(parameter(0));
    assertThat(code.body(code.call("n", "take").arguments().get(0)).returned())
        .isEqualTo(parameter(0));
    assertThat(code.body(code.call("o", "run").arguments().get(0)).returned())
        .isEqualTo(unknown(""));
  }
}
