package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What methods return, seen from the caller and from within. */
final class ResultsTest {
  private static final String USE =
      "static void use(Object o) {} static void flag(boolean b) {} static void num(int i) {} ";

  private static Value used(String... lines) {
    return compiled(lines).call("m", "use").arguments().get(0);
  }

  private static Value returned(String... lines) {
    return compiled(lines).body("m").returned();
  }

  private static Compiled compiled(String... lines) {
    return Compiled.of(
        "import java.io.*; import java.util.*; import java.util.concurrent.*;",
        "class T {" + USE,
        String.join("\n", lines) + "}");
  }

  private static Value result(String method, String type, Value... arguments) {
    List<String> parameters =
        Stream.of(arguments)
            .map(argument -> argument instanceof Value.Zero ? "int" : "java.lang.Object")
            .toList();
    return new Value.Result(
        new MethodKey("T", method, parameters), "T", false, List.of(arguments), type);
  }

  @Test
  void plainObjectsAndNumbersAreUnknown() {
    assertThat(used("static String f() { return null; } void m() { use(f()); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
    assertThat(used("List<T> f() { return null; } void m() { use(f()); }"))
        .isEqualTo(new Value.Unknown("java.util.List"));
    assertThat(used("T[] f() { return null; } void m() { use(f()); }"))
        .isEqualTo(new Value.Unknown("T[]"));
    assertThat(
            compiled("static int f() { return 0; } void m() { num(f()); }")
                .call("m", "num")
                .arguments())
        .containsExactly(new Value.Unknown("int"));
    assertThat(
            compiled("boolean f() { return true; } void m() { flag(f()); }")
                .call("m", "flag")
                .arguments())
        .containsExactly(new Value.Unknown("boolean"));
  }

  @Test
  void functionsAndExecutorsAreTold() {
    assertThat(used("Runnable f() { return null; } void m() { use(f()); }"))
        .isEqualTo(result("f", "java.lang.Runnable"));
    assertThat(used("Callable<T> f() { return null; } void m() { use(f()); }"))
        .isEqualTo(result("f", "java.util.concurrent.Callable"));
    assertThat(used("T f(Object o) { return null; } void m() { use(f(null)); }"))
        .isEqualTo(result("f", "T", new Value.Null()));
    assertThat(
            compiled("Runnable f() { return null; } void m() { Runnable r = f(); r.run(); }")
                .call("m", "run")
                .receiver())
        .isEqualTo(result("f", "java.lang.Runnable"));
  }

  @Test
  void aFieldHoldsThemToo() {
    assertThat(
            compiled(
                    "static Executor f(Object o) { return null; }",
                    "private final Executor e; T(Object o) { e = f(o); }",
                    "void m() { e.execute(null); }")
                .call("m", "execute")
                .receiver())
        .isEqualTo(
            new Value.Result(
                new MethodKey("T", "f", List.of("java.lang.Object")),
                "T",
                true,
                List.of(new Value.Unknown("java.lang.Object")),
                "java.util.concurrent.Executor"));
  }

  @Test
  void resultsAmongArgumentsAreUnknown() {
    assertThat(used("T f(Object o) { return null; } void m() { use(f(f(f(null)))); }"))
        .isEqualTo(result("f", "T", new Value.Unknown("T")));
    assertThat(
            used("T f(Object o) { return null; } T() {} T(T t) {} void m() { use(f(new T(f(1)))); }")
                .toString())
        .contains("arguments=[Unknown[type=T]]");
  }

  @Test
  void aCastTellsMoreOfTheType() {
    assertThat(
            used(
                "InputStream f() { return null; }",
                "void m() { use((ByteArrayInputStream) f()); }"))
        .isEqualTo(result("f", "java.io.ByteArrayInputStream"));
  }

  @Test
  void resultsOfOneMethodBecomeOne() {
    assertThat(
            used(
                "T f(int i) { return null; }",
                "void m(int n) { T t = f(0); for (int i = 0; i < n; i++) { t = f(i); } use(t); }"))
        .isEqualTo(
            new Value.Result(
                new MethodKey("T", "f", List.of("int")),
                "T",
                false,
                List.of(new Value.Unknown("int")),
                "T"));
    assertThat(
            used(
                "T f() { return null; } T g() { return null; } void m(boolean b) { use(b ? f() : g()); }"))
        .isEqualTo(new Value.OneOf(List.of(result("g", "T"), result("f", "T"))));
  }

  @Test
  void whatIsGivenTooMuchIsForgotten() {
    Value value =
        used(
            "T() {} T(Object a, Object b) {} T f(Object o) { return null; } void m(Object p) {",
            "use(f(" + "new T(p, ".repeat(20) + "p" + ")".repeat(20) + ")); }");

    assertThat(value.toString().length()).isLessThan(3_000);
  }

  @Test
  void aMethodReturnsWhatIsInSight() {
    assertThat(returned("Object m() { return new T(); }"))
        .isEqualTo(new Value.Made(new MethodKey("T", "<init>", List.of()), List.of()));
    assertThat(returned("Runnable m() { return () -> {}; }"))
        .isEqualTo(
            new Value.Function(new MethodKey("T", "lambda$m$0", List.of()), "java.lang.Runnable"));
    assertThat(returned("Object m(int i, Object o) { return o; }"))
        .isEqualTo(new Value.Parameter(1, "java.lang.Object"));
    assertThat(returned("Runnable f() { return null; } Runnable m() { return f(); }"))
        .isEqualTo(result("f", "java.lang.Runnable"));
    assertThat(returned("boolean m() { return true; }")).isEqualTo(new Value.Constant("true"));
    assertThat(
            returned(
                "boolean inEventLoop() { return false; } boolean m() { return !inEventLoop(); }"))
        .isEqualTo(new Value.Not(result("inEventLoop", "boolean")));
    assertThat(returned("Object m(boolean b) { if (b) { return null; } return new T(); }"))
        .isEqualTo(
            new Value.OneOf(
                List.of(
                    new Value.Null(),
                    new Value.Made(new MethodKey("T", "<init>", List.of()), List.of()))));
  }

  @Test
  void orElseNothingButATypeIsKnown() {
    assertThat(returned("void m() {}")).isEqualTo(new Value.Unknown(""));
    assertThat(returned("String m(int i) { return \"\" + i; }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
    assertThat(returned("Object o; Object m(boolean b) { if (b) { return new T(); } return o; }"))
        .isEqualTo(new Value.Unknown("java.lang.Object"));
    assertThat(returned("native Object m();")).isEqualTo(new Value.Unknown("java.lang.Object"));
    assertThat(returned("Object m() { throw new IllegalStateException(); }"))
        .isEqualTo(new Value.Unknown("java.lang.Object"));
  }

  @Test
  void aTruthInPlaceOfANumberIsEitherNumber() {
    assertThat(compiled("void m(boolean b) { num(b ? 1 : 0); }").call("m", "num").arguments())
        .containsExactly(new Value.OneOf(List.of(new Value.Zero(), new Value.Constant("1"))));
    assertThat(compiled("void m(boolean b) { flag(!b); }").call("m", "flag").arguments())
        .containsExactly(new Value.Not(new Value.Parameter(0, "boolean")));
  }
}
