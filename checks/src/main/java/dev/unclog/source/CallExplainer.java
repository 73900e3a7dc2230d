package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Coverage;
import dev.unclog.summary.Engine;
import dev.unclog.summary.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a call came to: the answers of the judge, the program and the engine, and which of them
 * decided.
 */
final class CallExplainer {
  private static final int MOST_NAMED = 10;

  private final Callees callees;
  private final Words words;
  private final Judge judge;
  private final Placement placement;
  private final JavacProgram program;
  private final Engine engine;

  CallExplainer(
      Callees callees,
      Words words,
      Judge judge,
      Placement placement,
      JavacProgram program,
      Engine engine) {
    this.callees = callees;
    this.words = words;
    this.judge = judge;
    this.placement = placement;
    this.program = program;
    this.engine = engine;
  }

  String of(Call call) {
    String functions = functions(call);
    return outcome(call) + (functions.isEmpty() ? "" : "; " + functions);
  }

  private String outcome(Call call) {
    Optional<JavacCallee> found = callees.of(call);
    if (found.isEmpty()) {
      return callees.type(call.callee().type()).isEmpty()
          ? "silent: its class is missing"
          : "silent: its class has no such method";
    }
    JavacCallee callee = found.get();
    if (engine.isOffTheHub(call.guards())) {
      return "silent: a branch before it found that this thread is no hub";
    }
    Optional<Judge.Judgement> judged = judge.of(call, callee);
    if (judged.isPresent()) {
      return (judged.get().isSure() ? "blocks (" : "may block (")
          + judged.get().kind().word()
          + "), by "
          + source(judged.get().entry());
    }
    Program.Judged answer = program.judge(call);
    if (answer instanceof Program.Judged.Sink sink) {
      return "may block (" + sink.verdict().kind().word() + "): nobody sees into native code";
    }
    return answer instanceof Program.Judged.Safe ? silent(call, callee) : followed(call);
  }

  /** Why a call that is not followed is no finding. */
  private String silent(Call call, JavacCallee callee) {
    MethodSymbol method = callee.method();
    Optional<Judge.Judgement> otherwise = judge.verdict(call, callee);
    if (otherwise.isPresent()) {
      return excused(otherwise.get());
    }
    Optional<Entry> entry = judge.entry(callee);
    if (entry.isPresent() && entry.get().verdict().get() instanceof Verdict.NeverBlocks) {
      return "never blocks, by " + source(entry);
    }
    if (Jdk.has(method)) {
      return "silent: in the JDK, and not in the catalogue";
    }
    if (judge.knows(call, callee)) {
      return "never blocks, by its own word";
    }
    if (words.allowance(method).or(() -> words.allowance(method.enclClass())).isPresent()) {
      return "allowed: it is marked @AllowBlocking";
    }
    if (words.said(method).says(Meaning.OFFLOADED)) {
      return "silent: it is marked " + words.said(method).annotation();
    }
    return placement.of(method).isPresent()
        ? "silent: it is cooperative itself, and reported there"
        : "silent";
  }

  private String excused(Judge.Judgement otherwise) {
    String by = " (" + otherwise.kind().word() + ", by " + source(otherwise.entry()) + ")";
    if (otherwise.verdict().severity() == Severity.OFF) {
      return "silent: its severity is OFF" + by;
    }
    return words.isTrusted(otherwise.callee().method(), otherwise.kind())
        ? "allowed: it is marked @AllowBlocking" + by
        : "excused by what was found before it, or by what it is given" + by;
  }

  private static String source(Optional<Entry> entry) {
    return entry.map(line -> line.origin().toString()).orElse("its own word");
  }

  private String followed(Call call) {
    List<MethodKey> targets = program.targets(call);
    if (targets.isEmpty()) {
      Coverage.Gap gap = program.gap(call);
      return "not followed: "
          + gap.words()
          + (gap == Coverage.Gap.TOO_MANY ? implementations(call) : "");
    }
    List<String> blocking = new ArrayList<>();
    for (MethodKey target : targets) {
      engine.of(target).stream()
          .findFirst()
          .ifPresent(chain -> blocking.add(program.name(target) + " " + verb(chain)));
    }
    String count = targets.size() == 1 ? "one body" : targets.size() + " bodies";
    return "followed to "
        + count
        + (blocking.isEmpty()
            ? targets.size() == 1 ? ", which was not found to block" : ", none found to block"
            : targets.size() == 1 ? ": " : ", of which ")
        + String.join(", ", blocking);
  }

  private String implementations(Call call) {
    List<MethodKey> all =
        callees.of(call).map(callee -> program.implementations(call, callee)).orElse(List.of());
    return all.stream()
        .limit(MOST_NAMED)
        .map(program::name)
        .collect(
            Collectors.joining(
                ", ", ": ", all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) : ""));
  }

  static String verb(Chain chain) {
    return (chain.isSure() ? "blocks (" : "may block (") + chain.kind().word() + ")";
  }

  /** What becomes of the functions that a call is given. */
  private String functions(Call call) {
    List<String> fates = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Value.Function function) {
        fates.add("the function given to it " + fate(call, i) + runs(function));
      }
    }
    return String.join("; ", fates);
  }

  private String runs(Value.Function function) {
    return engine.of(function.body()).stream()
        .findFirst()
        .map(chain -> "; it " + verb(chain))
        .orElse("");
  }

  private String fate(Call call, int argument) {
    Optional<FunctionFate> said = program.fate(call, argument);
    if (said.isPresent()) {
      return switch (said.get()) {
        case RUNS_AT_ONCE -> "is run at once";
        case KEPT -> "is kept, and its thread not known";
        case OFFLOADED -> "is run where blocking is allowed";
        case COOPERATIVE -> "is cooperative, and reported there";
        case ON_EXECUTOR -> "is run on an executor that is not looked at";
      };
    }
    boolean isOpen = program.judge(call) instanceof Program.Judged.Open;
    return engine
        .runs(isOpen ? program.targets(call) : List.of(), argument)
        .map(isRun -> isRun ? "is run at once" : "is handed off or kept")
        .orElse("has an unknown fate, and is not followed");
  }
}
