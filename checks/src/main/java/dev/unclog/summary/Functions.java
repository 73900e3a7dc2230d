package dev.unclog.summary;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.summary.FunctionFates.Fate;
import dev.unclog.summary.FunctionFates.Parameter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows functions: which values are functions, and what becomes of those that are given away.
 *
 * <p>A body is read for what it does with its parameters only when somebody asks: a method that is
 * given a function, or the body of a function that takes another one along.
 */
final class Functions {
  /** How many factories in a row are looked behind. */
  private static final int DEEPEST = 4;

  private final Program program;
  private final Premises premises;
  private final FunctionFates fates = new FunctionFates();
  private final Set<MethodKey> noted = new HashSet<>();
  private final Deque<BodyFacts> toNote = new ArrayDeque<>();

  Functions(Program program, Premises premises) {
    this.program = program;
    this.premises = premises;
  }

  /** The functions that a value may be; values of other kinds are none. */
  List<Value.Function> in(Value value) {
    if (value instanceof Value.Function function) {
      return List.of(function);
    }
    if (!(value instanceof Value.Result || value instanceof Value.OneOf)) {
      return List.of();
    }
    Set<Value.Function> found = new LinkedHashSet<>();
    collect(value, 0, found, new HashSet<>());
    return List.copyOf(found);
  }

  /** What a value is behind the factories that returned it; the value itself if that is unknown. */
  Value behind(Value value) {
    Value found = value;
    for (int depth = 0; depth < DEEPEST && found instanceof Value.Result result; depth++) {
      Optional<Value> next = returned(result);
      if (next.isEmpty()) {
        return found;
      }
      found = next.get();
    }
    return found;
  }

  /** What is returned may be several things that others returned: each is looked behind once. */
  private void collect(Value value, int depth, Set<Value.Function> found, Set<Value> seen) {
    if (value instanceof Value.Function function) {
      found.add(function);
    } else if (value instanceof Value.OneOf several) {
      several.values().forEach(each -> collect(each, depth, found, seen));
    } else if (value instanceof Value.Result result && depth < DEEPEST && seen.add(value)) {
      returned(result).ifPresent(behind -> collect(behind, depth + 1, found, seen));
    }
  }

  /** The call that returned something. */
  static Call call(Value.Result result) {
    return Call.of(result.method(), result.receiverType(), result.isExact(), result.arguments());
  }

  /** What a factory returned, as far as its body shows. */
  private Optional<Value> returned(Value.Result result) {
    List<MethodKey> targets = program.targets(call(result));
    return targets.size() == 1
        ? program
            .body(targets.get(0))
            .map(BodyFacts::returned)
            .filter(returned -> !(returned instanceof Value.Unknown))
            .map(returned -> substituted(returned, result.arguments()))
        : Optional.empty();
  }

  /** A value with parameters replaced by what they were given. */
  private static Value substituted(Value value, List<Value> arguments) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.position() < arguments.size()
          ? arguments.get(parameter.position())
          : new Value.Unknown(parameter.type());
    }
    if (value instanceof Value.Function function) {
      return new Value.Function(
          function.body(),
          function.interfaceType(),
          substituted(function.receiver(), arguments),
          function.captured().stream().map(each -> substituted(each, arguments)).toList());
    }
    if (value instanceof Value.Made made) {
      return new Value.Made(
          made.constructor(),
          made.arguments().stream().map(each -> substituted(each, arguments)).toList());
    }
    return value instanceof Value.OneOf several
        ? new Value.OneOf(
            several.values().stream().map(each -> substituted(each, arguments)).toList())
        : value;
  }

  /**
   * Tells what becomes of the function that a call is given, now or when it is found out.
   *
   * @param call the call
   * @param argument the position, from 0
   * @param targets the bodies that the call may run, where no stub decides
   * @param listener told of each fate
   */
  void whenKnown(Call call, int argument, List<MethodKey> targets, Consumer<Fate> listener) {
    Optional<FunctionFate> told = program.fate(call, argument);
    if (told.isPresent()) {
      listener.accept(new Fate(told.get(), Set.of(), call, argument));
      return;
    }
    for (MethodKey target : targets) {
      read(target);
      fates.listen(new Parameter(target, argument), listener);
    }
  }

  /** What becomes of the function that a call is given; empty if its targets' bodies are silent. */
  Map<FunctionFate, Fate> fatesOf(List<MethodKey> targets, int argument) {
    targets.forEach(this::read);
    noteAll();
    return targets.size() == 1 ? fates.of(new Parameter(targets.get(0), argument)) : Map.of();
  }

  /** What several bodies do with a function that any of them may be given. */
  Set<FunctionFate> fatesOfAny(List<MethodKey> targets, int argument) {
    targets.forEach(this::read);
    noteAll();
    Set<FunctionFate> all = new HashSet<>();
    targets.forEach(target -> all.addAll(fates.of(new Parameter(target, argument)).keySet()));
    return all;
  }

  /** Whether there is anything still to be read. */
  boolean hasMore() {
    return !toNote.isEmpty();
  }

  /** Reads what is still to be read. */
  void noteAll() {
    while (!toNote.isEmpty()) {
      note(toNote.poll());
    }
  }

  private void read(MethodKey body) {
    if (noted.add(body)) {
      program.body(body).ifPresent(toNote::add);
    }
  }

  /** Notes what a body does with its parameters. */
  private void note(BodyFacts facts) {
    for (Call call : facts.calls()) {
      Optional<Set<Premise>> presumed = premises.of(call.guards());
      if (presumed.isEmpty()) {
        continue;
      }
      if (call.receiver() instanceof Value.Parameter parameter && program.runsItsReceiver(call)) {
        fates.learn(
            new Parameter(facts.method(), parameter.position()),
            new Fate(FunctionFate.RUNS_AT_ONCE, presumed.get(), call, -1));
      }
      for (Value work : program.ownWork(call)) {
        if (work instanceof Value.Parameter parameter) {
          fates.learn(
              new Parameter(facts.method(), parameter.position()),
              new Fate(FunctionFate.RUNS_AT_ONCE, presumed.get(), call, -1));
        }
      }
      List<MethodKey> targets = null;
      for (int i = 0; i < call.arguments().size(); i++) {
        Value argument = call.arguments().get(i);
        if (carriesParameter(argument)) {
          targets = targets == null ? openTargets(call) : targets;
          notePassedOn(facts.method(), argument, call, i, targets, presumed.get());
        }
      }
    }
  }

  private List<MethodKey> openTargets(Call call) {
    return program.judge(call) instanceof Program.Judged.Open ? program.targets(call) : List.of();
  }

  private static boolean carriesParameter(Value value) {
    if (value instanceof Value.OneOf several) {
      return several.values().stream().anyMatch(Functions::carriesParameter);
    }
    return value instanceof Value.Parameter
        || (value instanceof Value.Function function
            && (function.receiver() instanceof Value.Parameter
                || function.captured().stream().anyMatch(Value.Parameter.class::isInstance)));
  }

  private void notePassedOn(
      MethodKey method,
      Value value,
      Call call,
      int argument,
      List<MethodKey> targets,
      Set<Premise> presumed) {
    if (value instanceof Value.Parameter parameter) {
      Parameter passed = new Parameter(method, parameter.position());
      whenKnown(
          call,
          argument,
          targets,
          fate ->
              before(call.arguments(), fate, presumed)
                  .ifPresent(outer -> fates.learn(passed, outer)));
    } else if (value instanceof Value.OneOf several) {
      several.values().stream()
          .filter(Functions::carriesParameter)
          .forEach(each -> notePassedOn(method, each, call, argument, targets, presumed));
    } else if (value instanceof Value.Function function) {
      whenKnown(
          call,
          argument,
          targets,
          fate ->
              before(call.arguments(), fate, presumed)
                  .ifPresent(outer -> noteTakenAlong(method, function, outer)));
    }
  }

  /** A fate as it is seen by who gives the function away; empty if that never comes. */
  private Optional<Fate> before(List<Value> arguments, Fate fate, Set<Premise> presumed) {
    return premises
        .before(arguments, fate.premises())
        .map(needed -> fate.under(Premises.union(presumed, needed)));
  }

  /** A function that runs another one which it brings shares its fate with it. */
  private void noteTakenAlong(MethodKey method, Value.Function function, Fate fate) {
    if (function.receiver() instanceof Value.Parameter bound
        && program.runsItsReceiver(
            Call.exactly(function.body(), function.receiver(), List.of(), 0))) {
      fates.learn(new Parameter(method, bound.position()), fate);
    }
    for (int i = 0; i < function.captured().size(); i++) {
      if (function.captured().get(i) instanceof Value.Parameter parameter) {
        Parameter outer = new Parameter(method, parameter.position());
        read(function.body());
        fates.listen(
            new Parameter(function.body(), i),
            inner ->
                before(function.captured(), inner, fate.premises())
                    .map(seen -> runs(seen) ? fate.under(seen.premises()) : seen)
                    .ifPresent(seen -> fates.learn(outer, seen)));
      }
    }
  }

  private static boolean runs(Fate fate) {
    return fate.fate() == FunctionFate.RUNS_AT_ONCE;
  }
}
