package dev.unclog.source;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "read,read",
    "*,read",
    "re*,read",
    "*ad,read",
    "r*d,read",
    "r**d,rd",
    "*a*b*,xaxbx",
    "a*a,aa",
    "com.*.Session,com.acme.deep.Session",
    "*ab*ab,abab"
  })
  void matches(String glob, String name) {
    assertThat(Glob.of(glob).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "read,reads",
    "read,Read",
    "re*,are",
    "*ad,reads",
    "r*d,rda",
    "a*a,a",
    "*a*b*,xbxax",
    "*ab*ab,ab",
    "a*b*b,ab",
    "com.*.Session,com.Session"
  })
  void doesNotMatch(String glob, String name) {
    assertThat(Glob.of(glob).matches(name)).isFalse();
  }

  @Test
  void nothingMatchesNothingOnly() {
    assertThat(Glob.of("").matches("")).isTrue();
    assertThat(Glob.of("").matches("read")).isFalse();
  }
}
