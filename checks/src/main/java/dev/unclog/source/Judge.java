package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a call blocks: by the catalogue, by what code says of itself, by what led to it.
 */
final class Judge {
  /** An IPv4 address in figures, or something with a colon in it, which no host name has. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]*|\\[?[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*]?");

  private final Words words;
  private final Catalogue catalogue;

  Judge(Words words, Catalogue catalogue) {
    this.words = words;
    this.catalogue = catalogue;
  }

  /**
   * What is held of a call.
   *
   * @param callee what blocks, through the nearest type that is known of its receiver
   * @param verdict that it blocks, how, and what to use instead
   * @param entry the line that says so; empty if the code says it of itself
   */
  record Judgement(JavacCallee callee, Verdict.Blocks verdict, Optional<Entry> entry) {
    BlockingKind kind() {
      return verdict.kind();
    }
  }

  /** Whether anything is known of a call at all, blocking or not. */
  boolean knows(Call call) {
    return call.method().owner.flatName().toString().startsWith("java.")
        || said(call.callee()).isPresent()
        || catalogue.nearest(call.callee(), entry -> entry.verdict().isPresent()).isPresent();
  }

  /** That a call in a unit blocks; empty if it does not, or nobody knows. */
  Optional<Judgement> of(Call call, CompilationUnitTree unit, Origins origins) {
    // Where neither the type as declared nor any type has a word on the name, none made here has.
    boolean knownName =
        catalogue.mayKnow(call.callee().name()) || verdict(call.callee()).isPresent();
    return (knownName ? verdict(origins.refine(call)) : Optional.<Judgement>empty())
        .filter(judgement -> judgement.verdict.severity() != Severity.OFF)
        .filter(judgement -> !words.isTrusted(judgement.callee.method(), judgement.kind()))
        .filter(
            judgement -> judgement.entry.stream().noneMatch(entry -> isExcused(entry, call, unit)))
        .flatMap(judgement -> byOrigin(judgement, call, origins));
  }

  /**
   * The nearer of what a stub says and what the code says; the stub's where they are equally near.
   */
  private Optional<Judgement> verdict(JavacCallee callee) {
    Optional<Entry> entry = catalogue.nearest(callee, candidate -> candidate.verdict().isPresent());
    Optional<JavacCallee.View> said = said(callee);
    if (said.isPresent() && (entry.isEmpty() || isNearer(callee, said.get(), entry.get().type()))) {
      return words
          .verdict(said.get().method())
          .flatMap(verdict -> judgement(callee, verdict, Optional.empty()));
    }
    return entry.flatMap(known -> judgement(callee, known.verdict().get(), entry));
  }

  private static Optional<Judgement> judgement(
      JavacCallee callee, Verdict verdict, Optional<Entry> entry) {
    return verdict instanceof Verdict.Blocks blocks
        ? Optional.of(new Judgement(callee, blocks, entry))
        : Optional.empty();
  }

  private Optional<JavacCallee.View> said(JavacCallee callee) {
    if (callee.method().owner.flatName().toString().startsWith("java.")) {
      return Optional.empty();
    }
    return callee.views().stream()
        .filter(view -> words.verdict(view.method()).isPresent())
        .findFirst();
  }

  private static boolean isNearer(JavacCallee callee, JavacCallee.View said, String stubbedType) {
    for (JavacCallee.View view : callee.views()) {
      if (view.type().flatName().contentEquals(stubbedType)) {
        return false;
      }
      if (view == said) {
        return true;
      }
    }
    return false;
  }

  private boolean isExcused(Entry entry, Call call, CompilationUnitTree unit) {
    return entry.neverBlocksWhen().stream().anyMatch(condition -> holds(condition, call, unit));
  }

  private boolean holds(Condition condition, Call call, CompilationUnitTree unit) {
    if (condition instanceof Condition.Zero zero) {
      return argument(call, zero.parameter()).filter(Judge::isZero).isPresent();
    }
    if (condition instanceof Condition.LiteralAddress literal) {
      return argument(call, literal.parameter()).filter(Judge::isAddress).isPresent();
    }
    if (call.receiver().isEmpty()) {
      return false;
    }
    ExpressionTree receiver = call.receiver().get();
    TreePath place = TreePath.getPath(unit, call.tree());
    if (condition instanceof Condition.Checked checked) {
      return Guards.foundTrue(place, receiver, checked.method());
    }
    if (condition instanceof Condition.Configured configured) {
      List<String> arguments =
          configured.argument().isEmpty() ? List.of() : List.of(configured.argument());
      return Guards.wasCalled(place, receiver, configured.method(), arguments);
    }
    return false;
  }

  private static Optional<ExpressionTree> argument(Call call, int position) {
    return position < call.arguments().size()
        ? Optional.of(call.arguments().get(position))
        : Optional.empty();
  }

  private static boolean isZero(ExpressionTree argument) {
    if (ASTHelpers.constValue(argument) instanceof Number number) {
      return number.longValue() == 0 && number.doubleValue() == 0;
    }
    Symbol symbol = ASTHelpers.getSymbol(argument);
    return symbol != null && symbol.isStatic() && symbol.name.contentEquals("ZERO");
  }

  private static boolean isAddress(ExpressionTree argument) {
    return argument.getKind() == Tree.Kind.NULL_LITERAL
        || (ASTHelpers.constValue(argument) instanceof String text
            && ADDRESS.matcher(text).matches());
  }

  /** Narrows what may block down by where its stream, reader or random numbers come from. */
  private Optional<Judgement> byOrigin(Judgement judgement, Call call, Origins origins) {
    List<ExpressionTree> deciding = origins.deciding(judgement, call);
    if (deciding.isEmpty()) {
      return Optional.of(judgement);
    }
    boolean allInMemory = true;
    for (ExpressionTree expression : deciding) {
      Origins.Nature nature = origins.natureOf(expression);
      if (nature.blocks().isPresent()) {
        Verdict.Blocks sure = nature.blocks().get();
        Verdict.Blocks own = judgement.verdict;
        String instead = own.instead().isEmpty() ? sure.instead() : own.instead();
        return Optional.of(
            new Judgement(
                judgement.callee,
                new Verdict.Blocks(
                    sure.kind(), sure.severity(), instead, own.dropIn(), own.nearby()),
                judgement.entry));
      }
      allInMemory &= nature.never();
    }
    return allInMemory ? Optional.empty() : Optional.of(judgement);
  }

  /** What to use instead, in the words of a library that the unit uses if there are such. */
  static String insteadIn(CompilationUnitTree unit, Verdict.Blocks verdict) {
    for (Entry.Nearby nearby : verdict.nearby()) {
      for (ImportTree imported : unit.getImports()) {
        if (imported.getQualifiedIdentifier().toString().startsWith(nearby.packagePrefix() + ".")) {
          return nearby.use();
        }
      }
    }
    return verdict.instead();
  }
}
