package dev.unclog.chains;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the corpus: what is to be found is found, and nothing else is. */
final class ChainsTest {
  private static final Path CORPUS = Path.of("src", "chains").toAbsolutePath();

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> rules() throws IOException {
    Pending pending = Pending.read(CORPUS.resolve("pending"));
    return Rule.in(CORPUS).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> holds(rule, pending)));
  }

  @Test
  void everyRuleHasWhatIsFoundAndWhatIsNot() throws IOException {
    for (Rule rule : Rule.in(CORPUS)) {
      assertWithMessage("%s: findings that are expected", rule.name())
          .that(rule.expected())
          .isNotEmpty();
      assertWithMessage("%s: twins that are silent", rule.name())
          .that(rule.silentTwins())
          .isAtLeast(1);
    }
  }

  @Test
  void onlyRulesThatAreThereArePending() throws IOException {
    assertThat(Rule.in(CORPUS).stream().map(Rule::name).toList())
        .containsAtLeastElementsIn(Pending.read(CORPUS.resolve("pending")).rules());
  }

  private void holds(Rule rule, Pending pending) throws IOException {
    SortedSet<Found> expected = rule.expected();
    SortedSet<Found> found =
        new Compilation(rule, Files.createDirectory(folder.resolve(rule.name()))).findings();
    SortedSet<Found> missing = minus(expected, found);
    SortedSet<Found> unexpected = minus(found, expected);
    if (pending.isWhole(rule)) {
      assertWithMessage("%s holds: take it out of the list of what is pending", rule.name())
          .that(missing.size() + unexpected.size())
          .isGreaterThan(0);
      return;
    }
    SortedSet<String> wrong = new TreeSet<>();
    missing.forEach(one -> wrong.add(one.place()));
    unexpected.forEach(one -> wrong.add(one.place()));
    String difference =
        listed("missing", missing, pending.lines(rule))
            + listed("unexpected", unexpected, pending.lines(rule))
            + listed("pending, but it holds", minus(pending.lines(rule), wrong), List.of());
    assertWithMessage(rule.name() + difference).that(difference).isEmpty();
  }

  private static <T> SortedSet<T> minus(SortedSet<T> all, Collection<T> without) {
    SortedSet<T> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static String listed(String title, Collection<?> some, Collection<String> pending) {
    return some.stream()
        .map(Object::toString)
        .filter(text -> !pending.contains(text.split(" ", 2)[0]))
        .map(text -> "\n  " + title + ": " + text)
        .collect(joining());
  }
}
