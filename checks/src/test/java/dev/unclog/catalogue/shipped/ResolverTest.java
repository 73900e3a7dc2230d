package dev.unclog.catalogue.shipped;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.catalogue.stub.Stub;
import dev.unclog.catalogue.stub.StubParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as resolved, on the JDK that runs this. */
final class ResolverTest {
  private static final Release JDK = JdkImages.find().running();

  @Test
  void aMemberThatIsDeclaredResolves() {
    assertThat(problems("class Thread { @Blocking static void sleep(long millis); }")).isEmpty();
  }

  @Test
  void aMemberThatIsInheritedResolves() {
    assertThat(problems("class Thread { @NonBlocking void notifyAll(); }")).isEmpty();
  }

  @Test
  void genericParametersResolveErased() {
    assertThat(problems("interface Comparable<T> { @NonBlocking int compareTo(T other); }"))
        .isEmpty();
  }

  @Test
  void aBridgeDoesNotResolve() {
    assertThat(problems("class String { @NonBlocking int compareTo(Object other); }"))
        .containsExactly(
            "test.stub:2: java.lang.String has no compareTo(java.lang.Object) in " + JDK);
  }

  @Test
  void aConstructorIsNotInherited() {
    assertThat(problems("class Exception { @NonBlocking Exception(int code) {} }")).hasSize(1);
  }

  @Test
  void aMisspeltTypeIsNamedWithItsLine() {
    assertThat(problems("class Thraed { @Blocking static void sleep(long millis); }"))
        .containsExactly("test.stub:2: no type java.lang.Thraed in any of [" + JDK + "]");
  }

  @Test
  void anOverloadThatIsNotThereDoesNotStandForTheOthers() {
    assertThat(problems("class Thread { @Blocking @EveryOverload static void sleep(String s); }"))
        .hasSize(1);
  }

  @Test
  void aPatternMustMatchSomething() {
    assertThat(problems("class Thread { @Blocking @Matching(\"sleep.*\") Object any(); }"))
        .isEmpty();
    assertThat(problems("class Thread { @Blocking @Matching(\"slepp.*\") Object any(); }"))
        .hasSize(1);
  }

  @Test
  void aPatternForWhatSubtypesAddNeedMatchNothingYet() {
    assertThat(
            problems(
                "class Thread { @Blocking @Matching(value = \"slepp.*\", addedBySubtypes = true)"
                    + " Object any(); }"))
        .isEmpty();
  }

  @Test
  void aSiblingMustBeThere() {
    assertThat(
            problems(
                "class Thread { @Blocking @WithAsyncSibling(suffix = \"Nanos\") Object any(); }"))
        .hasSize(1);
    assertThat(
            problems(
                "class Object { @NonBlocking @WithAsyncSibling(suffix = \"All\") Object any(); }"))
        .isEmpty();
  }

  @Test
  void versionsMustBeTrue() {
    assertThat(
            problems("class Thread { @Since(\"99\") @Blocking static void sleep(long millis); }"))
        .containsExactly(
            "test.stub:2: java.lang.Thread has sleep(long), against what it says, in " + JDK);
    assertThat(problems("class Thread { @Since(\"99\") @Blocking static void sleep(String s); }"))
        .isEmpty();
    assertThat(problems("class Thread { @Until(\"9\") @Blocking static void sleep(String s); }"))
        .isEmpty();
  }

  private static List<String> problems(String type) {
    Stub stub = StubParser.parse("test.stub", "package java.lang;\n" + type);
    assertThat(stub.problems()).isEmpty();
    return stub.entries().stream()
        .flatMap(entry -> Resolver.problems(entry, List.of(JDK)).stream())
        .toList();
  }
}
