package dev.unclog.catalogue.stub;

import dev.unclog.annotations.AllowBlocking;
import dev.unclog.annotations.Blocking;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.NonBlocking;
import dev.unclog.annotations.stub.Forbids;
import dev.unclog.annotations.stub.Instead;
import dev.unclog.annotations.stub.Since;
import dev.unclog.annotations.stub.Until;
import dev.unclog.catalogue.Entry.Context;
import dev.unclog.catalogue.Entry.Nearby;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.Entry.Versions;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words say that types and members carry alike, in the catalogue's terms. */
final class Claims {
  static final String INSTEAD_OF_NOTHING =
      "@Instead needs a @Blocking call to be used instead of, here or on the type";

  private final Words words;
  private final Problems problems;

  Claims(Words words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  static String nothingSaid(String name) {
    return "nothing is said about " + name + ": give it a word, or leave the line out";
  }

  /** The verdict written here; empty if there is none. */
  Optional<Verdict> verdict() {
    List<Class<? extends Annotation>> said =
        Stream.of(Blocking.class, NonBlocking.class, AllowBlocking.class)
            .filter(words::has)
            .toList();
    if (said.size() > 1) {
      problems.add(
          words.line(said.get(1)),
          "@"
              + said.get(0).getSimpleName()
              + " and @"
              + said.get(1).getSimpleName()
              + " contradict each other");
    }
    words.get(AllowBlocking.class).ifPresent(this::checkTrust);
    return words
        .get(Blocking.class)
        .<Verdict>map(b -> new Verdict.Blocks(b.kind(), b.severity(), b.instead(), "", List.of()))
        .or(() -> said.isEmpty() ? Optional.empty() : Optional.of(new Verdict.NeverBlocks()));
  }

  private void checkTrust(AllowBlocking trusted) {
    if (trusted.reason().isBlank()) {
      problems.add(
          words.line(AllowBlocking.class),
          "the reason is empty: say why blocking is no matter here");
    }
    if (trusted.kinds().length > 0) {
      problems.add(
          words.line(AllowBlocking.class),
          "in a stub @AllowBlocking takes no kinds: whoever calls trusts the member, or does not");
    }
  }

  /** The alternatives written here. */
  List<Nearby> nearby() {
    for (Instead instead : words.insteads()) {
      if (instead.near().isBlank() || instead.use().isBlank()) {
        problems.add(
            Math.max(words.line(Instead.class), words.line(Instead.List.class)),
            "@Instead wants both: near which library, and what to use");
      }
    }
    return words.insteads().stream().map(each -> new Nearby(each.near(), each.use())).toList();
  }

  /** The versions written here, and for want of them those around. */
  Versions versions(Versions around) {
    Optional<String> since = words.get(Since.class).map(Since::value);
    Optional<String> until = words.get(Until.class).map(Until::value);
    refuseBlank(since, Since.class);
    refuseBlank(until, Until.class);
    return new Versions(since.orElse(around.since()), until.orElse(around.until()));
  }

  private void refuseBlank(Optional<String> version, Class<? extends Annotation> word) {
    if (version.isPresent() && version.get().isBlank()) {
      problems.add(words.line(word), "@" + word.getSimpleName() + " wants a version");
    }
  }

  /**
   * The context, narrowed by {@code @Forbids}.
   *
   * @param cooperative whether there is one to narrow
   * @param marksThreads whether it is that of marked threads
   */
  Optional<Context> context(boolean cooperative, boolean marksThreads) {
    Set<BlockingKind> forbids = forbids(cooperative);
    return cooperative ? Optional.of(new Context(forbids, marksThreads)) : Optional.empty();
  }

  /** The kinds that are forbidden; none stands for all. */
  Set<BlockingKind> forbids(boolean cooperative) {
    Optional<Forbids> forbids = words.get(Forbids.class);
    if (forbids.isPresent() && (!cooperative || forbids.get().value().length == 0)) {
      problems.add(
          words.line(Forbids.class),
          cooperative
              ? "@Forbids wants at least one kind"
              : "@Forbids narrows @Cooperative or @MarksThreads, and neither stands here");
    }
    return forbids.stream()
        .flatMap(each -> Arrays.stream(each.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
