package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With which values calls are made. */
final class ValuesTest {
  private static final String USE = "static void use(Object o) {} static void num(long n) {} ";

  private static Value used(String... lines) {
    return Compiled.of("import java.io.*; import java.time.*; class T {" + USE, in(lines))
        .call("m", "use")
        .arguments()
        .get(0);
  }

  private static Value number(String... lines) {
    return Compiled.of("class T {" + USE, in(lines)).call("m", "num").arguments().get(0);
  }

  private static String in(String... lines) {
    return String.join("\n", lines) + "}";
  }

  private static Value made(String type) {
    return new Value.Made(new MethodKey(type, "<init>", List.of()), List.of());
  }

  @Test
  void whatOthersReturnIsUnknownButItsType() {
    assertThat(used("static String s() { return null; } void m() { use(s()); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
    assertThat(number("void m(int[] a) { num(a[0]); }")).isEqualTo(new Value.Unknown("long"));
    assertThat(used("void m(String[] a) { use(a[0]); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
  }

  @Test
  void numbersReckonedAreUnknown() {
    assertThat(number("void m(long a) { num(a - a); }")).isEqualTo(new Value.Unknown("long"));
    assertThat(number("void m() { long i = 0; i = i + 1; num(i); }"))
        .isEqualTo(new Value.Unknown("long"));
    assertThat(number("void m() { int i = 0; i++; num(i); }")).isEqualTo(new Value.Unknown("long"));
    assertThat(number("void m(int k) { for (int i = 0; i < k; i++) { num(i); } }"))
        .isEqualTo(new Value.Unknown("long"));
  }

  @Test
  void aParameterThatIsReassignedIsNone() {
    assertThat(used("static String s() { return null; } void m(String p) { p = s(); use(p); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
    assertThat(
            used(
                "static String s() { return null; }",
                "void m(String p) { while (p.isEmpty()) { p = s(); } use(p); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
  }

  @Test
  void parametersCountWithoutThis() {
    assertThat(used("void m(long a, double b, String c) { use(c); }"))
        .isEqualTo(new Value.Parameter(2, "java.lang.String"));
    assertThat(used("static void m(String c) { use(c); }"))
        .isEqualTo(new Value.Parameter(0, "java.lang.String"));
    assertThat(used("void m(Object c) { use((String) c); }"))
        .isEqualTo(new Value.Parameter(0, "java.lang.Object"));
    assertThat(used("void m(Object c) { Object d = c; use(d); }"))
        .isEqualTo(new Value.Parameter(0, "java.lang.Object"));
  }

  @Test
  void parametersOfALambdaCountWithWhatItCaptured() {
    Compiled code =
        Compiled.of(
            "class T {" + USE,
            "java.util.function.Consumer<String> m(Object c) { return s -> { use(c); use(s); }; } }");

    assertThat(code.body("lambda$m$0").calls().stream().map(call -> call.arguments().get(0)))
        .containsExactly(
            new Value.Parameter(0, "java.lang.Object"), new Value.Parameter(1, "java.lang.String"))
        .inOrder();
  }

  @Test
  void constantsAreGivenAsWritten() {
    assertThat(used("void m() { use(null); }")).isEqualTo(new Value.Null());
    assertThat(used("void m() { use(\"a b\"); }")).isEqualTo(new Value.Constant("a b"));
    assertThat(used("void m() { use(String[].class); }"))
        .isEqualTo(new Value.Constant("java.lang.String[].class"));
    assertThat(number("void m() { num(5); }")).isEqualTo(new Value.Constant("5"));
    assertThat(number("void m() { num(-1); }")).isEqualTo(new Value.Constant("-1"));
    assertThat(number("void m() { num(1L << 40); }"))
        .isEqualTo(new Value.Constant("1099511627776"));
    assertThat(number("void m() { int i = 300; num(i); }")).isEqualTo(new Value.Constant("300"));
  }

  @Test
  void truthsAndCharactersAreNoNumbers() {
    Compiled code =
        Compiled.of(
            "class T { void c(boolean a, boolean b, char c, byte d, float e, double f) {}",
            "  void m() { c(true, false, 'x', (byte) 7, 0.5f, 2.5); } }");

    assertThat(code.call("m", "c").arguments())
        .containsExactly(
            new Value.Constant("true"),
            new Value.Constant("false"),
            new Value.Constant("x"),
            new Value.Constant("7"),
            new Value.Constant("0.5"),
            new Value.Constant("2.5"))
        .inOrder();
  }

  @Test
  void zeroIsZeroInAnyType() {
    assertThat(number("void m() { num(0); }")).isEqualTo(new Value.Zero());
    assertThat(number("void m() { int z = 0; num(z); }")).isEqualTo(new Value.Zero());
    assertThat(number("static final long Z = 0; void m() { num(Z); }")).isEqualTo(new Value.Zero());
    assertThat(used("void m() { use(Duration.ZERO); }")).isEqualTo(new Value.Zero());
    assertThat(used("void m() { use(java.math.BigInteger.ZERO); }")).isEqualTo(new Value.Zero());
    assertThat(used("static Object ZERO; void m() { use(ZERO); }"))
        .isEqualTo(new Value.Unknown("java.lang.Object"));
  }

  @Test
  void aNewObjectIsWhatItWasMadeFrom() {
    Value bytes =
        used("void m(byte[] b) { InputStream in = new ByteArrayInputStream(b); use(in); }");
    assertThat(bytes)
        .isEqualTo(
            new Value.Made(
                new MethodKey("java.io.ByteArrayInputStream", "<init>", List.of("byte[]")),
                List.of(new Value.Parameter(0, "byte[]"))));

    assertThat(used("void m() { use(new BufferedReader(new StringReader(\"\"))); }").toString())
        .contains("java.io.StringReader");
    assertThat(used("void m(boolean b) { use(new File(b ? \"x\" : \"y\")); }"))
        .isEqualTo(
            new Value.Made(
                new MethodKey("java.io.File", "<init>", List.of("java.lang.String")),
                List.of(
                    new Value.OneOf(List.of(new Value.Constant("y"), new Value.Constant("x"))))));
  }

  @Test
  void anObjectWrappedWithoutEndStaysSmall() {
    Value value =
        used(
            "void m(int n) { Reader r = new StringReader(\"\");",
            "  for (int i = 0; i < n; i++) { r = new BufferedReader(r); } use(r); }");

    assertThat(value.toString().length()).isLessThan(4_000);
  }

  @Test
  void branchesThatDifferGiveEither() {
    assertThat(used("void m(boolean b) { use(b ? new T() : null); }"))
        .isEqualTo(new Value.OneOf(List.of(new Value.Null(), made("T"))));
    assertThat(used("Object s() { return 1; } void m(boolean b) { use(b ? new T() : s()); }"))
        .isInstanceOf(Value.Unknown.class);
    assertThat(
            used(
                "void m(int i) { String s = switch (i) {",
                "  case 0 -> \"0\"; case 1 -> \"1\"; case 2 -> \"2\"; case 3 -> \"3\";",
                "  default -> \"4\"; }; use(s); }"))
        .isEqualTo(new Value.Unknown("java.lang.String"));
  }

  @Test
  void lambdasAndReferencesAreFunctions() {
    assertThat(used("void m() { Runnable r = () -> {}; use(r); }"))
        .isEqualTo(
            new Value.Function(new MethodKey("T", "lambda$m$0", List.of()), "java.lang.Runnable"));
    assertThat(used("void m() { Runnable r = System::gc; use(r); }"))
        .isEqualTo(
            new Value.Function(
                new MethodKey("java.lang.System", "gc", List.of()), "java.lang.Runnable"));
    assertThat(used("void m() { Runnable r = (Runnable & Serializable) () -> {}; use(r); }"))
        .isInstanceOf(Value.Function.class);
    assertThat(used("void m() { java.util.function.Supplier<T> s = T::new; use(s); }"))
        .isEqualTo(
            new Value.Function(
                new MethodKey("T", "<init>", List.of()), "java.util.function.Supplier"));
  }

  @Test
  void aReceiverIsAValueToo() {
    Compiled code =
        Compiled.of(
            "class T { void a() {} static void s() {} ",
            "  void m(T p) { p.a(); } void n() { new T().a(); s(); } }");

    assertThat(code.call("m", "a").receiver()).isEqualTo(new Value.Parameter(0, "T"));
    assertThat(code.call("n", "a").receiver()).isEqualTo(made("T"));
    assertThat(code.call("n", "s").receiver()).isEqualTo(new Value.Null());
    assertThat(code.call("n", "<init>").receiver()).isEqualTo(new Value.Null());
  }

  @Test
  void aFieldThatOthersMayAssignIsUnknown() {
    Value unknown = new Value.Unknown("java.lang.Object");

    assertThat(used("Object f = new T(); void m() { use(f); }")).isEqualTo(unknown);
    assertThat(used("private Object f = new T(); class In { { f = null; } } void m() { use(f); }"))
        .isEqualTo(unknown);
    assertThat(
            used("private Object f = new T(); void set(Object o) { f = o; } void m() { use(f); }"))
        .isEqualTo(unknown);
    assertThat(used("final Object f; T(Object o) { f = o; } void m() { use(f); }"))
        .isEqualTo(unknown);
  }

  @Test
  void whereFieldsAndBranchesHoldTruthsTheyAreGivenAsSuch() {
    String flag = "static void flag(boolean b) {} ";

    assertThat(
            Compiled.of(
                    "class T {" + flag,
                    "final boolean f; T() { f = false; } void m() { flag(f); } }")
                .call("m", "flag")
                .arguments())
        .containsExactly(new Value.Constant("false"));
    assertThat(
            Compiled.of("class T {" + flag, "void m(int i) { flag(i == 0); } }")
                .call("m", "flag")
                .arguments())
        .containsExactly(new Value.Equals(new Value.Parameter(0, "int"), new Value.Zero()));
    assertThat(
            Compiled.of("class T {" + flag, "void m(int i) { flag(i > 0); } }")
                .call("m", "flag")
                .arguments())
        .containsExactly(
            new Value.OneOf(List.of(new Value.Constant("false"), new Value.Constant("true"))));
  }

  @Test
  void aCallThroughAFieldIsThroughTheTypeItHolds() {
    Compiled code =
        Compiled.of(
            "import java.io.*; class T { private final Reader r = new StringReader(\"\");",
            "  void m() throws IOException { r.read(); } }");

    assertThat(code.call("m", "read").receiverType()).isEqualTo("java.io.StringReader");
  }

  @Test
  void aFieldThatTheClassAloneAssignsIsWhatItAssigns() {
    assertThat(used("final Object f = new T(); void m() { use(f); }")).isEqualTo(made("T"));
    assertThat(used("private Object f = new T(); void m() { use(f); }")).isEqualTo(made("T"));
    assertThat(used("static final Object F = new T(); void m() { use(F); }")).isEqualTo(made("T"));
    assertThat(used("final Runnable f = () -> {}; void m() { use(f); }"))
        .isInstanceOf(Value.Function.class);
    assertThat(
            used(
                "final Object f; T() { f = new T(); } T(int i) { f = \"x\"; }",
                "void m() { use(f); }"))
        .isEqualTo(new Value.OneOf(List.of(made("T"), new Value.Constant("x"))));
    assertThat(used("final File f; T(String p) { f = new File(p); } void m() { use(f); }"))
        .isEqualTo(
            new Value.Made(
                new MethodKey("java.io.File", "<init>", List.of("java.lang.String")),
                List.of(new Value.Unknown("java.lang.String"))));
  }
}
