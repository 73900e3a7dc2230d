package dev.unclog.summary;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What becomes of the functions that methods are given, as their bodies show. */
final class FunctionFates {
  /**
   * A parameter that takes a function.
   *
   * @param method whose
   * @param position from 0
   */
  record Parameter(MethodKey method, int position) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Parameter parameter
          && parameter.position == position
          && parameter.method.equals(method);
    }

    @Override
    public int hashCode() {
      return method.hashCode() * 31 + position;
    }
  }

  /**
   * What becomes of a function in the end.
   *
   * @param fate where it runs
   * @param premises what must hold of the parameters of the method for that
   * @param by the call that decides it: one that runs it, or one whose stub tells
   * @param argument its position there, from 0; -1 if the call is made on it
   */
  record Fate(FunctionFate fate, Set<Premise> premises, Call by, int argument) {
    /** Copies the set. */
    Fate {
      premises = Set.copyOf(premises);
    }

    /** The same as seen by a caller. */
    Fate under(Set<Premise> others) {
      return others.equals(premises) ? this : new Fate(fate, others, by, argument);
    }
  }

  /** With more conditions than this, one of them will hold. */
  private static final int MOST_VARIANTS = 4;

  private final Map<Parameter, List<Fate>> known = new HashMap<>();
  private final Map<Parameter, List<Consumer<Fate>>> listeners = new HashMap<>();
  private final Deque<Runnable> due = new ArrayDeque<>();
  private boolean isWorking;

  /** Learns what becomes of a parameter's function. A method may do several things with it. */
  void learn(Parameter parameter, Fate fate) {
    List<Fate> fates = known.computeIfAbsent(parameter, key -> new ArrayList<>(1));
    int variants = 0;
    for (Fate other : fates) {
      if (other.fate() == fate.fate()) {
        if (fate.premises().containsAll(other.premises())) {
          return;
        }
        variants++;
      }
    }
    if (variants == MOST_VARIANTS && !fate.premises().isEmpty()) {
      learn(parameter, fate.under(Set.of()));
    } else {
      fates.add(fate);
      // A listener may make others listen, which are told of this fate by then.
      for (Consumer<Fate> listener : List.copyOf(listeners.getOrDefault(parameter, List.of()))) {
        work(() -> listener.accept(fate));
      }
    }
  }

  /** Tells a listener of each fate of a parameter's function, those known at once. */
  void listen(Parameter parameter, Consumer<Fate> listener) {
    listeners.computeIfAbsent(parameter, key -> new ArrayList<>()).add(listener);
    List.copyOf(known.getOrDefault(parameter, List.of()))
        .forEach(fate -> work(() -> listener.accept(fate)));
  }

  /** All that is known of a parameter's function by now, whatever it depends on. */
  Map<FunctionFate, Fate> of(Parameter parameter) {
    Map<FunctionFate, Fate> fates = new EnumMap<>(FunctionFate.class);
    known.getOrDefault(parameter, List.of()).forEach(fate -> fates.putIfAbsent(fate.fate(), fate));
    return fates;
  }

  /** One after the other, and never one inside the other: passing on may go deep. */
  private void work(Runnable task) {
    due.add(task);
    if (!isWorking) {
      isWorking = true;
      while (!due.isEmpty()) {
        due.poll().run();
      }
      isWorking = false;
    }
  }
}
