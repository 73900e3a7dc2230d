package dev.unclog.catalogue;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.catalogue.stub.Stub;
import dev.unclog.catalogue.stub.StubParser;
import org.junit.jupiter.api.Test;

/** Which code need not be looked into. */
final class NeverEnteredTest {
  private final Catalogue catalogue =
      catalogue(
          """
          @Library(name = "Framework") @NeverEntered package io.framework;
          package org.mixed;
          interface Api { @Blocking void call(); }
          @NeverEntered class Core { @NonBlocking void run(); }
          package org.mixed.deep;
          class Helper { @NonBlocking void help(); class Inner { @NonBlocking void help(); } }
          """);

  @Test
  void aPackageSpeaksOfItsTypesAndOfThePackagesBelowIt() {
    assertThat(catalogue.neverEnters("io.framework.Loop")).isTrue();
    assertThat(catalogue.neverEnters("io.framework.impl.Deep$Inner")).isTrue();
  }

  @Test
  void aPackageWhoseNameOnlyBeginsAlikeIsAnother() {
    assertThat(catalogue.neverEnters("io.frameworks.Loop")).isFalse();
    assertThat(catalogue.neverEnters("io.Framework")).isFalse();
  }

  @Test
  void aTypeSpeaksOfThoseNestedInIt() {
    assertThat(catalogue.neverEnters("org.mixed.Core")).isTrue();
    assertThat(catalogue.neverEnters("org.mixed.Core$State$1")).isTrue();
    assertThat(catalogue.neverEnters("org.mixed.CoreUser")).isFalse();
  }

  @Test
  void packagesAndTypesOfWhichOtherThingsAreSaidAreEntered() {
    assertThat(catalogue.neverEnters("org.mixed.Api")).isFalse();
    assertThat(catalogue.neverEnters("org.mixed.deep.Helper$Inner")).isFalse();
  }

  @Test
  void aCopyOfALibraryIsKnownByTheNameOfItsPackage() {
    assertThat(catalogue.neverEnters("com.acme.shaded.io.framework.Loop")).isTrue();
    assertThat(catalogue.neverEnters("com.acme.thirdparty.v4.io.framework.Loop")).isTrue();
    assertThat(catalogue.neverEnters("com.acme.io.framework.Loop")).isFalse();
    assertThat(catalogue.neverEnters("com.acme.shaded.io.frameworks.Loop")).isFalse();
    assertThat(catalogue.original("com.acme.deps.org.mixed.Api")).isEqualTo("org.mixed.Api");
    assertThat(catalogue.original("com.acme.deps.org.mixed.Apis"))
        .isEqualTo("com.acme.deps.org.mixed.Apis");
    assertThat(catalogue.isCopyOfCore("com.acme.shaded.io.framework.Loop")).isTrue();
    assertThat(catalogue.isCopyOfCore("com.acme.deps.org.mixed.Api")).isFalse();
    assertThat(catalogue.isCopyOfCore("io.framework.Loop")).isFalse();
  }

  @Test
  void aUsersWordCountsBesideWhatShips() {
    Catalogue both = catalogue.overriddenBy(catalogue("@NeverEntered package com.acme.loop;"));

    assertThat(both.neverEnters("com.acme.loop.Loop")).isTrue();
    assertThat(both.neverEnters("io.framework.Loop")).isTrue();
    assertThat(both.neverEnters("com.acme.App")).isFalse();
  }

  private static Catalogue catalogue(String text) {
    Stub stub = StubParser.parse("test.stub", text);
    assertThat(stub.problems()).isEmpty();
    return new Catalogue(stub.entries(), stub.meanings());
  }
}
