package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.ErrorProneFlags;
import dev.unclog.annotations.BlockingKind;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a build says by {@code -XepOpt:Unclog:…}. */
class OptionsTest {
  private static Options options(String name, String value) {
    return Options.of(ErrorProneFlags.fromMap(Map.of("Unclog:" + name, value)));
  }

  private static String refusal(String name, String value) {
    return assertThrows(IllegalArgumentException.class, () -> options(name, value)).getMessage();
  }

  @Test
  void unknownOptionNamesTheNearest() {
    assertThat(refusal("kind", "+file")).contains("did you mean -XepOpt:Unclog:Kinds?");
    assertThat(refusal("Frobnicate", "1")).contains("there are: Kinds, Stubs");
  }

  @Test
  void unknownValuesAreRefused() {
    assertThat(refusal("Kinds", "+entropi")).contains("no kind of blocking is called 'entropi'");
    assertThat(refusal("Mode", "recrod")).contains("it can be 'check' or 'record'");
    assertThat(refusal("Cooperative", "#")).contains("marks nothing");
    assertThat(refusal("Cooperative", "a.B#m(int)")).contains("without parameters");
  }

  @Test
  void othersOptionsAreNotOurs() {
    Options options = Options.of(ErrorProneFlags.fromMap(Map.of("NullAway:Kinds", "x")));
    assertThat(options.record()).isFalse();
  }

  @Test
  void kindsGoOnAndOff() {
    Options options = options("Kinds", "+entropy, -file");
    assertThat(options.kinds().includes(BlockingKind.ENTROPY)).isTrue();
    assertThat(options.kinds().includes(BlockingKind.FILE)).isFalse();
    assertThat(options.kinds().includes(BlockingKind.LOGGING)).isFalse();
    assertThat(options.kinds().includes(BlockingKind.WAIT)).isTrue();
  }

  @Test
  void summariesAreWrittenUnlessTheyAreNotWanted() {
    assertThat(options("Mode", "check").summaries()).isTrue();
    assertThat(options("Summaries", "false").summaries()).isFalse();
    assertThat(refusal("Summaries", "no")).contains("it can be 'true' or 'false'");
  }

  @Test
  void theCacheIsAFolderOrOff() {
    assertThat(options("Cache", "off").cache()).isEmpty();
    assertThat(options("Cache", "some/folder").cache()).hasValue(Path.of("some/folder"));
    // Classes that come from no jar are those of somebody who works on them.
    assertThat(options("Mode", "check").cache()).isEmpty();
  }

  @Test
  void stubsAreAPath() {
    assertThat(options("Stubs", "a.stub" + File.pathSeparator + "b").stubs())
        .containsExactly(Path.of("a.stub"), Path.of("b"))
        .inOrder();
  }

  @Test
  void testSourcesAreLeftAloneUnlessAskedFor() {
    String[] test = {
      "import dev.unclog.annotations.*;",
      "class A { @Blocking void b() {} @Cooperative void m() {",
      "  // BUG: Diagnostic contains: blocks",
      "  b();",
      "} }"
    };
    CompilationTestHelper.newInstance(BlockingCall.class, getClass())
        .setArgs("-XepOpt:Unclog:Tests=true")
        .addSourceLines("src/test/java/A.java", test)
        .doTest();
    CompilationTestHelper.newInstance(BlockingCall.class, getClass())
        .addSourceLines("src/test/java/A.java", test)
        .expectNoDiagnostics()
        .doTest();
  }

  @Test
  void generatedSourcesAreLeftAlone() {
    CompilationTestHelper.newInstance(BlockingCall.class, getClass())
        .addSourceLines(
            "A.java",
            "import dev.unclog.annotations.*;",
            "@javax.annotation.processing.Generated(\"by a tool\")",
            "class A { @Blocking void b() {} @Cooperative void m() { b(); } }")
        .doTest();
  }
}
