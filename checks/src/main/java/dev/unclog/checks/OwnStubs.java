package dev.unclog.checks;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.index.CompiledStubs;
import dev.unclog.catalogue.index.IndexException;
import dev.unclog.catalogue.stub.StubFiles;
import dev.unclog.catalogue.stub.StubProblem;
import dev.unclog.catalogue.stub.StubSet;
import dev.unclog.catalogue.stub.StubText;
import dev.unclog.store.TextCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stubs that a user names. They are the same for each module of a build, and the parser is the
 * costliest thing there is to load: what it made of them is kept.
 */
final class OwnStubs {
  private OwnStubs() {}

  /**
   * What stubs say.
   *
   * @param paths files and folders
   * @param cache the folder of this machine to keep them in
   * @throws IllegalArgumentException naming all that is wrong with them, with file and line
   */
  static Catalogue read(List<Path> paths, Optional<Path> cache) {
    List<StubProblem> problems = new ArrayList<>();
    List<StubText> texts = StubFiles.read(paths, problems::add);
    if (!problems.isEmpty()) {
      problems.addAll(StubSet.read(texts).problems());
      throw refusal(problems);
    }
    Optional<TextCache> kept = cache.map(TextCache::new);
    List<String> key =
        texts.stream().flatMap(text -> List.of(text.name(), text.text()).stream()).toList();
    return kept.flatMap(known -> known.read(key))
        .flatMap(OwnStubs::compiled)
        .orElseGet(
            () -> {
              StubSet stubs = StubSet.read(texts);
              if (!stubs.problems().isEmpty()) {
                throw refusal(stubs.problems());
              }
              kept.ifPresent(known -> known.write(key, CompiledStubs.bytes(stubs)));
              return new Catalogue(stubs.entries(), stubs.meanings());
            });
  }

  private static Optional<Catalogue> compiled(byte[] bytes) {
    try {
      return Optional.of(CompiledStubs.catalogue(bytes));
    } catch (IndexException e) {
      return Optional.empty(); // As good as not there.
    }
  }

  private static IllegalArgumentException refusal(List<StubProblem> problems) {
    return new IllegalArgumentException(
        problems.stream().map(StubProblem::toString).collect(Collectors.joining("\n  ")));
  }
}
