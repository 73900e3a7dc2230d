package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.call.Interests;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Headers, and files that are not as they should be. */
final class ClassFactsTest {
  private static final Interests INTERESTS = new Interests(Set.of("isDone"), Set.of("asked"));

  private static final Compiled CODE =
      Compiled.of(
          "import java.util.function.Supplier;",
          "sealed interface T<X> extends Runnable, Supplier<X> permits A, B {}",
          "final class A implements T<String> {",
          "  public void run() {} public String get() { return a(null); }",
          "  boolean asked() { return false; } Runnable made() { return () -> run(); }",
          "  synchronized void lock(boolean b) { synchronized (T.class) { b = !asked(); }",
          "    if (b) { made().run(); } }",
          "  private static String a(int[] x) { return null; } }",
          "abstract non-sealed class B extends Number implements T<String> {}");

  @Test
  void whatIsNoClassFileIsRefused() {
    assertThat(refusal(new byte[0])).isEqualTo("not a class file: 0 bytes");
    assertThat(refusal("<html>not found</html>".getBytes(UTF_8))).startsWith("not a class file");
  }

  @Test
  void aNewerVersionIsNamed() {
    byte[] newer = CODE.bytes("A");
    newer[6] = 0x03;
    newer[7] = (byte) 0xE7;

    assertThat(refusal(newer)).isEqualTo("class file of version 999, newer than can be read");
  }

  @Test
  void aFileCutAnywhereIsRefusedOrRead() {
    byte[] whole = CODE.bytes("A");
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      refused += readAll(Arrays.copyOf(whole, length)) ? 0 : 1;
    }

    assertThat(refused).isGreaterThan(whole.length * 9 / 10);
  }

  @Test
  void aFileDamagedAnywhereIsRefusedOrRead() {
    Random random = new Random(1);
    byte[] whole = CODE.bytes("A");
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      boolean unused = readAll(damaged);
    }
  }

  @Test
  void aHeaderTellsHowTheClassIsDeclared() {
    ClassHeader header = CODE.facts("T").header();

    assertThat(header.name()).isEqualTo("T");
    assertThat(header.superclass()).hasValue("java.lang.Object");
    assertThat(header.interfaces())
        .containsExactly("java.lang.Runnable", "java.util.function.Supplier")
        .inOrder();
    assertThat(header.permittedSubclasses()).containsExactly("A", "B").inOrder();
    assertThat(header.isInterface()).isTrue();
    assertThat(header.sourceFile()).isEqualTo("T.java");

    assertThat(CODE.facts("A").header().isFinal()).isTrue();
    assertThat(CODE.facts("A").header().isInterface()).isFalse();
    assertThat(CODE.facts("B").header().isAbstract()).isTrue();
    assertThat(CODE.facts("B").header().isFinal()).isFalse();
    assertThat(CODE.facts("B").header().superclass()).hasValue("java.lang.Number");
  }

  @Test
  void aHeaderTellsHowMethodsAreDeclared() {
    MethodHeader method =
        CODE.facts("A").header().methods().stream()
            .filter(each -> each.key().name().equals("a"))
            .findFirst()
            .orElseThrow();

    assertThat(method.key().toString()).isEqualTo("A#a(int[])");
    assertThat(method.returnType()).isEqualTo("java.lang.String");
    assertThat(method.isStatic()).isTrue();
    assertThat(method.isPrivate()).isTrue();
    assertThat(method.isSynthetic()).isFalse();
    assertThat(
            CODE.facts("A").header().methods().stream()
                .filter(each -> each.key().name().equals("get"))
                .map(MethodHeader::isSynthetic))
        .containsExactly(false, true);
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(UnreadableClassException.class, () -> ClassFacts.read(bytes)).getMessage();
  }

  /** Whether a file can be read; if not, it must be said in the one right way. */
  private static boolean readAll(byte[] bytes) {
    try {
      ClassFacts facts = ClassFacts.read(bytes);
      facts.header().methods().forEach(method -> facts.body(method.key(), INTERESTS));
      return true;
    } catch (UnreadableClassException e) {
      assertWithMessage("message").that(e).hasMessageThat().isNotEmpty();
      return false;
    }
  }
}
