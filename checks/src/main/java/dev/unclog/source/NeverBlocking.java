package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.HashMap;
import java.util.Map;

/** Methods that are said never to block, so that their bodies need not be looked at. */
final class NeverBlocking {
  private final Words words;
  private final Catalogue catalogue;
  private final Callees callees;
  private final Map<MethodSymbol, Boolean> known = new HashMap<>();

  NeverBlocking(Words words, Catalogue catalogue, Callees callees) {
    this.words = words;
    this.catalogue = catalogue;
    this.callees = callees;
  }

  /** Whether a method's own word, or a line about its very type, says that it never blocks. */
  boolean says(MethodSymbol method) {
    return known.computeIfAbsent(method, this::isSaidNeverToBlock);
  }

  private boolean isSaidNeverToBlock(MethodSymbol method) {
    if (words.verdict(method).filter(Verdict.NeverBlocks.class::isInstance).isPresent()) {
      return true;
    }
    String type = NameTexts.of(method.owner.flatName());
    return !catalogue.of(type).isEmpty()
        && catalogue
            .nearest(callees.through(method, type), line -> line.verdict().isPresent())
            .filter(line -> line.type().equals(catalogue.original(type)))
            .flatMap(Entry::verdict)
            .filter(Verdict.NeverBlocks.class::isInstance)
            .isPresent();
  }
}
