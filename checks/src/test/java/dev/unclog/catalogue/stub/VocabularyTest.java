package dev.unclog.catalogue.stub;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.catalogue.Entry.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That stub files can say all that the annotations module has words for, and as it says. */
final class VocabularyTest {
  private static final Path ANNOTATIONS =
      Path.of("../annotations/src/main/java/dev/unclog/annotations");

  @Test
  void everyAnnotationTypeIsAWord() throws IOException {
    Set<String> written = new TreeSet<>(Set.of("Instead.List"));
    try (Stream<Path> files = Files.walk(ANNOTATIONS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (Files.readString(file).contains("public @interface " + name + " ")) {
          written.add(name);
        }
      }
    }

    assertThat(Vocabulary.names()).containsExactlyElementsIn(written);
  }

  @Test
  void everyFateOfAFunctionHasAWord() {
    assertThat(ParameterWords.FATES.keySet()).containsExactlyElementsIn(FunctionFate.values());
  }

  @Test
  void theDocumentedExampleIsAStubAndSaysWhatItSeemsTo() throws IOException {
    String page = Files.readString(ANNOTATIONS.resolve("stub/package-info.java"));
    String example =
        page.substring(
                page.indexOf("<pre>{@code\n") + "<pre>{@code\n".length(),
                page.indexOf(" * }</pre>"))
            .lines()
            .map(line -> line.replaceFirst("^ \\* ?", ""))
            .collect(joining("\n"));

    Stub stub = StubParser.parse("example.stub", example);

    assertThat(stub.problems()).isEmpty();
    assertThat(stub.header().name()).isEqualTo("Acme client");
    Map<Boolean, List<Integer>> linesByVerdict =
        stub.entries().stream()
            .collect(
                partitioningBy(
                    entry -> entry.verdict().orElseThrow() instanceof Verdict.Blocks,
                    mapping(entry -> entry.origin().line(), toList())));
    assertThat(linesByVerdict.get(true)).containsExactly(6, 7, 8, 9);
    assertThat(linesByVerdict.get(false)).containsExactly(10, 11, 12);
  }
}
