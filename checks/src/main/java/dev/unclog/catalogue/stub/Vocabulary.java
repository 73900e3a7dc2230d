package dev.unclog.catalogue.stub;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.unclog.annotations.AllowBlocking;
import dev.unclog.annotations.Blocking;
import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.NonBlocking;
import dev.unclog.annotations.Offloaded;
import dev.unclog.annotations.stub.BlocksLike;
import dev.unclog.annotations.stub.ChecksHub;
import dev.unclog.annotations.stub.DropIn;
import dev.unclog.annotations.stub.EveryFunctionParameter;
import dev.unclog.annotations.stub.EveryOverload;
import dev.unclog.annotations.stub.Forbids;
import dev.unclog.annotations.stub.Hop;
import dev.unclog.annotations.stub.Instead;
import dev.unclog.annotations.stub.Keeps;
import dev.unclog.annotations.stub.Library;
import dev.unclog.annotations.stub.MakesExecutor;
import dev.unclog.annotations.stub.MarksThreads;
import dev.unclog.annotations.stub.Matching;
import dev.unclog.annotations.stub.Means;
import dev.unclog.annotations.stub.NeverBlocksWhen;
import dev.unclog.annotations.stub.NeverEntered;
import dev.unclog.annotations.stub.Possibly;
import dev.unclog.annotations.stub.RunsAtOnce;
import dev.unclog.annotations.stub.RunsOn;
import dev.unclog.annotations.stub.Since;
import dev.unclog.annotations.stub.Until;
import dev.unclog.annotations.stub.WithAsyncSibling;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The words that a stub file may use. */
final class Vocabulary {
  private static final Map<String, Class<? extends Annotation>> WORDS =
      List.<Class<? extends Annotation>>of(
              AllowBlocking.class,
              Blocking.class,
              BlocksLike.class,
              ChecksHub.class,
              Cooperative.class,
              DropIn.class,
              EveryFunctionParameter.class,
              EveryOverload.class,
              Forbids.class,
              Hop.class,
              Instead.class,
              Instead.List.class,
              Keeps.class,
              Library.class,
              MakesExecutor.class,
              MarksThreads.class,
              Matching.class,
              Means.class,
              NeverBlocksWhen.class,
              NeverEntered.class,
              NonBlocking.class,
              Offloaded.class,
              Possibly.class,
              RunsAtOnce.class,
              RunsOn.class,
              Since.class,
              Until.class,
              WithAsyncSibling.class)
          .stream()
          .collect(toUnmodifiableMap(Vocabulary::nameOf, Function.identity()));

  /** What a declaration copied from a library may carry along. */
  private static final Set<String> JAVAS_OWN =
      Set.of("Deprecated", "FunctionalInterface", "Override", "SafeVarargs", "SuppressWarnings");

  private Vocabulary() {}

  /**
   * Looks a word up.
   *
   * @param written a simple or full name
   * @return null if there is none
   */
  static Class<? extends Annotation> word(String written) {
    Class<? extends Annotation> simple = WORDS.get(written);
    return simple != null
        ? simple
        : WORDS.values().stream()
            .filter(word -> written.equals(word.getCanonicalName()))
            .findFirst()
            .orElse(null);
  }

  /** Whether an annotation is one of Java's own, which says nothing here and does no harm. */
  static boolean isJavasOwn(String written) {
    return JAVAS_OWN.contains(written);
  }

  /** All words by name. */
  static Set<String> names() {
    return WORDS.keySet();
  }

  /** A word as it is written: {@code Instead.List} for a nested one. */
  static String nameOf(Class<?> word) {
    return word.getEnclosingClass() == null
        ? word.getSimpleName()
        : word.getEnclosingClass().getSimpleName() + "." + word.getSimpleName();
  }
}
