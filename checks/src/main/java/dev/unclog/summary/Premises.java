package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Node.Edge;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether premises hold for the arguments of a call. */
final class Premises {
  private static final Optional<Set<Premise>> NONE = Optional.of(Set.of());

  /** In the place of a parameter that is not known as yet. */
  private static final int NONE_YET = -1;

  private final Program program;
  private final Constants constants;
  private final Holdings holdings;

  Premises(Program program) {
    this.program = program;
    this.constants = new Constants(program);
    this.holdings = new Holdings(program, constants);
  }

  /**
   * What the guards of a call presume of the parameters around it.
   *
   * @param guards what was found on the way to the call
   * @return the premises; empty if the call is never made on a hub, or once and for all and nobody
   *     is charged for that
   */
  Optional<Set<Premise>> of(List<Guard> guards) {
    if (guards.isEmpty()) {
      return NONE;
    }
    Set<Premise> premises = new HashSet<>();
    for (Guard guard : guards) {
      if (guard.tested() instanceof Value.Flag flag) {
        premises.add(new Premise.Holds(flag, guard.answer()));
      } else if (guard.tested() instanceof Value.IsSet isSet) {
        if (!guard.answer() && isSet.isForGood() && !program.chargesFirstUse()) {
          return Optional.empty();
        }
        if (!guard.answer()) {
          premises.add(new Premise.FirstUse());
        }
      } else if (!is(guard.tested(), guard.answer(), premises)) {
        return Optional.empty();
      }
    }
    return Optional.of(premises);
  }

  /** What must be for a call to run the functions that it is given. */
  static Set<Premise> ofFunctionsGivenTo(Call call) {
    boolean makesWhatIsMissing =
        call.callee().name().equals("computeIfAbsent")
            && call.callee().type().startsWith("java.util.");
    return makesWhatIsMissing ? Set.of(new Premise.FirstUse()) : Set.of();
  }

  static Set<Premise> union(Set<Premise> some, Set<Premise> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<Premise> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Whether guards cannot have found what they found, by what is known of flags as well. */
  boolean areRefuted(List<Guard> guards) {
    return of(guards).filter(this::mayHold).isEmpty();
  }

  /** Whether none of the flags is known to be other than presumed. */
  private boolean mayHold(Set<Premise> premises) {
    for (Premise premise : premises) {
      if (premise instanceof Premise.Holds holds
          && program.flag(holds.flag()).filter(value -> value != holds.value()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /**
   * What premises about a callee come to at a call of it.
   *
   * @param arguments what the callee is given
   * @param after the premises about its parameters
   * @return premises about the parameters around the call; empty if they do not hold
   */
  Optional<Set<Premise>> before(List<Value> arguments, Set<Premise> after) {
    if (after.isEmpty()) {
      return NONE;
    }
    Set<Premise> premises = new HashSet<>();
    for (Premise premise : after) {
      if (premise instanceof Premise.Holds || premise instanceof Premise.FirstUse) {
        premises.add(premise);
      } else if (premise instanceof Premise.Is is
          && !is(argument(arguments, is.parameter()), is.value(), premises)) {
        return Optional.empty();
      } else if (premise instanceof Premise.Equals equals
          && !mayBe(argument(arguments, equals.parameter()), equals, premises)) {
        return Optional.empty();
      }
    }
    return Optional.of(premises);
  }

  /**
   * What a step leads to, given what it leads to from its end.
   *
   * @param edge the step
   * @param after the goal with premises about the parameters at the step's end
   * @return the goal with premises about those at its start; empty if they do not hold
   */
  Optional<Goal> before(Edge edge, Goal after) {
    if (after.premises().isEmpty() && edge.premises.isEmpty()) {
      return Optional.of(after);
    }
    if (!mayHold(edge.premises) || !isFree(edge, after.premises())) {
      return Optional.empty();
    }
    Set<Premise> premises = new HashSet<>(edge.premises);
    premises.removeIf(
        premise ->
            premise instanceof Premise.Holds
                || (premise instanceof Premise.Equals equals
                    && equals.member() != null
                    && !holdings.isKnown(equals.member())));
    // Whose own code the first use is in may well be the first; others come to it later.
    boolean comesLater = premises.remove(new Premise.FirstUse()) && edge.from.method != null;
    if (edge.arguments.isEmpty()) {
      premises.addAll(after.premises());
      return Optional.of(
          new Goal(
              after.sink(),
              after.kind(),
              after.isSure() && !comesLater,
              after.throughLock(),
              after.isFirstUse() || comesLater,
              premises));
    }
    BlockingKind kind = after.kind();
    boolean isSure = after.isSure() && !comesLater;
    for (Premise premise : after.premises()) {
      if (premise instanceof Premise.NotHeld) {
        if (edge.held.isOnThis()) {
          premises.add(premise); // Whose locks another object's are, nobody knows.
        }
        continue;
      }
      Value argument = argument(edge.arguments.get(), ((Premise.OfParameter) premise).parameter());
      if (premise instanceof Premise.Is is) {
        if (!is(argument, is.value(), premises)) {
          return Optional.empty();
        }
      } else if (premise instanceof Premise.Equals equals) {
        boolean mayBe =
            equals.member() == null
                ? mayBe(argument, equals, premises)
                : mayHold(edge, equals, premises);
        if (!mayBe) {
          return Optional.empty();
        }
      } else if (premise instanceof Premise.NotZero) {
        if (argument instanceof Value.Zero) {
          return Optional.empty();
        }
        if (argument instanceof Value.Parameter parameter) {
          premises.add(new Premise.NotZero(parameter.position()));
        }
      } else {
        Program.StreamNature nature = program.nature(argument);
        if (nature.never()) {
          return Optional.empty();
        }
        if (nature.blocks().isPresent()) {
          Verdict.Blocks verdict = nature.blocks().get();
          kind = verdict.kind();
          isSure = verdict.severity() == Severity.ERROR && !comesLater;
        } else if (argument instanceof Value.Parameter parameter) {
          premises.add(new Premise.Blocks(parameter.position()));
        }
      }
    }
    return Optional.of(
        new Goal(
            after.sink(),
            kind,
            isSure,
            after.throughLock(),
            after.isFirstUse() || comesLater,
            premises));
  }

  /**
   * Whether a step is made while locks are held that must not be, or on what its body has made
   * itself, whose monitor nobody else holds.
   */
  private static boolean isFree(Edge edge, Set<Premise> presumed) {
    if (edge.held.on() == Node.On.FRESH) {
      for (Premise premise : presumed) {
        if (premise instanceof Premise.NotHeld taken && taken.lock().name().equals(Lock.THIS)) {
          return false;
        }
      }
    }
    if (edge.held.isOnThis()) {
      for (Lock held : edge.held.locks()) {
        if (presumed.contains(new Premise.NotHeld(held))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a truth value may be what it must be; if a parameter decides, that is noted. */
  private boolean is(Value tested, boolean answer, Set<Premise> premises) {
    if (tested instanceof Value.Not not) {
      return is(not.value(), !answer, premises);
    }
    if (tested instanceof Value.Constant constant) {
      return constant.text().equals(Boolean.toString(answer));
    }
    if (tested instanceof Value.Parameter parameter) {
      return !premises.contains(new Premise.Is(parameter.position(), !answer))
          && (premises.add(new Premise.Is(parameter.position(), answer)) || true);
    }
    if (tested instanceof Value.Equals equals) {
      return mayBe(
          equals.tested(), new Premise.Equals(NONE_YET, null, equals.constant(), answer), premises);
    }
    if (tested instanceof Value.OneOf several) {
      // Whichever: what one of them presumes is not presumed of all.
      return several.values().stream().anyMatch(value -> is(value, answer, new HashSet<>()));
    }
    if (tested instanceof Value.Flag flag) {
      return program.flag(flag).filter(value -> value != answer).isEmpty();
    }
    return !(tested instanceof Value.Result result)
        || program.hubCheck(result).filter(onHub -> onHub != answer).isEmpty();
  }

  /**
   * Whether a value may be what it must be; if a parameter decides, that is noted. An object is not
   * certain to be there: it may be told of a field that has not been set as yet.
   */
  private boolean mayBe(Value value, Premise.Equals presumed, Set<Premise> premises) {
    if (value instanceof Value.Parameter parameter) {
      return isPossible(presumed.of(parameter.position()), premises);
    }
    if (value instanceof Value.Held held && presumed.member() == null) {
      return isPossible(presumed.of(held), premises);
    }
    if (value instanceof Value.OneOf several) {
      return several.values().stream().anyMatch(each -> mayBe(each, presumed, new HashSet<>()));
    }
    return presumed.member() != null || constants.mayBe(value, presumed);
  }

  /** What an object holds may change from one branch to the next; a parameter does not. */
  private boolean isPossible(Premise.Equals needed, Set<Premise> premises) {
    boolean isContradicted =
        needed.member() == null
            && premises.stream().anyMatch(other -> constants.contradict(needed, other));
    return !isContradicted && (premises.add(needed) || true);
  }

  /** Whether an object may hold what is presumed; what this object must hold is noted. */
  private boolean mayHold(Edge edge, Premise.Equals presumed, Set<Premise> premises) {
    Value object =
        presumed.parameter() == Premise.Equals.THIS
            ? edge.receiver
            : argument(edge.arguments.orElseThrow(), presumed.parameter());
    boolean isPassedOn = object instanceof Value.This || object instanceof Value.Parameter;
    if (isPassedOn ? holdings.maySet(edge.from, object, presumed) : !holdings.isIn(object)) {
      return true;
    }
    if (object instanceof Value.This) {
      return isPossible(presumed.of(Premise.Equals.THIS), premises);
    }
    return object instanceof Value.Parameter parameter
        ? isPossible(presumed.of(parameter.position()), premises)
        : holdings.mayBe(edge.from, object, presumed);
  }

  private static Value argument(List<Value> arguments, int position) {
    return position >= 0 && position < arguments.size()
        ? arguments.get(position)
        : new Value.Unknown("");
  }
}
