package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a user's stubs. */
final class OwnStubsTest {
  private static final String HEADER =
      """
      @Library(name = "Store", checkedAgainst = "com.acme:store:1")
      package com.acme;
      """;

  @TempDir private Path folder;
  private Path stub;
  private Path cache;

  @BeforeEach
  void writeStub() throws IOException {
    stub = folder.resolve("own.stub");
    cache = folder.resolve("cache");
    write("class Store { @Blocking void save(); }");
  }

  @Test
  void whatIsKeptSaysWhatTheTextSays() throws IOException {
    Catalogue read = read();
    assertThat(kept()).hasSize(1);

    Catalogue again = read();

    assertThat(again.entries()).isEqualTo(read.entries());
    assertThat(read.entries()).isNotEmpty();
    assertThat(again.meanings()).isEqualTo(read.meanings());
  }

  @Test
  void changedTextIsReadAnew() throws IOException {
    read();
    write("class Store { @Blocking void load(); }");

    assertThat(members(read())).containsExactly("load");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void damagedBytesAreReadOverAndReplaced() throws IOException {
    Catalogue read = read();
    Path file = kept().get(0);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});

    assertThat(read().entries()).isEqualTo(read.entries());
    assertWithMessage("what is kept after that").that(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void mistakesAreToldEachTimeAndNotKept() throws IOException {
    write("class Store { @Bloking void save(); }");
    for (int i = 0; i < 2; i++) {
      assertThat(assertThrows(IllegalArgumentException.class, this::read))
          .hasMessageThat()
          .contains("own.stub:3");
    }
    assertThat(Files.exists(cache)).isFalse();
  }

  @Test
  void withoutCacheNothingIsWritten() throws IOException {
    assertThat(members(OwnStubs.read(List.of(stub), Optional.empty()))).containsExactly("save");
    assertThat(Files.exists(cache)).isFalse();
  }

  private static List<String> members(Catalogue catalogue) {
    return catalogue.entries().stream()
        .map(Entry::members)
        .map(member -> ((Entry.Members.Exactly) member).name())
        .toList();
  }

  private Catalogue read() {
    return OwnStubs.read(List.of(stub), Optional.of(cache));
  }

  private void write(String declaration) throws IOException {
    Files.writeString(stub, HEADER + declaration + "\n");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }
}
