package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions bring along. */
final class FunctionsTest {
  private static Value.Function used(String... lines) {
    return (Value.Function) compiled(lines).call("m", "use").arguments().get(0);
  }

  private static Compiled compiled(String... lines) {
    return Compiled.of(
        "import java.util.function.*;",
        "class T { void use(Runnable r) {} void f() {} static void take(Object... o) {}",
        String.join("\n", lines) + "}");
  }

  @Test
  void whatBringsNothingIsJustItsBody() {
    assertThat(used("void m() { use(() -> {}); }").captured()).isEmpty();
    assertThat(used("void m() { use(System::gc); }"))
        .isEqualTo(
            new Value.Function(
                new MethodKey("java.lang.System", "gc", List.of()), "java.lang.Runnable"));
    assertThat(compiled("Consumer<T> m() { return T::f; }").body("m").returned())
        .isEqualTo(
            new Value.Function(new MethodKey("T", "f", List.of()), "java.util.function.Consumer"));
  }

  @Test
  void theObjectAroundALambdaIsNoArgument() {
    Value.Function function = used("void m() { use(() -> f()); }");

    assertThat(function.captured()).isEmpty();
    assertThat(function.receiver()).isEqualTo(new Value.Null());
  }

  @Test
  void whatALambdaTakesAlongComesFirst() {
    String[] own = {"void m(long n, Object p, boolean b) { use(() -> { take(p, !b); f(); }); }"};
    String[] none = {"void m(long n, Object p, boolean b) { use(() -> take(p, !b)); }"};

    for (String[] lines : List.of(own, none)) {
      Value.Function function = used(lines);
      assertThat(function.receiver()).isEqualTo(new Value.Null());
      assertThat(function.captured())
          .containsExactly(
              new Value.Parameter(1, "java.lang.Object"), new Value.Parameter(2, "boolean"))
          .inOrder();
      assertThat(function.body().parameterTypes())
          .containsExactly("java.lang.Object", "boolean")
          .inOrder();
    }
  }

  @Test
  void positionsInALambdaCountWhatItTakesAlong() {
    for (String last : List.of("f();", "")) {
      Compiled code =
          compiled(
              "Consumer<String> m(Object p, Object q) {",
              "  return s -> { take(); p.hashCode(); q.equals(s); " + last + " }; }");

      assertThat(code.call("lambda$m$0", "hashCode").receiver())
          .isEqualTo(new Value.Parameter(0, "java.lang.Object"));
      assertThat(code.call("lambda$m$0", "equals").receiver())
          .isEqualTo(new Value.Parameter(1, "java.lang.Object"));
      assertThat(code.call("lambda$m$0", "equals").arguments())
          .containsExactly(new Value.Parameter(2, "java.lang.String"));
    }
  }

  @Test
  void aBoundReferenceHasAReceiver() {
    assertThat(used("void m(int i, Runnable r) { use(r::run); }"))
        .isEqualTo(
            new Value.Function(
                new MethodKey("java.lang.Runnable", "run", List.of()),
                "java.lang.Runnable",
                new Value.Parameter(1, "java.lang.Runnable"),
                List.of()));
    assertThat(used("void m() { use(this::f); }").receiver()).isEqualTo(new Value.Unknown("T"));
    assertThat(used("void m() { use(new T()::f); }").receiver()).isInstanceOf(Value.Made.class);
  }

  @Test
  void functionsOfOneBodyBecomeOne() {
    Value value =
        compiled(
                "void m(int n) { Runnable r = () -> {}; for (int i = 0; i < n; i++) {",
                "  Runnable s = r; r = () -> s.run(); } use(r); }")
            .call("m", "use")
            .arguments()
            .get(0);

    assertThat(value)
        .isEqualTo(
            new Value.OneOf(
                List.of(
                    new Value.Function(
                        new MethodKey("T", "lambda$m$0", List.of()), "java.lang.Runnable"),
                    new Value.Function(
                        new MethodKey("T", "lambda$m$1", List.of("java.lang.Runnable")),
                        "java.lang.Runnable",
                        new Value.Null(),
                        List.of(new Value.Unknown("java.lang.Runnable"))))));
  }

  @Test
  void whatAFieldHoldsBringsNothingOfItsConstructor() {
    assertThat(
            used("private final Runnable r; T(Object p) { r = () -> take(p); } void m() { use(r); }")
                .captured())
        .containsExactly(new Value.Unknown("java.lang.Object"));
  }
}
