package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.unclog.annotations.stub.Instead;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that one declaration carries. */
final class Words {
  private final Map<Class<?>, Annotation> words = new HashMap<>();
  private final Map<Class<?>, Integer> lines = new HashMap<>();
  private final List<Instead> insteads = new ArrayList<>();
  private boolean broken;

  private Words() {}

  /**
   * Reads what a declaration carries.
   *
   * @param written its annotations
   * @param place what the declaration is
   * @param problems takes what is wrong with them
   * @return those that can be read
   */
  static Words read(List<AnnotationExpr> written, Place place, Problems problems) {
    Words words = new Words();
    for (AnnotationExpr each : written) {
      int before = problems.count();
      words.add(each, place, problems);
      words.broken |= problems.count() > before;
    }
    return words;
  }

  private void add(AnnotationExpr written, Place place, Problems problems) {
    String name = written.getNameAsString();
    if (Vocabulary.isJavasOwn(name)) {
      return;
    }
    Class<? extends Annotation> word = Vocabulary.word(name);
    if (word == null) {
      problems.add(written, "unknown word @" + name + Spelling.hint(name, Vocabulary.names(), "@"));
      return;
    }
    if (!place.takes(word)) {
      problems.add(written, place.refusal(word));
      return;
    }
    Annotation read = new WordReader(problems).read(written, word);
    lines.putIfAbsent(word, Problems.lineOf(written));
    if (read instanceof Instead instead) {
      insteads.add(instead);
    } else if (read instanceof Instead.List list) {
      insteads.addAll(List.of(list.value()));
    } else if (read != null && words.put(word, read) != null) {
      problems.add(written, "@" + name + " stands here twice");
    }
  }

  /** A word that stands at most once. */
  <A extends Annotation> Optional<A> get(Class<A> word) {
    return Optional.ofNullable(word.cast(words.get(word)));
  }

  boolean has(Class<? extends Annotation> word) {
    return words.containsKey(word);
  }

  List<Instead> insteads() {
    return insteads;
  }

  /** Whether some word could not be read, so that what is missing may not be missing. */
  boolean broken() {
    return broken;
  }

  /** Where a word stands. */
  int line(Class<? extends Annotation> word) {
    return lines.getOrDefault(word, 0);
  }
}
