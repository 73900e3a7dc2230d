package dev.unclog.catalogue.shipped;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import dev.unclog.catalogue.index.ShippedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about frameworks shows what ships: which contexts and hand-offs are known of each. */
final class FrameworkTableTest {
  private static final String REGENERATE = "unclog.frameworks.regenerate";
  private static final String BEGIN = "<!-- made by FrameworkTableTest: begin -->";
  private static final String END = "<!-- made by FrameworkTableTest: end -->";
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""), "../docs/frameworks.md");

  @Test
  void tableIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, begin) + "\n" + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean(REGENERATE)) {
      Files.writeString(PAGE, expected);
      page = expected;
    }
    assertWithMessage("%s is stale; run the tests once with -D%s=true", PAGE, REGENERATE)
        .that(page)
        .isEqualTo(expected);
  }

  private static String table() {
    Map<String, Row> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (LibraryHeader library : ShippedCatalogue.libraries()) {
      rows.computeIfAbsent(library.name(), name -> new Row()).add(library);
    }
    for (Entry entry : ShippedCatalogue.load().entries()) {
      rows.get(entry.origin().library()).add(entry);
    }
    return rows.entrySet().stream()
        .filter(row -> row.getValue().contexts + row.getValue().handOffs > 0)
        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
        .collect(
            joining(
                "",
                "| framework | checked against | contexts | of these possible | hand-offs |\n"
                    + "|---|---|---|---|---|\n",
                ""));
  }

  /** What is known of one framework, in lines of its stub files. */
  private static final class Row {
    final TreeSet<String> versions = new TreeSet<>();
    int contexts;
    int possible;
    int handOffs;

    void add(LibraryHeader library) {
      library.checkedAgainst().forEach(each -> versions.add(each.split("\\+")[0]));
    }

    void add(Entry entry) {
      List<FunctionFate> fates = new ArrayList<>();
      Stream.concat(
              entry.parameters().stream().flatMap(parameter -> parameter.fate().stream()),
              entry.everyFunction().stream())
          .forEach(fates::add);
      boolean isContext =
          entry.context().filter(context -> !context.marksThreads()).isPresent()
              || fates.contains(FunctionFate.COOPERATIVE);
      boolean isHandOff =
          fates.contains(FunctionFate.OFFLOADED)
              || fates.contains(FunctionFate.ON_EXECUTOR)
              || entry.hop().isPresent()
              || entry.makes().equals(Optional.of(ExecutorNature.ALLOWS_BLOCKING));
      contexts += isContext ? 1 : 0;
      possible += isContext && entry.isPossibly() ? 1 : 0;
      handOffs += isHandOff ? 1 : 0;
    }

    @Override
    public String toString() {
      String checked =
          versions.stream()
              .map(each -> each.startsWith("jdk:") ? each : "`" + each + "`")
              .collect(joining(", "));
      return Stream.of(contexts, possible, handOffs)
          .map(Object::toString)
          .collect(joining(" | ", checked + " | ", ""));
    }
  }

  @Test
  void everyLibrarySaysWhatItWasCheckedAgainst() {
    assertThat(ShippedCatalogue.libraries()).isNotEmpty();
    for (LibraryHeader library : ShippedCatalogue.libraries()) {
      assertWithMessage(library.name()).that(library.checkedAgainst()).isNotEmpty();
    }
  }
}
