package dev.unclog.chains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule's part of the corpus.
 *
 * @param folder where it lies; its name is the rule's
 */
record Rule(Path folder) {
  private static final Pattern FINDS = Pattern.compile("// finds: (.+)$");
  private static final Pattern SILENT = Pattern.compile("// silent\\b");

  /** All rules of a corpus, by name. */
  static List<Rule> in(Path corpus) throws IOException {
    try (Stream<Path> folders = Files.list(corpus)) {
      return folders.filter(Files::isDirectory).sorted().map(Rule::new).toList();
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** What is compiled with the checks on. */
  List<Path> sources() throws IOException {
    return sourcesIn(folder);
  }

  /** What is compiled before, without them; may be none. */
  List<Path> jarSources() throws IOException {
    Path jar = folder.resolve("jar");
    return Files.isDirectory(jar) ? sourcesIn(jar) : List.of();
  }

  /** The compiler's options for this rule. */
  List<String> options() throws IOException {
    Path options = folder.resolve("options");
    return Files.exists(options)
        ? Files.readAllLines(options).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.replace("${rule}", folder.toString()))
            .toList()
        : List.of();
  }

  /** What its sources say is to be found. */
  SortedSet<Found> expected() throws IOException {
    SortedSet<Found> expected = new TreeSet<>();
    for (Path source : sources()) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        Matcher comment = FINDS.matcher(lines.get(i));
        if (comment.find()) {
          for (String what : comment.group(1).split(";")) {
            expected.add(new Found(source.getFileName().toString(), i + 1, what.strip()));
          }
        }
      }
    }
    return expected;
  }

  /** How many methods are marked as twins that nothing may be found in. */
  int silentTwins() throws IOException {
    int twins = 0;
    for (Path source : sources()) {
      twins += (int) SILENT.matcher(Files.readString(source)).results().count();
    }
    return twins;
  }

  private static List<Path> sourcesIn(Path folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
    }
    return sources;
  }
}
