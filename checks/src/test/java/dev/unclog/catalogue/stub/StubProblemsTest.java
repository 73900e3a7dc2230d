package dev.unclog.catalogue.stub;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of stub files that are wrong. */
final class StubProblemsTest {
  @Test
  void aFileWithAProblemContributesNothing() {
    Stub stub =
        StubParser.parse(
            "a.stub", "package a; class B { @Blocking void ok(); @Bloking void no(); }");

    assertThat(stub.entries()).isEmpty();
    assertThat(stub.problems())
        .containsExactly(
            new StubProblem("a.stub", 1, "unknown word @Bloking; did you mean @Blocking?"));
  }

  @Test
  void allProblemsAreFoundAndInTheFilesOwnLines() {
    String text =
        """
        @Library(name = "Acme")
        package a;
        class B {
          @Blokcing void one();
          @Blocking(kynd = WAIT) void two();
        }

        // between
        package b;
        class C {
          @NonBlocking
          void fine();
          C(int x);
          @Blocking(kind = NETWROK) C(long x);
        }
        """;

    assertThat(problems(text))
        .containsExactly(
            "x.stub:4: unknown word @Blokcing; did you mean @Blocking?",
            "x.stub:5: unknown attribute kynd of @Blocking; did you mean kind?",
            "x.stub:13: nothing is said about C: give it a word, or leave the line out",
            "x.stub:14: unknown BlockingKind NETWROK; did you mean NETWORK?")
        .inOrder();
  }

  @Test
  void aSyntaxErrorInOneUnitDoesNotHideTheProblemsOfTheNext() {
    assertThat(
            problems(
                "package a;\nclass A { @Blocking int f() @Blocking int g(); }\n"
                    + "package b;\nclass B { @Foo void f(); }"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "package a; clas A {}|1: 'clas' does not belong after ';'",
        "package a;;class A { @Blocking void f() }|2: '}' does not belong after ')'; expected ';'",
        "package a;;class A { @Blocking void f(int); }"
            + "|2: ')' does not belong after 'int'; expected a name",
        "package a;;class A { @Blocking void f();|2: the { on this line is never closed",
        "package a;;class A {;package b;|4: a } is missing before this package line: what opens"
            + " on line 3 is not closed",
        "package a; class A {} }|1: this } closes nothing",
        "package a;;class A { @Blocking(instead = \"x) void f(); }"
            + "|2: a text begins with \" on this line and does not end",
        "package a;;/* class A { }|2: the comment that begins on this line does not end",
        "package a; class A { # }|1: the character # has no meaning in Java",
        "package a;;class A { @Matching(\"\\d\") @Blocking void f(); }"
            + "|2: \\d stands for nothing in a text; \\ itself is written \\\\",
        "package a;;class A { @Blocking(instead = 'join') void f(); }"
            + "|2: ' is no quotation mark in Java: a text stands in \"",
      })
  void syntaxErrorsAreSaidInPlainWords(String text, String problem) {
    String lines = text.replace(";;", ";\n").replace("{;package", "\n{\npackage");

    assertThat(problems(lines)).hasSize(1);
    assertThat(problems(lines).get(0)).startsWith("x.stub:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "void f();|nothing is said about f: give it a word, or leave the line out",
        "@Since(\"9\") void f();|nothing is said about f: give it a word, or leave the line out",
        "int f;|nothing is said about f: give it a word, or leave the line out",
        "@Nullable @Blocking void f();|unknown word @Nullable; there are: @AllowBlocking, @Blocking",
        "@org.jetbrains.annotations.Blocking void f();|unknown word @org.jetbrains.annotations",
        "@Offloaded void f();|@Offloaded says nothing on a method; it stands on a parameter",
        "@Means(BLOCKING) void f();|@Means says nothing on a method; it stands on an annotation type",
        "@Library(name = \"x\") void f();|@Library stands once, before the first package line",
        "@Blocking int f;|@Blocking says nothing on a field; it stands on a type, a method",
        "@Blocking(NETWORK) void f();"
            + "|@Blocking wants its attributes by name: instead = …, kind = …, severity = …",
        "@NonBlocking(true) void f();|@NonBlocking takes nothing in parentheses",
        "@Blocking(instead = 1) void f();|@Blocking wants a text in quotes for instead",
        "@Blocking(kind = WAIT, kind = FILE) void f();|Blocking says kind twice",
        "@Blocking(kind = Severity.ERROR) void f();|unknown BlockingKind Severity.ERROR",
        "@Blocking @Blocking void f();|@Blocking stands here twice",
        "@Blocking @NonBlocking void f();|@Blocking and @NonBlocking contradict each other",
        "@AllowBlocking void f();|@AllowBlocking needs reason = …",
        "@AllowBlocking(reason = \" \") void f();|the reason is empty",
        "@AllowBlocking(reason = \"x\", kinds = FILE) void f();"
            + "|in a stub @AllowBlocking takes no kinds",
        "@NonBlocking @Instead(near = \"a\", use = \"b\") void f();|@Instead needs a @Blocking call",
        "@Blocking @Instead(near = \"\", use = \"b\") void f();|@Instead wants both",
        "@Blocking @Matching(\"a(\") void f();|the pattern a( is no regular expression: Unclosed group",
        "@Blocking @Matching(\"\") void f();|@Matching wants a pattern",
        "@Blocking @Matching(\"a\") @EveryOverload void f();|a line is @EveryOverload, @Matching or",
        "@Matching(\"a\") void f(@Keeps Runnable r);|the parameters of a line for many methods do not",
        "@Blocking @WithAsyncSibling(suffix = \"\") void f();|@WithAsyncSibling wants a suffix",
        "@Blocking @Since(\"\") void f();|@Since wants a version",
        "@Forbids(FILE) void f();|@Forbids narrows @Cooperative or @MarksThreads, and neither",
        "@Cooperative @Forbids({}) void f();|@Forbids wants at least one kind",
        "@Hop(governs = BELOW, on = \"schedular\") void f(Object scheduler);"
            + "|@Hop names a parameter 'schedular' that is not there; did you mean scheduler?",
        "void f(@RunsOn(\"pool\") Runnable task);"
            + "|@RunsOn names a parameter 'pool' that is not there; there are: task",
        "void f(@RunsOn(\"task\") Runnable task);|@RunsOn names the function itself",
        "void f(@Keeps @Offloaded Runnable task);|only one thing can become of a function: @Keeps or",
        "void f(@Blocking Runnable task);|@Blocking says nothing on a parameter",
        "@Blocking @NeverBlocksWhen(zero = true) void f(long t);|zero and literalAddress speak of one",
        "@Blocking @NeverBlocksWhen void f();|@NeverBlocksWhen on a method wants checked",
        "@Blocking void f(@NeverBlocksWhen(checked = \"isDone\") long t);"
            + "|checked, configured and from speak of the receiver",
        "@Blocking @NeverBlocksWhen(from = \"a.b\") void f();|from wants the name of a method",
        "@Blocking void f(@NeverBlocksWhen(from = \"a\") long t);"
            + "|checked, configured and from speak of the receiver",
        "@Blocking void f(@NeverBlocksWhen long t);|@NeverBlocksWhen on a parameter wants zero",
        "@NonBlocking void f(@NeverBlocksWhen(zero = true) long t);|@NeverBlocksWhen is for calls that",
        "@Blocking @NeverBlocksWhen(checked = \"isDone()\") void f();|checked wants the name of a method",
        "@Blocking @NeverBlocksWhen(configured = \"x\") void f();|configured wants a call",
        "@ChecksHub int f();|@ChecksHub wants a method that answers true or false",
        "@ChecksHub @Matching(\"is.*\") boolean f();|@ChecksHub wants a line for one name",
      })
  void mistakesAtMembersSayWhatWasMeant(String member, String problem) {
    List<String> problems = problems("package a;\nclass A {\n" + member + "\n}");

    assertWithMessage("%s", problems).that(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("x.stub:3: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@Blocking class A {}|@Blocking on a type stands for the methods and constructors written",
        "@Instead(near = \"a\", use = \"b\") class A { }|@Instead needs a @Blocking call",
        "@Instead(near = \"a\", use = \"b\") class A { @NonBlocking A(); }|@Instead needs a @Blocking",
        "@MarksThreads @Cooperative class A {}|@MarksThreads speaks of threads and @Cooperative",
        "@Library(name = \"x\") class A {}|@Library stands once, before the first package line",
        "@interface A {}|@Means is missing: what does @A say?",
        "@Means({}) @interface A {}|@Means is missing: what does @A say?",
        "@Means(COOPERATIV) @interface A {}|unknown Meaning COOPERATIV; did you mean COOPERATIVE?",
        "@Cooperative @interface A {}|@Cooperative says nothing on an annotation type",
        "@Means(BLOCKING) class A {}|@Means says nothing on a type; it stands on an annotation type",
        "import java.util.*; @NonBlocking class A { A(); }|import types one by one",
        "@Cooperative package b;|@Cooperative says nothing on a package; it stands on a type, a",
        "@NeverEntered package b; @NeverEntered package b;|the package b is written a second time",
        "class A { @NeverEntered void f(); }|@NeverEntered says nothing on a method; it stands on a"
            + " package, a type",
        "@Library(name = \"x\") package b;|@Library stands once, before the first package line",
      })
  void mistakesAtTypesSayWhatWasMeant(String type, String problem) {
    List<String> problems = problems("package a;\n" + type);

    assertWithMessage("%s", problems).that(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("x.stub:2: " + problem);
  }

  @Test
  void aMemberWrittenTwiceNamesTheFirst() {
    assertThat(
            problems(
                """
                package a;
                class A {
                  @Blocking void f(String s);
                  @NonBlocking void f(java.lang.String other);
                  @Blocking void f(int i);
                  @EveryOverload @Blocking void g(int i);
                  @EveryOverload @Blocking void g(long i);
                }
                package a;
                @Cooperative class A { @NonBlocking void f(int i); }
                @Cooperative class A {}
                """))
        .containsExactly(
            "x.stub:4: a.A#f(java.lang.String) is written a second time; first at x.stub:3",
            "x.stub:7: the line for every overload of a.A#g is written a second time; first at"
                + " x.stub:6",
            "x.stub:10: a.A#f(int) is written a second time; first at x.stub:5",
            "x.stub:11: the type a.A is written a second time; first at x.stub:10")
        .inOrder();
  }

  @Test
  void linesForDifferentVersionsAreNoDuplicates() {
    assertThat(
            problems(
                "package a; class A { @Until(\"21\") @Blocking void f(); @Since(\"21\") @NonBlocking"
                    + " void f(); }"))
        .isEmpty();
  }

  @Test
  void textNestedTooDeepIsAProblemAndNoCrash() {
    String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);

    assertThat(problems("package a; class A { int x = " + deep + "; }")).hasSize(1);
  }

  @Test
  void textCutShortAnywhereIsReadOrRefusedButNeverThrows() {
    String whole =
        """
        @Library(name = "x") package a; import java.util.Map;
        @Blocking(kind = FILE) class A<T> { /* c */ A(int x) throws E; @Matching("a.*") T b(); }
        package b; enum E { @MakesExecutor(CALLER) F, G; } @Means(BLOCKING) @interface H {}
        """;

    for (int end = 0; end < whole.length(); end++) {
      Stub stub = StubParser.parse("x.stub", whole.substring(0, end));
      assertThat(stub.entries().isEmpty() || stub.problems().isEmpty()).isTrue();
    }
  }

  private static List<String> problems(String text) {
    return StubParser.parse("x.stub", text).problems().stream().map(StubProblem::toString).toList();
  }
}
