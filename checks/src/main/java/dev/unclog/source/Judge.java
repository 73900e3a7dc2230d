package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.call.Call;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Premise;
import dev.unclog.summary.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides whether a call blocks: by the catalogue, by what code says of itself, by what led to it.
 */
final class Judge {
  /** An IPv4 address in figures, or something with a colon in it, which no host name has. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]*|\\[?[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*]?");

  private static final String ANY_NAME = "*";

  private final Words words;
  private final Catalogue catalogue;
  private final Natures natures;
  private final Predicate<ClassSymbol> hasSource;
  private final Map<JavacCallee, Known> known = new IdentityHashMap<>();
  private Set<String> guarded;

  Judge(Words words, Catalogue catalogue, Natures natures, Predicate<ClassSymbol> hasSource) {
    this.hasSource = hasSource;
    this.words = words;
    this.catalogue = catalogue;
    this.natures = natures;
  }

  /**
   * What is held of a call.
   *
   * @param callee what blocks, through the nearest type that is known of its receiver
   * @param verdict that it blocks, how, and what to use instead
   * @param entry the line that says so; empty if the code says it of itself
   * @param premises what it depends on of the parameters around the call
   */
  record Judgement(
      JavacCallee callee, Verdict.Blocks verdict, Optional<Entry> entry, Set<Premise> premises) {
    BlockingKind kind() {
      return verdict.kind();
    }

    boolean isSure() {
      return verdict.severity() == Severity.ERROR;
    }

    Judgement with(Set<Premise> others) {
      return new Judgement(callee, verdict, entry, others);
    }
  }

  /**
   * Whether anything is known of a callee at all, blocking or not, so that nobody need look into
   * it.
   */
  boolean knows(Call call, JavacCallee callee) {
    return isOfTheJdk(callee) || said(callee).isPresent() || entry(call, callee).isPresent();
  }

  /**
   * What is written of a callee; not of a supertype's method, if the body that is run is in sight.
   */
  private Optional<Entry> entry(Call call, JavacCallee callee) {
    Optional<Entry> entry = entry(callee);
    return entry.isEmpty()
            || isSpokenOf(callee.method().owner, entry.get())
            || !isInSight(call, callee)
        ? entry
        : Optional.empty();
  }

  private boolean isSpokenOf(Symbol type, Entry entry) {
    return catalogue.original(NameTexts.of(type.flatName())).equals(entry.type());
  }

  /** Whether the very body that is run can be read. */
  private boolean isInSight(Call call, JavacCallee callee) {
    return call.isExact()
        && !callee.method().isConstructor()
        && hasSource.test(callee.method().enclClass())
        && !Signatures.hasNoBody(callee.method());
  }

  /** Whether the code of a method is a framework's own that need not be looked into. */
  boolean neverEnters(MethodSymbol method) {
    return catalogue.neverEnters(NameTexts.of(method.owner.flatName()));
  }

  /** Whether that holds even where its source is compiled. */
  boolean isCopyOfCore(MethodSymbol method) {
    return catalogue.isCopyOfCore(NameTexts.of(method.owner.flatName()));
  }

  /** What must have been done to a callee's receiver for a call of it not to block. */
  List<Condition> guards(JavacCallee callee) {
    if (!mayBeGuarded(callee.name())) {
      return List.of();
    }
    return entry(callee).stream()
        .flatMap(entry -> entry.neverBlocksWhen().stream())
        .filter(
            condition ->
                condition instanceof Condition.Checked || condition instanceof Condition.Configured)
        .toList();
  }

  /** Facts are read of every call there is, and guards matter for a few names: one probe. */
  private boolean mayBeGuarded(String name) {
    if (guarded == null) {
      guarded = new HashSet<>();
      for (Entry entry : catalogue.entries()) {
        if (entry.neverBlocksWhen().stream().anyMatch(condition -> guard(condition).isPresent())) {
          guarded.add(
              entry.members() instanceof Members.Exactly one
                  ? one.name()
                  : entry.members() instanceof Members.EveryOverload every
                      ? every.name()
                      : ANY_NAME);
        }
      }
    }
    return guarded.contains(name) || guarded.contains(ANY_NAME);
  }

  /** That a call blocks; empty if it does not, or nobody knows. */
  Optional<Judgement> of(Call call, JavacCallee callee) {
    Optional<Judgement> verdict = verdict(call, callee);
    if (verdict.isEmpty()) {
      return verdict; // As nearly always: nothing is made for what comes next.
    }
    return verdict
        .filter(judgement -> judgement.verdict.severity() != Severity.OFF)
        .filter(judgement -> !words.isTrusted(judgement.callee.method(), judgement.kind()))
        .filter(judgement -> !words.said(callee.method()).says(Meaning.OFFLOADED))
        .filter(judgement -> judgement.entry.stream().noneMatch(entry -> isExcused(entry, call)))
        .flatMap(judgement -> byOrigin(judgement, call))
        .map(judgement -> unlessZero(judgement, call));
  }

  /** What a parameter given as a time to wait must not be. */
  private static Judgement unlessZero(Judgement judgement, Call call) {
    Set<Premise> premises = new HashSet<>(judgement.premises);
    for (Entry entry : judgement.entry.stream().toList()) {
      for (Condition condition : entry.neverBlocksWhen()) {
        if (condition instanceof Condition.Zero zero
            && argument(call, zero.parameter()).orElse(null) instanceof Value.Parameter given) {
          premises.add(new Premise.NotZero(given.position()));
        }
      }
    }
    return judgement.with(premises);
  }

  /** What the catalogue says of a callee, and what code does. */
  private record Known(Optional<Entry> entry, Optional<JavacCallee.View> said) {}

  /** The line that decides about a callee. */
  Optional<Entry> entry(JavacCallee callee) {
    return known(callee).entry;
  }

  private Optional<JavacCallee.View> said(JavacCallee callee) {
    return known(callee).said;
  }

  private Known known(JavacCallee callee) {
    Known of = known.get(callee);
    if (of == null) {
      of =
          new Known(
              catalogue.nearest(callee, candidate -> candidate.verdict().isPresent()),
              saidIn(callee));
      known.put(callee, of);
    }
    return of;
  }

  /**
   * The nearer of what a stub says and what the code says; the stub's where they are equally near.
   */
  Optional<Judgement> verdict(Call call, JavacCallee callee) {
    Optional<Entry> entry = entry(call, callee);
    Optional<JavacCallee.View> said = said(callee);
    if (said.isPresent() && (entry.isEmpty() || isNearer(callee, said.get(), entry.get().type()))) {
      return words
          .verdict(said.get().method())
          .flatMap(verdict -> judgement(callee, verdict, Optional.empty()));
    }
    return entry.isEmpty()
        ? Optional.empty()
        : judgement(callee, entry.get().verdict().get(), entry);
  }

  private static Optional<Judgement> judgement(
      JavacCallee callee, Verdict verdict, Optional<Entry> entry) {
    return verdict instanceof Verdict.Blocks blocks
        ? Optional.of(new Judgement(callee, blocks, entry, Set.of()))
        : Optional.empty();
  }

  private Optional<JavacCallee.View> saidIn(JavacCallee callee) {
    if (isOfTheJdk(callee)) {
      return Optional.empty();
    }
    return callee.views().stream()
        .filter(view -> words.verdict(view.method()).isPresent())
        .findFirst();
  }

  private static boolean isOfTheJdk(JavacCallee callee) {
    return NameTexts.of(callee.method().owner.flatName()).startsWith("java.");
  }

  private static boolean isNearer(JavacCallee callee, JavacCallee.View said, String stubbedType) {
    for (JavacCallee.View view : callee.views()) {
      if (NameTexts.is(view.type().flatName(), stubbedType)) {
        return false;
      }
      if (view == said) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExcused(Entry entry, Call call) {
    return entry.neverBlocksWhen().stream().anyMatch(condition -> holds(condition, call))
        || isFromThese(entry, call.receiver(), call.callee().type());
  }

  private static boolean holds(Condition condition, Call call) {
    if (condition instanceof Condition.Zero zero) {
      return argument(call, zero.parameter()).filter(Value.Zero.class::isInstance).isPresent();
    }
    if (condition instanceof Condition.LiteralAddress literal) {
      return argument(call, literal.parameter()).filter(Judge::isAddress).isPresent();
    }
    return guard(condition).filter(call.before()::contains).isPresent();
  }

  /** Whether each thing that a value may be was made by one of the methods that an entry names. */
  private static boolean isFromThese(Entry entry, Value value, String type) {
    if (value instanceof Value.OneOf several) {
      return several.values().stream()
          .allMatch(one -> one instanceof Value.Null || isFromThese(entry, one, type));
    }
    return value instanceof Value.Result result
        && result.method().type().equals(type)
        && entry.neverBlocksWhen().contains(new Condition.From(result.method().name()));
  }

  /** The form in which a call's facts hold what was done before. */
  static Optional<String> guard(Condition condition) {
    if (condition instanceof Condition.Checked checked) {
      return Optional.of(checked.method() + "()");
    }
    return condition instanceof Condition.Configured configured
        ? Optional.of(configured.method() + "(" + configured.argument() + ")")
        : Optional.empty();
  }

  private static Optional<Value> argument(Call call, int position) {
    return position < call.arguments().size()
        ? Optional.of(call.arguments().get(position))
        : Optional.empty();
  }

  private static boolean isAddress(Value argument) {
    return argument instanceof Value.Null
        || (argument instanceof Value.Constant constant
            && ADDRESS.matcher(constant.text()).matches());
  }

  /** Narrows what may block down by where its stream, reader or random numbers come from. */
  private Optional<Judgement> byOrigin(Judgement judgement, Call call) {
    List<Value> deciding = deciding(judgement, call);
    if (deciding.isEmpty()) {
      return Optional.of(judgement);
    }
    List<Value> undecided = new ArrayList<>();
    for (Value value : deciding) {
      Program.StreamNature nature = natures.of(value);
      if (nature.blocks().isPresent()) {
        Verdict.Blocks sure = nature.blocks().get();
        Verdict.Blocks own = judgement.verdict;
        String instead = own.instead().isEmpty() ? sure.instead() : own.instead();
        return Optional.of(
            new Judgement(
                judgement.callee,
                new Verdict.Blocks(
                    sure.kind(), sure.severity(), instead, own.dropIn(), own.nearby()),
                judgement.entry,
                judgement.premises));
      }
      if (!nature.never()) {
        undecided.add(value);
      }
    }
    if (undecided.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        undecided.size() == 1 && undecided.get(0) instanceof Value.Parameter parameter
            ? judgement.with(Set.of(new Premise.Blocks(parameter.position())))
            : judgement);
  }

  /** The values that decide whether a call blocks; none if it blocks by itself. */
  private static List<Value> deciding(Judgement judgement, Call call) {
    List<Value> deciding = new ArrayList<>();
    if (judgement.entry.isPresent()) {
      for (Entry.Parameter parameter : judgement.entry.get().parameters()) {
        if (parameter.decides()) {
          argument(call, parameter.position()).ifPresent(deciding::add);
        }
      }
    }
    boolean hasReceiver = !(call.receiver() instanceof Value.Null);
    if (deciding.isEmpty() && judgement.kind() == BlockingKind.STREAM && hasReceiver) {
      deciding.add(call.receiver());
    }
    return deciding;
  }

  /** What to use instead, in the words of a library that the unit uses if there are such. */
  static String insteadIn(CompilationUnitTree unit, Reason reason, Verdict.Blocks verdict) {
    for (Entry.Nearby nearby : verdict.nearby()) {
      if (reason.framework().startsWith(nearby.packagePrefix() + ".")) {
        return nearby.use();
      }
    }
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
