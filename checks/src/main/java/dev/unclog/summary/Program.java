package dev.unclog.summary;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.List;
import java.util.Optional;

/** What the engine has to ask about a program: it knows methods by name only. */
public interface Program {
  /**
   * What a call comes to before anything is followed.
   *
   * @param call in a body
   * @return its judgement
   */
  Judged judge(Call call);

  /**
   * The bodies that a call may run, as far as they are in sight.
   *
   * @param call one that is {@link Judged.Open}
   * @return in a fixed order; empty if nothing is in sight
   */
  List<MethodKey> targets(Call call);

  /**
   * Why {@link #targets} of a call are none. Asked when all is over, and once for many calls.
   *
   * @param call one that is {@link Judged.Open}
   * @return the reason
   */
  Coverage.Gap gap(Call call);

  /**
   * The facts of a body.
   *
   * @param method out of {@link #targets} or of a function
   * @return empty if there is none to be had
   */
  Optional<BodyFacts> body(MethodKey method);

  /**
   * What becomes of the function at a position, by a stub's word or a parameter's.
   *
   * @param call the call it is given to
   * @param argument the position, from 0
   * @return empty if only the body of the callee can tell
   */
  Optional<FunctionFate> fate(Call call, int argument);

  /**
   * Whether a call runs the function that it is made on.
   *
   * @param call a call on a parameter
   * @return true if what is called is the one method of a functional interface
   */
  boolean runsItsReceiver(Call call);

  /**
   * What people call a method.
   *
   * @param method any
   * @return as {@code Store.save(Item)}
   */
  String name(MethodKey method);

  /**
   * What reports and fingerprints call a body.
   *
   * @param method any
   * @return as {@code com.acme.Store#save(Item)}
   */
  String id(MethodKey method);

  /** What a call comes to. */
  sealed interface Judged {
    /**
     * It blocks, or may.
     *
     * @param name as people write it, {@code Thread.sleep(long)}
     * @param id as reports and fingerprints write it
     * @param verdict how, how sure, and what to use instead
     */
    record Sink(String name, String id, Verdict.Blocks verdict) implements Judged {}

    /** It does not block, or is none of ours to follow. */
    record Safe() implements Judged {}

    /** Nobody knows: look what it runs. */
    record Open() implements Judged {}
  }
}
