package dev.unclog.catalogue.shipped;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import dev.unclog.catalogue.index.ShippedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every line that ships speaks of a member that exists, in every release that its file was checked
 * against and that can be had: libraries from Maven, JDKs from this machine.
 */
final class ShippedStubsTest {
  private static final String JDK = "jdk:";
  private static final String REGENERATE = "unclog.members.regenerate";

  private static final Path MEMBERS =
      Path.of(
          System.getProperty("basedir", ""), "src/main/resources/dev/unclog/catalogue/members.tsv");

  private static final JdkImages JDKS = JdkImages.find();
  private static final MavenJars LIBRARIES = new MavenJars();
  private static final Map<String, List<Release>> RELEASES_BY_FILE = new HashMap<>();
  private static final Map<String, List<Entry>> ENTRIES_BY_FILE = new HashMap<>();

  @BeforeAll
  static void findReleases() {
    Map<String, Release> releases = new HashMap<>();
    for (LibraryHeader library : ShippedCatalogue.libraries()) {
      List<Release> found = new ArrayList<>();
      for (String coordinates : library.checkedAgainst()) {
        if (coordinates.startsWith(JDK)) {
          JDKS.feature(coordinates.substring(JDK.length())).ifPresent(found::add);
        } else {
          found.add(
              releases.computeIfAbsent(
                  coordinates, each -> LIBRARIES.release(each, JDKS.running().classFiles())));
        }
      }
      if (speaksOfTheJdk(library) && !found.contains(JDKS.running())) {
        found.add(JDKS.running());
      }
      RELEASES_BY_FILE.put(library.file(), found);
    }
    ENTRIES_BY_FILE.putAll(
        ShippedCatalogue.load().entries().stream()
            .collect(groupingBy(entry -> entry.origin().file())));
  }

  @AfterAll
  static void closeLibraries() throws IOException {
    LIBRARIES.close();
  }

  private static boolean speaksOfTheJdk(LibraryHeader library) {
    return library.checkedAgainst().stream().anyMatch(each -> each.startsWith(JDK));
  }

  @Test
  void everyEntryResolves() {
    List<String> problems = new ArrayList<>();
    ENTRIES_BY_FILE.forEach(
        (file, entries) ->
            entries.forEach(
                entry -> problems.addAll(Resolver.problems(entry, RELEASES_BY_FILE.get(file)))));
    String all = problems.stream().sorted().collect(joining("\n"));
    assertWithMessage("lines of stub files that do not resolve").that(all).isEmpty();
  }

  @Test
  void countsAreUpToDate() throws IOException {
    Census census = new Census();
    ENTRIES_BY_FILE.forEach((file, entries) -> census.add(entries, newest(file)));
    List<String> lines = census.lines();
    if (Boolean.getBoolean(REGENERATE)) {
      Files.createDirectories(MEMBERS.getParent());
      Files.write(MEMBERS, lines);
    }
    assertWithMessage(
            "%s is stale; run the tests once with -D%s=true", MEMBERS.getFileName(), REGENERATE)
        .that(comparable(Files.readAllLines(MEMBERS)))
        .isEqualTo(comparable(lines));
  }

  @Test
  void standsForAsManyMembersAsThereWereFacts() throws IOException {
    int blocking =
        Files.readAllLines(MEMBERS).stream()
            .map(line -> line.split("\t"))
            .filter(columns -> !columns[1].equals(Census.NEVER))
            .mapToInt(columns -> Integer.parseInt(columns[3]))
            .sum();
    assertThat(blocking).isAtLeast(2900);
  }

  private static Collection<Release> newest(String file) {
    return RELEASES_BY_FILE.get(file).stream()
        .collect(toMap(Release::product, Function.identity(), Resolver::later))
        .values();
  }

  /** Without the newest JDK on this machine, nobody can tell how many members it has. */
  private static List<String> comparable(List<String> lines) {
    Optional<LibraryHeader> jdk =
        ShippedCatalogue.libraries().stream().filter(ShippedStubsTest::speaksOfTheJdk).findFirst();
    boolean newestIsHere =
        jdk.stream()
            .flatMap(library -> library.checkedAgainst().stream())
            .mapToInt(each -> Integer.parseInt(each.substring(JDK.length())))
            .max()
            .stream()
            .allMatch(feature -> JDKS.feature(String.valueOf(feature)).isPresent());
    return newestIsHere
        ? lines
        : lines.stream().filter(line -> !line.startsWith(jdk.get().name() + "\t")).toList();
  }
}
