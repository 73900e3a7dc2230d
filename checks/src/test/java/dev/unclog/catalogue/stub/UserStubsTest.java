package dev.unclog.catalogue.stub;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stub files as a user names them. */
final class UserStubsTest {
  private static final String BLOCKS = "package a; class A { @Blocking void f(); }";
  private static final String NEVER = "package a; class A { @NonBlocking void f(); }";

  @TempDir Path folder;

  @Test
  void whatIsNotThereIsAProblemAndTheRestIsRead() throws IOException {
    Path missing = folder.resolve("missing.stub");
    Path there = Files.writeString(folder.resolve("there.stub"), BLOCKS);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path binary = Files.write(folder.resolve("binary.stub"), new byte[] {(byte) 0xC3, 0x28});

    UserStubs read = UserStubs.read(List.of(missing, there, empty, binary), List.of());

    assertThat(read.problems())
        .containsExactly(
            new StubProblem(missing.toString(), 0, "there is no such file"),
            new StubProblem(empty.toString(), 0, "there is no *.stub file in this folder"),
            new StubProblem(binary.toString(), 0, "this is no text in UTF-8"));
    assertThat(read.problems().get(0).toString()).isEqualTo(missing + ": there is no such file");
    assertThat(read.catalogue().entries()).hasSize(1);
  }

  @Test
  void aFileWithAProblemLeavesTheOthersBe() {
    UserStubs read =
        UserStubs.read(
            List.of(),
            List.of(new StubText("x.jar!/a.stub", "klass"), new StubText("y.stub", BLOCKS)));

    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0).file()).isEqualTo("x.jar!/a.stub");
    assertThat(read.libraries().stream().map(each -> each.name())).containsExactly("y");
    assertThat(read.catalogue().of("a.A")).hasSize(1);
  }

  @Test
  void aFolderIsReadByNameWithoutWhatIsNoStub() throws IOException {
    Files.writeString(folder.resolve("b.stub"), BLOCKS);
    Files.writeString(folder.resolve("a.stub"), "\uFEFF" + NEVER);
    Files.writeString(folder.resolve("readme.md"), "# not Java");
    Files.createDirectory(folder.resolve("c.stub"));

    UserStubs read = UserStubs.read(List.of(folder), List.of());

    assertThat(read.problems()).isEmpty();
    assertThat(read.catalogue().entries().stream().map(each -> each.origin().file()))
        .containsExactly(folder.resolve("a.stub").toString(), folder.resolve("b.stub").toString())
        .inOrder();
  }

  @Test
  void aUsersFileGoesBeforeALibrarysOwn() throws IOException {
    Path own = Files.writeString(folder.resolve("own.any"), NEVER);

    UserStubs read =
        UserStubs.read(List.of(own), List.of(new StubText("lib.jar!/lib.stub", BLOCKS)));

    assertThat(read.problems()).isEmpty();
    assertThat(read.catalogue().of("a.A").stream().map(Entry::verdict).map(v -> v.orElseThrow()))
        .containsExactly(
            new Verdict.NeverBlocks(),
            ((Verdict.Blocks) StubParser.parse("", BLOCKS).entries().get(0).verdict().get()))
        .inOrder();
  }
}
