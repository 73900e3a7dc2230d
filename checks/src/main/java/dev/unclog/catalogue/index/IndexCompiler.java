package dev.unclog.catalogue.index;

import dev.unclog.catalogue.stub.StubFiles;
import dev.unclog.catalogue.stub.StubProblem;
import dev.unclog.catalogue.stub.StubSet;
import dev.unclog.catalogue.stub.StubText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the stub files that ship into the index. The build runs it; nothing else does. */
public final class IndexCompiler {
  private IndexCompiler() {}

  /**
   * Compiles a folder.
   *
   * @param arguments the folder of the stub files, and the index to write
   * @throws IOException if the index cannot be written
   * @throws IllegalStateException if anything is wrong with the stubs, with the number of problems,
   *     which were printed one a line
   */
  public static void main(String[] arguments) throws IOException {
    Path stubs = Path.of(arguments[0]);
    Path index = Path.of(arguments[1]);
    List<StubProblem> problems = new ArrayList<>();
    byte[] bytes = compile(stubs, problems);
    if (!problems.isEmpty()) {
      problems.forEach(System.err::println);
      throw new IllegalStateException(
          "the stubs in " + stubs + " have problems, printed above: " + problems.size());
    }
    Files.createDirectories(index.toAbsolutePath().getParent());
    Files.write(index, bytes);
  }

  /**
   * Compiles a folder in memory.
   *
   * @param problems takes what is wrong, by path: members that two files speak of included
   * @return the index's bytes, of no worth if there are problems
   */
  static byte[] compile(Path stubs, List<StubProblem> problems) {
    List<StubText> named =
        StubFiles.read(List.of(stubs), problems::add).stream()
            // What ships says which stub it is from, and not on whose machine that lay.
            .map(text -> new StubText(Path.of(text.name()).getFileName().toString(), text.text()))
            .toList();
    StubSet set = StubSet.read(named);
    Stream.concat(set.problems().stream(), set.duplicates().stream())
        .map(
            each ->
                new StubProblem(stubs.resolve(each.file()).toString(), each.line(), each.text()))
        .forEach(problems::add);
    return IndexWriter.write(new Index(set.libraries(), set.entries(), set.meanings()));
  }
}
