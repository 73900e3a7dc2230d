package dev.unclog.store;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that modules brought with them. */
final class StoredFactsTest {
  private static final MethodKey METHOD = new MethodKey("p.T", "m", List.of());
  private static final byte[] CLASS_FILE = {1, 2, 3};

  @TempDir private Path root;
  private final List<String> problems = new ArrayList<>();

  @Test
  void aFolderWithoutFactsHasNone() {
    assertThat(body(root, List.of(), false)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void factsBesideTheirClassFileAreBelieved() throws IOException {
    write(root, Interests.NONE, CLASS_FILE);

    assertThat(body(root, List.of(), false)).isPresent();
  }

  @Test
  void factsBesideAnotherClassFileOrNoneAreNot() throws IOException {
    write(root, Interests.NONE, CLASS_FILE);
    Files.write(root.resolve("p/T.class"), new byte[] {1, 2, 4});
    assertThat(body(root, List.of(), false)).isEmpty();
    assertThat(body(root, List.of(), true)).isEmpty();

    Files.delete(root.resolve("p/T.class"));
    assertThat(body(root, List.of(), false)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void anyByteOfThemChangedOrMissingIsToldOnceAndThatIsAll() throws IOException {
    write(root, Interests.NONE, CLASS_FILE);
    Path file = root.resolve(StoredFacts.RESOURCE);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 16;
      for (byte[] bad : List.of(Arrays.copyOf(whole, i), changed)) {
        Files.write(file, bad);
        problems.clear();
        StoredFacts stored = stored(List.of());

        assertThat(stored.body(Optional.of(root), METHOD, type -> false)).isEmpty();
        assertThat(stored.body(Optional.of(root), METHOD, type -> true)).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith(file + ": it ");
      }
    }
  }

  @Test
  void factsReadForOtherNamesArePassedOverInSilenceWhereThereAreClassFiles() throws IOException {
    write(root, new Interests(Set.of("isDone"), Set.of()), CLASS_FILE);

    assertThat(body(root, List.of(), false)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void factsOnThePathAreForClassFilesWithoutCodeAndTheirOwn() throws IOException {
    Path elsewhere = root.resolve("elsewhere");
    write(elsewhere, Interests.NONE, CLASS_FILE);
    List<Path> path = List.of(root.resolve("missing.jar"), elsewhere);
    Path here = Files.createDirectories(root.resolve("here/p")).getParent();

    Files.write(here.resolve("p/T.class"), new byte[] {7});
    assertThat(body(here, path, /* hasNoCode= */ true)).isPresent();
    assertThat(body(here, path, /* hasNoCode= */ false)).isEmpty();
    Files.write(here.resolve("p/T.class"), CLASS_FILE);
    assertThat(body(here, path, /* hasNoCode= */ false)).isPresent();
    assertThat(body(here, List.of(elsewhere.resolve(StoredFacts.RESOURCE)), false)).isPresent();
    assertThat(problems.get(0)).contains("missing.jar");
  }

  @Test
  void factsOnThePathThatAreOfNoUseAreTold() throws IOException {
    Path elsewhere = root.resolve("elsewhere");
    write(elsewhere, new Interests(Set.of("isDone"), Set.of()), CLASS_FILE);

    assertThat(body(root, List.of(elsewhere), true)).isEmpty();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("by another version of Unclog");
  }

  private StoredFacts stored(List<Path> path) {
    return new StoredFacts(Interests.NONE, path, Optional.empty(), problems::add);
  }

  private Optional<StoredBody> body(Path at, List<Path> path, boolean hasNoCode) {
    return stored(path).body(Optional.of(at), METHOD, type -> hasNoCode);
  }

  private static void write(Path to, Interests interests, byte[] classFile) throws IOException {
    BodyFacts facts = new BodyFacts(METHOD, "T.java", BodyFacts.Nature.CODE, List.of());
    StoredClass type =
        new StoredClass(
            "p.T", Optional.empty(), List.of(), false, false, false, Stamp.of(CLASS_FILE));
    FactsFile file =
        new FactsFile(
            interests,
            List.of(
                StoredUnit.of("p.T", List.of(type), List.of(new StoredBody("p.T", facts, "")))));
    Files.createDirectories(to.resolve(StoredFacts.RESOURCE).getParent());
    Files.write(to.resolve(StoredFacts.RESOURCE), file.bytes());
    Files.createDirectories(to.resolve("p"));
    Files.write(to.resolve("p/T.class"), classFile);
  }
}
