package dev.unclog.catalogue.index;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.stub.StubProblem;
import dev.unclog.catalogue.stub.StubSet;
import dev.unclog.catalogue.stub.StubText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index, from stub files and back. */
final class IndexTest {
  /** Every word there is, so that each has to survive. */
  private static final String EVERYTHING =
      """
      @Library(name = "Everything", checkedAgainst = {"a:b:1", "c:d:2"})
      @NeverEntered
      package a;
      @Means({COOPERATIVE, BLOCKING, NON_BLOCKING, OFFLOADED}) @interface Mark {}
      @Cooperative @Forbids({FILE, LOCK}) @MakesExecutor(COOPERATIVE) class A {
        @Blocking(kind = DATABASE, severity = OFF, instead = "später")
        @Instead(near = "x", use = "y") @Instead(near = "z", use = "w")
        @NeverBlocksWhen(checked = {"isDone"}, configured = "configureBlocking(false)", from = "g")
        @Since("1") @Until("2")
        A(@NeverBlocksWhen(zero = true) long t, @NeverBlocksWhen(literalAddress = true) String h);
        @EveryOverload @NonBlocking void b(int[][] x);
        @Matching("c.*") @EveryFunctionParameter(RUNS_AT_ONCE) void c();
        @WithAsyncSibling @Blocking void d();
        @Hop(governs = SOURCE, on = "s") A e(Object s);
        @Hop(governs = BELOW) A f();
        void g(@RunsOn("p") Runnable r, @RunsOn("this") Runnable s, Object p, @BlocksLike Object q,
            @Cooperative @Forbids(NETWORK) Runnable t, @Keeps Runnable u, @Offloaded Runnable v,
            @RunsAtOnce Runnable w);
        @MakesExecutor(CALLER) static Object H;
        @AllowBlocking(reason = "x") @Forbids(ENTROPY) void i();
        @ChecksHub boolean j();
        @ChecksHub(onHub = false) boolean k();
      }
      @MarksThreads interface Marked {}
      @NeverEntered class Core {}
      @Possibly class Maybe { @Cooperative void l(); @EveryFunctionParameter(COOPERATIVE) void m(); }
      """;

  @TempDir Path folder;

  @Test
  void anIndexCutShortAtAnyByteIsRefused() {
    byte[] whole = IndexWriter.write(index(EVERYTHING));

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      IndexException refusal = assertThrows(IndexException.class, () -> IndexReader.read(cut));
      assertThat(refusal).hasMessageThat().contains("have it fetched again");
    }
  }

  @Test
  void anIndexWithAnyByteChangedIsRefused() {
    byte[] whole = IndexWriter.write(index(EVERYTHING));

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      assertThrows(IndexException.class, () -> IndexReader.read(changed));
    }
  }

  @Test
  void anIndexOfAnotherVersionSaysThatVersionsAreMixed() {
    byte[] whole = IndexWriter.write(index(""));
    ByteBuffer.wrap(whole).putInt(4, IndexFormat.VERSION + 1);

    assertThat(assertThrows(IndexException.class, () -> IndexReader.read(whole)))
        .hasMessageThat()
        .isEqualTo(
            "Unclog's catalogue is in format 5, and this reader knows format 4; two versions of"
                + " Unclog are mixed on the processor path: use one version of unclog-checks and"
                + " unclog-annotations");
  }

  @Test
  void aFileThatIsNoIndexIsRefused() {
    assertThat(
            assertThrows(
                IndexException.class,
                () -> IndexReader.read("<html><body>not found".getBytes(UTF_8))))
        .hasMessageThat()
        .startsWith("what should be Unclog's catalogue is something else");
  }

  @Test
  void aKindThatTheVocabularyDoesNotHaveSaysThatVersionsAreMixed() {
    byte[] whole = IndexWriter.write(index(EVERYTHING));
    byte[] body = Arrays.copyOfRange(whole, IndexFormat.HEADER_BYTES, whole.length);
    byte[] word = "DATABASE".getBytes(UTF_8);
    body[indexOf(body, word)] = 'X';
    CRC32 checksum = new CRC32();
    checksum.update(body);
    ByteBuffer.wrap(whole)
        .putInt(12, (int) checksum.getValue())
        .put(IndexFormat.HEADER_BYTES, body);

    assertThat(assertThrows(IndexException.class, () -> IndexReader.read(whole)))
        .hasMessageThat()
        .contains("speaks of a BlockingKind XATABASE; two versions of Unclog are mixed");
  }

  @Test
  void problemsNameTheFileAndNoIndexIsWritten() throws IOException {
    Files.writeString(folder.resolve("a.stub"), "package a;\nclass A { @Bloking void f(); }");
    Path index = folder.resolve("out/catalogue.index");

    assertThrows(
        IllegalStateException.class,
        () -> IndexCompiler.main(new String[] {folder.toString(), index.toString()}));

    assertThat(Files.exists(index)).isFalse();
    List<StubProblem> problems = new ArrayList<>();
    IndexCompiler.compile(folder, problems);
    assertThat(problems)
        .containsExactly(
            new StubProblem(
                folder.resolve("a.stub").toString(),
                2,
                "unknown word @Bloking; did you mean @Blocking?"));
  }

  @Test
  void filesThatShipMustNotSpeakOfTheSameMember() throws IOException {
    Files.writeString(folder.resolve("a.stub"), "package a; class A { @Blocking void f(); }");
    Files.writeString(folder.resolve("b.stub"), "package a; class A { @Blocking void f(); }");
    List<StubProblem> problems = new ArrayList<>();

    IndexCompiler.compile(folder, problems);

    assertThat(problems)
        .containsExactly(
            new StubProblem(
                folder.resolve("b.stub").toString(),
                1,
                "a.A#f() is written a second time; first at a.stub:1"));
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Index written = index(EVERYTHING);

    assertThat(written.entries()).hasSize(17);
    assertThat(IndexReader.read(IndexWriter.write(written))).isEqualTo(written);
  }

  @Test
  void anEmptyIndexIsAnIndex() {
    Index empty = new Index(List.of(), List.of(), Map.of());

    assertThat(IndexReader.read(IndexWriter.write(empty))).isEqualTo(empty);
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    for (Path place : List.of(folder, other)) {
      Files.writeString(place.resolve("x.stub"), EVERYTHING);
      Files.writeString(place.resolve("y.stub"), "package y; class Y { @Blocking void f(); }");
    }
    List<StubProblem> problems = new ArrayList<>();

    assertThat(IndexCompiler.compile(folder, problems))
        .isEqualTo(IndexCompiler.compile(other, problems));
    assertThat(problems).isEmpty();
  }

  @Test
  void whatShipsKnowsTheAnnotationsThatPeopleAlreadyHave() {
    var meanings = ShippedCatalogue.load().meanings();

    assertThat(meanings)
        .containsEntry("org.jetbrains.annotations.Blocking", Set.of(Meaning.BLOCKING));
    assertThat(meanings)
        .containsEntry(
            "org.jetbrains.annotations.NonBlocking",
            Set.of(Meaning.NON_BLOCKING, Meaning.COOPERATIVE));
    assertThat(meanings)
        .containsEntry("io.smallrye.common.annotation.Blocking", Set.of(Meaning.OFFLOADED));
    var reactor = ShippedCatalogue.load().of("reactor.core.scheduler.NonBlocking");
    assertThat(reactor).hasSize(1);
    assertThat(reactor.get(0).members()).isEqualTo(new Members.WholeType());
    assertThat(reactor.get(0).context().orElseThrow().marksThreads()).isTrue();
    assertThat(reactor.get(0).origin().file()).isEqualTo("annotations.stub");
    assertThat(ShippedCatalogue.libraries().stream().map(each -> each.file()))
        .contains("annotations.stub");
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at <= bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("not there");
  }

  private static Index index(String text) {
    StubSet set = StubSet.read(List.of(new StubText("x.stub", text)));
    assertThat(set.problems()).isEmpty();
    return new Index(set.libraries(), set.entries(), set.meanings());
  }
}
