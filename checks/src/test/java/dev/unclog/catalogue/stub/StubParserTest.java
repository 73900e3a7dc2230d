package dev.unclog.catalogue.stub;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Governs;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.LibraryHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stub files say that are right. */
final class StubParserTest {
  private static final Verdict WAITS =
      new Verdict.Blocks(BlockingKind.WAIT, Severity.ERROR, "", "", List.of());

  @Test
  void anEmptyFileSaysNothingAndIsCalledByItsName() {
    Stub stub = StubParser.parse("some/where/acme.stub", "");

    assertThat(stub)
        .isEqualTo(
            new Stub(
                new LibraryHeader("acme", List.of(), "some/where/acme.stub"),
                List.of(),
                Map.of(),
                List.of()));
  }

  @Test
  void theHeaderIsReadAndStandsInEveryOrigin() {
    Stub stub =
        parse(
            """
            @Library(name = "Acme " + "client", checkedAgainst = {"a:b:1", "a:b:2+a:c:2"})
            package a;
            interface A { @Blocking void f(); }
            package b;
            interface B {
              @Blocking
              void f();
            }
            """);

    assertThat(stub.header())
        .isEqualTo(new LibraryHeader("Acme client", List.of("a:b:1", "a:b:2+a:c:2"), "x.stub"));
    assertThat(stub.entries().stream().map(Entry::origin))
        .containsExactly(
            new Entry.Origin("Acme client", "x.stub", 3),
            new Entry.Origin("Acme client", "x.stub", 7))
        .inOrder();
  }

  @Test
  void windowsLineEndsCountAsOne() {
    Stub stub = parse("package a;\r\n\r\nclass A {\r\n  @Blocking A();\r\n}\r\n");

    assertThat(stub.entries().get(0).origin().line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x, long[] y|int, long[]",
        "String s, Object... more|java.lang.String, java.lang.Object[]",
        "String s[]|java.lang.String[]",
        "T t, List<T> l, T[] a|java.lang.Comparable, java.util.List, java.lang.Comparable[]",
        "M m, N n, P p|java.lang.Object, java.lang.Comparable, java.util.Map$Entry",
        "Map.Entry<?, ?> e, Entry f|java.util.Map$Entry, java.util.Map$Entry",
        "java.util.Map.Entry<?, ?> e, java.sql.Connection c"
            + "|java.util.Map$Entry, java.sql.Connection",
        "Nested n, A.Nested o, Nested.Deep d|a.b.A$Nested, a.b.A$Nested, a.b.A$Nested$Deep",
        "Neighbour n, Process p|a.b.Neighbour, a.b.Process",
        "final Thread t, Thread.State s|java.lang.Thread, java.lang.Thread$State",
        "A<T> self|a.b.A",
      })
  void typeNamesAreErasedAndBinary(String parameters, String types) {
    Stub stub =
        parse(
            """
            package a.b;
            import java.util.List;
            import java.util.Map;
            import java.util.Map.Entry;
            class A<T extends Comparable<T>> {
              @Blocking <M, N extends T, P extends Q, Q extends Map.Entry<M, N>> void f(%s);
              class Nested { class Deep {} }
            }
            class Process {}
            """
                .formatted(parameters));

    assertThat(stub.problems()).isEmpty();
    assertThat(only(stub).members())
        .isEqualTo(new Members.Exactly("f", List.of(types.split(", "))));
  }

  @Test
  void nestedTypesConstructorsAndFieldsHaveTheirPlaces() {
    Stub stub =
        parse(
            """
            package a;
            class A {
              @Blocking public A(int x) throws IOException;
              @Blocking A() {}
              static class B { @Blocking B(A a); @MakesExecutor(CALLER) static final Executor E, F; }
              enum C { @MakesExecutor(COOPERATIVE) ONE, TWO; @Blocking void f(); }
              interface D { @Blocking default void f(); }
              record R(int x) { @Blocking void f(); }
            }
            """);

    assertThat(stub.problems()).isEmpty();
    assertThat(
            stub.entries().stream()
                .map(e -> e.type() + " " + e.members())
                .collect(toImmutableList()))
        .containsExactly(
            "a.A " + new Members.Exactly(Callee.CONSTRUCTOR, List.of("int")),
            "a.A " + new Members.Exactly(Callee.CONSTRUCTOR, List.of()),
            "a.A$B " + new Members.Exactly(Callee.CONSTRUCTOR, List.of("a.A")),
            "a.A$B " + new Members.Field("E"),
            "a.A$B " + new Members.Field("F"),
            "a.A$C " + new Members.Exactly("f", List.of()),
            "a.A$C " + new Members.Field("ONE"),
            "a.A$D " + new Members.Exactly("f", List.of()),
            "a.A$R " + new Members.Exactly("f", List.of()))
        .inOrder();
  }

  @Test
  void onlyConstructorsAreGivenABody() {
    Stub stub =
        parse(
            """
            package a;
            class MakesExecutor {
            \t@MakesExecutor(CALLER) static final MakesExecutor A = new MakesExecutor(1);
            \t@Blocking <T> MakesExecutor(T t);\t@Blocking MakesExecutor(@Keeps Runnable r) throws E;
            \t@MakesExecutor(CALLER) static final MakesExecutor B;
            }
            """);

    assertThat(stub.problems()).isEmpty();
    assertThat(stub.entries().stream().map(entry -> entry.origin().line()))
        .containsExactly(3, 4, 4, 5)
        .inOrder();
  }

  @Test
  void verdictsCarryKindSeverityAndAlternatives() {
    Entry entry =
        member(
            "@Blocking(kind = BlockingKind.NETWORK, severity = WARNING, instead = \"a\" + (\"b\"))"
                + " @Instead(near = \"io.vertx\", use = \"c\") @Instead(near = \"d\", use = \"e\")"
                + " void f();");

    assertThat(entry.verdict())
        .hasValue(
            new Verdict.Blocks(
                BlockingKind.NETWORK,
                Severity.WARNING,
                "ab",
                "",
                List.of(new Entry.Nearby("io.vertx", "c"), new Entry.Nearby("d", "e"))));
  }

  @Test
  void trustedMembersNeverBlockTheirCallers() {
    assertThat(member("@AllowBlocking(reason = \"short\") void f();").verdict())
        .hasValue(new Verdict.NeverBlocks());
  }

  @Test
  void aTypesVerdictIsForMembersWrittenInItWithoutTheirOwn() {
    Stub stub =
        parse(
            """
            package a;
            @Blocking(kind = FILE, instead = "x") @Instead(near = "n", use = "type") @Since("9")
            class A {
              A();
              @EveryOverload void plain();
              @NonBlocking void never();
              @Blocking @Instead(near = "n", use = "own") @Since("11") @Until("21") void own();
              void function(@Keeps Runnable r);
              static class Nested { @Blocking void f(); }
            }
            """);

    assertThat(stub.problems()).isEmpty();
    List<Entry> entries = stub.entries();
    Verdict file =
        new Verdict.Blocks(
            BlockingKind.FILE, Severity.ERROR, "x", "", List.of(new Entry.Nearby("n", "type")));
    Verdict own =
        new Verdict.Blocks(
            BlockingKind.WAIT, Severity.ERROR, "", "", List.of(new Entry.Nearby("n", "own")));
    assertThat(entries.stream().map(entry -> entry.verdict().orElseThrow()))
        .containsExactly(file, file, new Verdict.NeverBlocks(), own, file, WAITS)
        .inOrder();
    assertThat(entries.stream().map(Entry::versions).distinct())
        .containsExactly(new Entry.Versions("9", ""), new Entry.Versions("11", "21"));
  }

  @Test
  void theTypeAsSuchIsAnEntryWhereMoreThanDefaultsIsSaid() {
    Stub stub =
        parse(
            """
            package a;
            @Cooperative @Forbids({FILE, LOCK}) interface A { void silent(); }
            @MarksThreads interface B {}
            @EveryFunctionParameter(KEPT) interface C {}
            @MakesExecutor(ALLOWS_BLOCKING) interface D {}
            """);

    assertThat(stub.problems()).isEmpty();
    assertThat(stub.entries().stream().map(Entry::members).distinct())
        .containsExactly(new Members.WholeType());
    assertThat(stub.entries().stream().map(Entry::context))
        .containsExactly(
            Optional.of(new Entry.Context(Set.of(BlockingKind.FILE, BlockingKind.LOCK), false)),
            Optional.of(new Entry.Context(Set.of(), true)),
            Optional.empty(),
            Optional.empty())
        .inOrder();
    assertThat(stub.entries().get(2).everyFunction()).hasValue(FunctionFate.KEPT);
    assertThat(stub.entries().get(3).makes()).hasValue(ExecutorNature.ALLOWS_BLOCKING);
  }

  @Test
  void aLineStandsForTheMembersItsWordsSelect() {
    assertThat(member("@Blocking @EveryOverload void f(int x);").members())
        .isEqualTo(new Members.EveryOverload("f", List.of("int")));
    assertThat(member("@Blocking @Matching(\"get.*\") Object any(int ignored);").members())
        .isEqualTo(new Members.Matching("get.*", false));
    assertThat(member("@Blocking @WithAsyncSibling Object any();").members())
        .isEqualTo(new Members.WithAsyncSibling("Async"));
    assertThat(member("@Blocking @WithAsyncSibling(suffix = \"Later\") Object any();").members())
        .isEqualTo(new Members.WithAsyncSibling("Later"));
  }

  @Test
  void conditionsAreAlternativesFromParametersAndMethods() {
    Entry entry =
        member(
            "@Blocking @NeverBlocksWhen(checked = {\"isDone\", \"isOver\"}, configured ="
                + " \"configureBlocking( false )\", from = \"open\") void f(@NeverBlocksWhen(literalAddress = true)"
                + " String host, @NeverBlocksWhen(zero = true) long t);");

    assertThat(entry.neverBlocksWhen())
        .containsExactly(
            new Condition.LiteralAddress(0),
            new Condition.Zero(1),
            new Condition.Checked("isDone"),
            new Condition.Checked("isOver"),
            new Condition.From("open"),
            new Condition.Configured("configureBlocking", "false"))
        .inOrder();
    assertThat(entry.parameters()).isEmpty();
  }

  @Test
  void parametersSayWhatBecomesOfFunctions() {
    Entry entry =
        member(
            "void f(int plain, @RunsAtOnce Runnable a, @Keeps Runnable b, @Offloaded Runnable c,"
                + " @Cooperative @Forbids(FILE) Runnable d, @RunsOn(\"pool\") Runnable e,"
                + " @RunsOn(\"this\") Runnable f, Executor pool, @BlocksLike InputStream in);");

    assertThat(entry.verdict()).isEmpty();
    assertThat(entry.parameters())
        .containsExactly(
            function(1, "a", FunctionFate.RUNS_AT_ONCE, -1, Set.of()),
            function(2, "b", FunctionFate.KEPT, -1, Set.of()),
            function(3, "c", FunctionFate.OFFLOADED, -1, Set.of()),
            function(4, "d", FunctionFate.COOPERATIVE, -1, Set.of(BlockingKind.FILE)),
            function(5, "e", FunctionFate.ON_EXECUTOR, 7, Set.of()),
            function(6, "f", FunctionFate.ON_EXECUTOR, -1, Set.of()),
            new Entry.Parameter(8, "in", Optional.empty(), -1, true, Set.of()))
        .inOrder();
  }

  @Test
  void contextsExecutorsAndHopsAreKept() {
    assertThat(member("@Cooperative void f();").context())
        .hasValue(new Entry.Context(Set.of(), false));
    assertThat(member("@MakesExecutor(CALLER) Object f();").makes())
        .hasValue(ExecutorNature.CALLER);
    assertThat(member("@EveryFunctionParameter(OFFLOADED) Object f();").everyFunction())
        .hasValue(FunctionFate.OFFLOADED);
    assertThat(member("@Hop(governs = BELOW, on = \"s\") Object f(int x, Object s);").hop())
        .hasValue(new Entry.Hop(Governs.BELOW, 1));
    assertThat(member("@Hop(governs = SOURCE) Object f();").hop())
        .hasValue(new Entry.Hop(Governs.SOURCE, -1));
  }

  @Test
  void aMemberMayNarrowItsTypesContext() {
    Stub stub = parse("package a; @Cooperative class A { @Forbids(FILE) void f(); }");

    assertThat(stub.entries().get(1).context())
        .hasValue(new Entry.Context(Set.of(BlockingKind.FILE), false));
  }

  @Test
  void meaningsOfOtherProjectsAnnotationsAreReadByBinaryName() {
    Stub stub =
        parse(
            """
            package a;
            @Means({NON_BLOCKING, COOPERATIVE}) @interface NonBlocking { String value(); }
            class Outer { @Means(Meaning.OFFLOADED) @interface Inner {} }
            """);

    assertThat(stub.meanings())
        .containsExactly(
            "a.NonBlocking",
            Set.of(Meaning.NON_BLOCKING, Meaning.COOPERATIVE),
            "a.Outer$Inner",
            Set.of(Meaning.OFFLOADED));
  }

  private static Entry.Parameter function(
      int position, String name, FunctionFate fate, int executor, Set<BlockingKind> forbids) {
    return new Entry.Parameter(position, name, Optional.of(fate), executor, false, forbids);
  }

  private static Entry member(String declaration) {
    return only(parse("package a; class A { " + declaration + " }"));
  }

  private static Entry only(Stub stub) {
    assertThat(stub.problems()).isEmpty();
    assertThat(stub.entries()).hasSize(1);
    return stub.entries().get(0);
  }

  private static Stub parse(String text) {
    return StubParser.parse("x.stub", text);
  }
}
