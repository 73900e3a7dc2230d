package dev.unclog.summary;

import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts how far calls could be followed. Reasons are asked for when all is over. */
public final class Coverage {
  private int followed;
  private int farFetched;
  private final Map<Called, Count> unresolved = new LinkedHashMap<>();
  private final List<Given> given = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();
  private final Map<MethodKey, Integer> handedOff = new LinkedHashMap<>();

  /** Why a call was not followed. */
  public enum Gap {
    /** Nothing in sight implements it. */
    NO_IMPLEMENTATION("no implementation in sight"),
    /** More implementations are in sight than are followed, or functions that implement it. */
    TOO_MANY("too many implementations"),
    /** What becomes of a function that is given to it. */
    UNKNOWN_FATE("what becomes of its function is not known"),
    /** Its body is in a class file, and those are not followed. */
    NOT_FOLLOWED("in a class file"),
    /** Which threads an executor has that a function is handed to. */
    UNKNOWN_EXECUTOR("where it is handed off to is not known"),
    /** Its body could not be read. */
    UNREADABLE("body not readable");

    private final String words;

    Gap(String words) {
      this.words = words;
    }

    /**
     * For people.
     *
     * @return a few words
     */
    public String words() {
      return words;
    }
  }

  /**
   * A method that was called and not followed.
   *
   * @param method as the calls name it
   * @param gap why not
   * @param calls how many of them
   */
  public record Unresolved(MethodKey method, Gap gap, int calls) {}

  private record Called(MethodKey method, String through) {}

  /** Calls of one method through one type, and one of them to ask about. */
  private static final class Count {
    final Call call;
    int calls;

    Count(Call call) {
      this.call = call;
    }
  }

  private record Given(MethodKey to, List<MethodKey> targets, int argument) {}

  /** Counts a way that is far-fetched, and therefore not told. */
  public void farFetched() {
    farFetched++;
  }

  /**
   * How many ways were left out as far-fetched.
   *
   * @return a count of findings that would have been possible ones
   */
  public int farFetchedWays() {
    return farFetched;
  }

  void followed() {
    followed++;
  }

  void unresolved(Call call) {
    unresolved.computeIfAbsent(
            new Called(call.callee(), call.receiverType()), called -> new Count(call))
        .calls++;
  }

  /**
   * Takes note of a function that was handed off, nobody knows where to.
   *
   * @param to what it was given to
   */
  public void handedOff(MethodKey to) {
    handedOff.merge(to, 1, Integer::sum);
  }

  /** A function was given to a call; its fate depends on the bodies that are run. */
  void given(MethodKey to, List<MethodKey> targets, int argument) {
    given.add(new Given(to, targets, argument));
  }

  /**
   * Takes note of a class that is named and not there.
   *
   * @param type its binary name; the name of an array's type is passed over
   */
  public void missing(String type) {
    if (!type.isEmpty() && !type.endsWith("[]")) {
      missing.add(type);
    }
  }

  /**
   * How many calls were followed.
   *
   * @return those that led to a body
   */
  public int followedCalls() {
    return followed;
  }

  /**
   * The classes that are named and not there.
   *
   * @return binary names, sorted
   */
  public Set<String> missingClasses() {
    return missing;
  }

  List<Unresolved> unresolved(Program program, Functions functions) {
    Map<Unresolved, Integer> calls = new HashMap<>();
    unresolved
        .values()
        .forEach(
            count ->
                calls.merge(
                    new Unresolved(count.call.callee(), program.gap(count.call), 0),
                    count.calls,
                    Integer::sum));
    for (Given function : given) {
      if (functions.fatesOfAny(function.targets, function.argument).isEmpty()) {
        calls.merge(new Unresolved(function.to, Gap.UNKNOWN_FATE, 0), 1, Integer::sum);
      }
    }
    List<Unresolved> all = new ArrayList<>();
    handedOff.forEach((to, times) -> all.add(new Unresolved(to, Gap.UNKNOWN_EXECUTOR, times)));
    calls.forEach((what, count) -> all.add(new Unresolved(what.method, what.gap, count)));
    return all;
  }
}
