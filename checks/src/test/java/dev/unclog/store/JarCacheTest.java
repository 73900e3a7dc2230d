package dev.unclog.store;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of jars from one compilation to the next. */
final class JarCacheTest {
  private static final MethodKey METHOD = new MethodKey("T", "m", List.of("int"));

  @TempDir private Path folder;
  private FileSystem jar;

  @BeforeEach
  void openJar() throws IOException {
    jar = jar("code.jar", "T", "one");
  }

  @AfterEach
  void closeJar() throws IOException {
    jar.close();
  }

  @Test
  void nothingIsKnownAtFirstAndNothingIsWrittenThen() throws IOException {
    JarCache cache = cache();

    assertThat(known(cache, jar, METHOD)).isEmpty();
    cache.save();
    assertThat(Files.exists(cacheFolder())).isFalse();
  }

  @Test
  void whatWasLearnedIsKnownTheNextTime() throws IOException {
    learn(jar, METHOD, 7);

    assertThat(known(cache(), jar, METHOD)).hasValue(facts(METHOD, 7));
    assertThat(known(cache(), jar, new MethodKey("T", "m", List.of()))).isEmpty();
  }

  @Test
  void theSameJarElsewhereIsKnownAndAnotherOfItsNameIsNot() throws IOException {
    learn(jar, METHOD, 7);

    Files.createDirectories(folder.resolve("elsewhere"));
    try (FileSystem same = jar("elsewhere/other-name.jar", "T", "one");
        FileSystem other = jar("elsewhere/code.jar", "T", "another")) {
      assertThat(known(cache(), same, METHOD)).hasValue(facts(METHOD, 7));
      assertThat(known(cache(), other, METHOD)).isEmpty();
    }
  }

  @Test
  void whatWasReadForOtherNamesIsNotUsed() throws IOException {
    learn(jar, METHOD, 7);

    Interests others = new Interests(Set.of("isDone"), Set.of());
    JarCache cache = new JarCache(cacheFolder(), others);
    StoredFacts stored = new StoredFacts(others, List.of(), Optional.of(cache), problem -> {});
    assertThat(stored.body(Optional.of(jar.getPath("/")), METHOD, type -> false)).isEmpty();
  }

  @Test
  void compilationsAddToEachOther() throws IOException {
    MethodKey second = new MethodKey("T", "second", List.of());
    MethodKey third = new MethodKey("T", "third", List.of());
    JarCache one = cache();
    JarCache other = cache();
    learn(one, jar, METHOD, 1);
    learn(other, jar, second, 2);
    one.save();
    other.save();
    learn(jar, third, 3);

    assertThat(known(cache(), jar, METHOD)).hasValue(facts(METHOD, 1));
    assertThat(known(cache(), jar, second)).hasValue(facts(second, 2));
    assertThat(known(cache(), jar, third)).hasValue(facts(third, 3));
  }

  @Test
  void anyDamageMakesItAsIfNothingWereKnown() throws IOException {
    learn(jar, METHOD, 7);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      for (byte[] bad : List.of(Arrays.copyOf(whole, i), changed)) {
        Files.write(file, bad);
        assertThat(known(cache(), jar, METHOD)).isEmpty();
      }
    }
    learn(jar, METHOD, 8);
    assertThat(known(cache(), jar, METHOD)).hasValue(facts(METHOD, 8));
  }

  @Test
  void manyWritersAtOnceLeaveWholeFilesAndNothingElse() throws Exception {
    ExecutorService builds = Executors.newFixedThreadPool(8);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      MethodKey method = new MethodKey("T", "m" + i, List.of());
      done.add(
          builds.submit(
              () -> {
                learn(jar, method, 1);
                // Others may have written over it since, but never half.
                return FactsFile.read(Files.readAllBytes(onlyFile()));
              }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    builds.shutdown();
    MethodKey last = new MethodKey("T", "last", List.of());
    learn(jar, last, 1);
    assertThat(known(cache(), jar, last)).isPresent();
    assertThat(onlyFile().toString()).endsWith(".facts");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoTrouble() throws IOException {
    Files.writeString(cacheFolder(), "a file where the folder should be");

    learn(jar, METHOD, 7);

    assertThat(known(cache(), jar, METHOD)).isEmpty();
    assertThat(Files.readString(cacheFolder())).startsWith("a file");
  }

  @Test
  void foldersOfClassesAreNotKept() throws IOException {
    JarCache cache = cache();
    cache.learn(folder, type(), facts(METHOD, 7));
    cache.save();

    assertThat(Files.exists(cacheFolder())).isFalse();
  }

  @Test
  void whatWasUsedLongestAgoGoesFirstAndNothingThatIsNotOurs() throws IOException {
    learn(jar, METHOD, 7);
    Path used = onlyFile();
    Path foreign = Files.write(cacheFolder().resolve("thesis.doc"), new byte[1000]);
    Path old = cacheFolder().resolve("0".repeat(JarDigest.LENGTH) + ".facts");
    Files.write(old, new byte[1000]);
    Path unfinished = cacheFolder().resolve("1".repeat(JarDigest.LENGTH) + ".facts12.tmp");
    Files.write(unfinished, new byte[1]);
    FileTime longAgo = FileTime.from(Instant.now().minusSeconds(100 * 24 * 3600));
    for (Path each : List.of(foreign, old, unfinished, used)) {
      Files.setLastModifiedTime(each, longAgo);
    }
    assertThat(known(cache(), jar, METHOD)).isPresent(); // Which is a use of it.

    new CacheFolder(cacheFolder()).prune(Files.size(used) + 500);

    assertThat(Files.exists(used)).isTrue();
    assertThat(Files.exists(foreign)).isTrue();
    assertThat(Files.exists(old)).isFalse();
    assertThat(Files.exists(unfinished)).isFalse();
  }

  @Test
  void subtypesAreKeptAsWell() throws IOException {
    Path root = jar.getPath("/");
    JarCache cache = cache();
    assertThat(cache.subtypes(root)).isEmpty();
    cache.learn(root, Subtypes.of(Map.of("java.lang.Runnable", List.of("A", "B")), false));
    cache.save();

    Subtypes known = cache().subtypes(root).orElseThrow();

    assertThat(known.of("java.lang.Runnable")).containsExactly("A", "B").inOrder();
    assertThat(known.of("T")).isEmpty();
    assertThat(known.isWhole()).isFalse();
  }

  @Test
  void usesOfConstructorsAreKeptAsWell() throws IOException {
    Path root = jar.getPath("/");
    JarCache cache = cache();
    assertThat(cache.uses(root)).isEmpty();
    Uses uses = Uses.of(Map.of("T", List.of("B", "A"), "U", List.of("A")), Set.of("U"), true);
    cache.learn(root, uses);
    assertThat(cache.uses(root)).hasValue(uses);
    cache.save();

    Uses known = cache().uses(root).orElseThrow();

    assertThat(known.of("T")).containsExactly("B", "A").inOrder();
    assertThat(known.of("V")).isEmpty();
    assertThat(known.areCalls("T")).isTrue();
    assertThat(known.areCalls("U")).isFalse();
  }

  @Test
  void usesInAJarThatIsDamagedTellNothing() throws IOException {
    Path root = jar.getPath("/");
    JarCache cache = cache();
    cache.learn(root, Uses.of(Map.of("T", List.of("A")), Set.of(), /* isWhole= */ false));
    cache.save();

    assertThat(cache().uses(root).orElseThrow().areCalls("T")).isFalse();
  }

  @Test
  void eachSystemHasItsPlaceForCaches() {
    String home = folder.toAbsolutePath().toString();
    String other = folder.resolve("other").toAbsolutePath().toString();
    assertThat(CacheFolder.usual("Linux", Map.of(), home))
        .hasValue(Path.of(home, ".cache", "unclog"));
    assertThat(CacheFolder.usual("Linux", Map.of("XDG_CACHE_HOME", other), home))
        .hasValue(Path.of(other, "unclog"));
    assertThat(CacheFolder.usual("Linux", Map.of("XDG_CACHE_HOME", "relative"), home))
        .hasValue(Path.of(home, ".cache", "unclog"));
    assertThat(CacheFolder.usual("Windows 11", Map.of("LOCALAPPDATA", other), home))
        .hasValue(Path.of(other, "unclog", "cache"));
    assertThat(CacheFolder.usual("Windows 11", Map.of(), home)).isEmpty();
  }

  private Path cacheFolder() {
    return folder.resolve("cache");
  }

  private JarCache cache() {
    return new JarCache(cacheFolder(), Interests.NONE);
  }

  private static void learn(JarCache cache, FileSystem jar, MethodKey method, int position) {
    StoredFacts stored =
        new StoredFacts(Interests.NONE, List.of(), Optional.of(cache), problem -> {});
    stored.learn(jar.getPath("/"), type(), facts(method, position));
  }

  private void learn(FileSystem jar, MethodKey method, int position) {
    JarCache cache = cache();
    learn(cache, jar, method, position);
    cache.save();
  }

  private static Optional<BodyFacts> known(JarCache cache, FileSystem jar, MethodKey method) {
    List<String> problems = new ArrayList<>();
    StoredFacts stored =
        new StoredFacts(Interests.NONE, List.of(), Optional.of(cache), problems::add);
    Optional<BodyFacts> known =
        stored.body(Optional.of(jar.getPath("/")), method, type -> false).map(StoredBody::facts);
    assertThat(problems).isEmpty();
    return known;
  }

  private static StoredClass type() {
    return new StoredClass("T", Optional.of("B"), List.of(), false, false, true, Stamp.NONE);
  }

  private static BodyFacts facts(MethodKey method, int position) {
    return new BodyFacts(
        method,
        "T.java",
        BodyFacts.Nature.CODE,
        List.of(),
        List.of(),
        new Value.Parameter(position, "int"));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(cacheFolder())) {
      List<Path> all = files.filter(file -> !file.toString().endsWith(".tmp")).toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** A jar of one class file, which nobody looks into. */
  private FileSystem jar(String name, String type, String content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(type + ".class"));
      out.write(content.getBytes(UTF_8));
    }
    return FileSystems.newFileSystem(file);
  }
}
