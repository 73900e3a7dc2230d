package dev.unclog.summary;

import dev.unclog.call.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which functions that methods are given are run before the methods return. */
final class FunctionRuns {
  /**
   * A parameter that takes a function.
   *
   * @param method whose
   * @param position from 0
   */
  record Parameter(MethodKey method, int position) {}

  private final Set<Parameter> run = new HashSet<>();
  private final Map<Parameter, List<Runnable>> waiting = new HashMap<>();
  private final Set<Parameter> elsewhere = new HashSet<>();
  private final Map<Parameter, List<Parameter>> passedOn = new HashMap<>();
  private final Deque<Runnable> due = new ArrayDeque<>();
  private boolean isWorking;

  /** Does something as soon as it is known that a parameter's function is run; at once if it is. */
  void whenRun(Parameter parameter, Runnable then) {
    if (run.contains(parameter)) {
      work(then);
    } else {
      waiting.computeIfAbsent(parameter, key -> new ArrayList<>()).add(then);
    }
  }

  /** Learns that a parameter's function is run. */
  void isRun(Parameter parameter) {
    if (run.add(parameter)) {
      List<Runnable> then = waiting.remove(parameter);
      if (then != null) {
        then.forEach(this::work);
      }
    }
  }

  /** Whether a parameter's function is known to be run. */
  boolean isRunAtOnce(Parameter parameter) {
    return run.contains(parameter);
  }

  /** Learns that a parameter's function is run elsewhere or kept, by somebody's word. */
  void isElsewhere(Parameter parameter) {
    elsewhere.add(parameter);
  }

  /** Learns that a parameter's function is given to another's parameter. */
  void isPassedOn(Parameter parameter, Parameter to) {
    passedOn.computeIfAbsent(parameter, key -> new ArrayList<>()).add(to);
  }

  /** Whether it is known what becomes of a parameter's function, here or further on. */
  boolean isDecided(Parameter parameter) {
    Set<Parameter> seen = new HashSet<>();
    Deque<Parameter> open = new ArrayDeque<>(List.of(parameter));
    while (!open.isEmpty()) {
      Parameter next = open.poll();
      if (run.contains(next) || elsewhere.contains(next)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(passedOn.getOrDefault(next, List.of()));
      }
    }
    return false;
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
