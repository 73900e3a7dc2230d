package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who extends or implements whom in a jar or folder. */
final class DirectSubtypesTest {
  private static final Compiled CODE =
      Compiled.of(
          "class T {}",
          "class B extends T implements Runnable { public void run() {} }",
          "class A extends T { Runnable r = new Runnable() { public void run() {} }; }",
          "class C extends A {}");
  private static final List<String> NAMES = List.of("T", "C", "B", "A", "A$1");

  @TempDir private Path folder;

  @Test
  void aMissingPlaceIsAnErrorWhenAsked() {
    DirectSubtypes missing = DirectSubtypes.in(folder.resolve("none.jar"));

    assertThrows(IOException.class, () -> missing.of("T"));
  }

  @Test
  void aPlaceThatIsNoJarIsAnError() throws IOException {
    DirectSubtypes none = DirectSubtypes.in(Files.writeString(folder.resolve("no.jar"), "<html>"));

    assertThrows(IOException.class, () -> none.of("T"));
  }

  @Test
  void whatEverythingExtendsHasNoSubtypes() throws IOException {
    assertThat(DirectSubtypes.in(folder()).of("java.lang.Object")).isEmpty();
  }

  @Test
  void grandchildrenAndStrangersAreNoDirectSubtypes() throws IOException {
    assertThat(DirectSubtypes.in(folder()).of("C")).isEmpty();
    assertThat(DirectSubtypes.in(folder()).of("java.util.List")).isEmpty();
  }

  @Test
  void classesForCertainVersionsAreLeftOut() throws IOException {
    Files.createDirectories(folder.resolve("META-INF/versions/17"));
    Files.write(folder.resolve("META-INF/versions/17/B.class"), CODE.bytes("B"));

    assertThat(DirectSubtypes.in(folder).of("T")).isEmpty();
  }

  @Test
  void aDamagedClassIsPassedOverAndTold() throws IOException {
    Files.write(folder().resolve("D.class"), new byte[9]);
    DirectSubtypes subtypes = DirectSubtypes.in(folder);

    assertThat(subtypes.of("T")).containsExactly("A", "B").inOrder();
    assertThat(subtypes.isWhole()).isFalse();
  }

  @Test
  void aFolderAndAJarGiveTheSame() throws IOException {
    for (Path place : List.of(folder(), jar())) {
      DirectSubtypes subtypes = DirectSubtypes.in(place);

      assertThat(subtypes.of("T")).containsExactly("A", "B").inOrder();
      assertThat(subtypes.of("A")).containsExactly("C");
      assertThat(subtypes.of("java.lang.Runnable")).containsExactly("A$1", "B").inOrder();
      assertThat(subtypes.isWhole()).isTrue();
    }
  }

  private Path folder() throws IOException {
    for (String name : NAMES) {
      Files.write(folder.resolve(name + ".class"), CODE.bytes(name));
    }
    return folder;
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("code.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : NAMES) {
        out.putNextEntry(new ZipEntry(name + ".class"));
        out.write(CODE.bytes(name));
      }
    }
    return jar;
  }
}
