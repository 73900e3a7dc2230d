package dev.unclog.source;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.AllowBlocking;
import dev.unclog.annotations.Blocking;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.NonBlocking;
import dev.unclog.annotations.Offloaded;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What annotations in code say, ours and those that other projects brought: all are recognised by
 * name, so that none need be on the class path of whoever reads them.
 */
final class Words {
  private static final String ALLOW_BLOCKING = AllowBlocking.class.getName();
  private static final String BLOCKING = Blocking.class.getName();

  private final Map<String, Set<Meaning>> meanings;

  Words(Catalogue catalogue) {
    Map<String, Set<Meaning>> all = new HashMap<>(catalogue.meanings());
    all.put(Cooperative.class.getName(), EnumSet.of(Meaning.COOPERATIVE));
    all.put(Offloaded.class.getName(), EnumSet.of(Meaning.OFFLOADED));
    all.put(BLOCKING, EnumSet.of(Meaning.BLOCKING));
    all.put(NonBlocking.class.getName(), EnumSet.of(Meaning.NON_BLOCKING));
    this.meanings = all;
  }

  /** An {@code @AllowBlocking}: its reason, and the kinds it allows; none for all. */
  record Allowance(String reason, Set<BlockingKind> kinds) {
    boolean covers(BlockingKind kind) {
      return kinds.isEmpty() || kinds.contains(kind);
    }
  }

  /** A word and the annotation that says it. */
  record Said(Set<Meaning> meanings, String annotation) {
    static final Said NOTHING = new Said(Set.of(), "");

    boolean says(Meaning meaning) {
      return meanings.contains(meaning);
    }
  }

  /** What a declaration's own annotations say. */
  Said said(Symbol symbol) {
    for (Attribute.Compound annotation : annotations(symbol)) {
      Set<Meaning> meant = meanings.get(name(annotation));
      if (meant != null) {
        return new Said(meant, "@" + annotation.type.tsym.name);
      }
    }
    return Said.NOTHING;
  }

  /** The allowance on a declaration itself. */
  Optional<Allowance> allowance(Symbol symbol) {
    for (Attribute.Compound annotation : annotations(symbol)) {
      if (name(annotation).equals(ALLOW_BLOCKING)) {
        EnumSet<BlockingKind> kinds = EnumSet.noneOf(BlockingKind.class);
        if (value(annotation, "kinds") instanceof Attribute.Array array) {
          for (Attribute element : array.values) {
            constant(element, BlockingKind.class).ifPresent(kinds::add);
          }
        }
        return Optional.of(new Allowance(text(annotation, "reason"), kinds));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a method says of itself, or its type of all that is written in it, that it blocks or
   * does not. An allowance is a cut for callers.
   */
  Optional<Verdict> verdict(MethodSymbol method) {
    return ownVerdict(method).or(() -> ownVerdict(method.enclClass()));
  }

  /** Whether a method or its type is trusted with a kind of blocking: a cut for callers. */
  boolean isTrusted(MethodSymbol method, BlockingKind kind) {
    return allowance(method).or(() -> allowance(method.enclClass())).stream()
        .anyMatch(allowance -> allowance.covers(kind));
  }

  private Optional<Verdict> ownVerdict(Symbol symbol) {
    for (Attribute.Compound annotation : annotations(symbol)) {
      String name = name(annotation);
      Set<Meaning> meant = meanings.getOrDefault(name, Set.of());
      if (meant.contains(Meaning.BLOCKING)) {
        return Optional.of(
            new Verdict.Blocks(
                constant(value(annotation, "kind"), BlockingKind.class).orElse(BlockingKind.WAIT),
                constant(value(annotation, "severity"), Severity.class).orElse(Severity.ERROR),
                text(annotation, "instead"),
                "",
                List.of()));
      }
      if (meant.contains(Meaning.NON_BLOCKING)) {
        return Optional.of(new Verdict.NeverBlocks());
      }
    }
    return Optional.empty();
  }

  private static List<Attribute.Compound> annotations(Symbol symbol) {
    return symbol.getRawAttributes();
  }

  private static String name(Attribute.Compound annotation) {
    return NameTexts.of(annotation.type.tsym.flatName());
  }

  private static Attribute value(Attribute.Compound annotation, String element) {
    for (var pair : annotation.values) {
      if (pair.fst.name.contentEquals(element)) {
        return pair.snd;
      }
    }
    return null;
  }

  private static String text(Attribute.Compound annotation, String element) {
    return value(annotation, element) instanceof Attribute.Constant constant
        ? constant.getValue().toString()
        : "";
  }

  /** Constants are compared by name: the annotation may be of another version than this code. */
  private static <E extends Enum<E>> Optional<E> constant(Attribute value, Class<E> type) {
    if (value instanceof Attribute.Enum constant) {
      for (E candidate : type.getEnumConstants()) {
        if (constant.value.name.contentEquals(candidate.name())) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
