package dev.unclog.realbugs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemberPatternTest {
  @Test
  void aMemberIsMeantWithAllItsOverloads() {
    MemberPattern open = MemberPattern.parse("com.acme.Session#open");
    assertThat(open.matches("com.acme.Session#open()")).isTrue();
    assertThat(open.matches("com.acme.Session#open(String,int)")).isTrue();
    assertThat(open.matches("com.acme.Session#opened()")).isFalse();
    assertThat(open.matches("com.acme.SessionImpl#open()")).isFalse();
  }

  @Test
  void aMemberIsNotTheFunctionsInIt() {
    assertThat(
            MemberPattern.parse("com.acme.Session#open")
                .matches("com.acme.Session#open(){function}"))
        .isFalse();
  }

  @Test
  void functionsMayStandInFunctions() {
    MemberPattern functions = MemberPattern.parse("com.acme.Session#open{function}");
    assertThat(functions.matches("com.acme.Session#open(int){function}")).isTrue();
    assertThat(functions.matches("com.acme.Session#open(int){function}{function}")).isTrue();
    assertThat(functions.matches("com.acme.Session#open(int)")).isFalse();
  }

  @Test
  void onTheWayAFunctionStandsForItsMember() {
    assertThat(
            MemberPattern.parse("com.acme.Session#open")
                .matchesAround("com.acme.Session#open(){function}"))
        .isTrue();
  }

  @Test
  void aConstructorIsNew() {
    assertThat(
            MemberPattern.parse("java.net.InetSocketAddress#new")
                .matches("java.net.InetSocketAddress#<init>(String,int)"))
        .isTrue();
  }

  @Test
  void aNestedTypeHasADot() {
    assertThat(
            MemberPattern.parse("com.acme.Session.Listener#done")
                .matches("com.acme.Session$Listener#done()"))
        .isTrue();
  }

  @Test
  void anAsteriskStandsForAnyCharacters() {
    MemberPattern pattern = MemberPattern.parse("java.util.concurrent.*Future#get*");
    assertThat(pattern.matches("java.util.concurrent.CompletableFuture#get()")).isTrue();
    assertThat(pattern.matches("java.util.concurrent.Future#getNow(Object)")).isTrue();
    assertThat(pattern.matches("java.util.Future#get()")).isFalse();
  }

  @Test
  void aTypeStandsInTheFileOfItsOutermost() {
    MemberPattern nested = MemberPattern.parse("com.acme.Session.Listener#done");
    assertThat(nested.isIn("com/acme/Session.java")).isTrue();
    assertThat(nested.isIn("com/acme/Sess.java")).isFalse();
    assertThat(nested.isIn("com/acme/other/Session.java")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Session", "#open", "com.acme.Session#", "a b#c", "a#b()"})
  void whatIsNoMemberIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> MemberPattern.parse(text));
  }
}
