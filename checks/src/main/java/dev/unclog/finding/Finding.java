package dev.unclog.finding;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One blocking call that cooperative code reaches: a pair of the code that must not block and the
 * call that does.
 *
 * @param check the check that reports it, as in {@code -Xep:BlockingCall:WARN}
 * @param severity what the sink's catalogue entry says; {@link Severity#ERROR} or {@link
 *     Severity#WARNING}
 * @param kind what the thread would wait for; empty where the finding is about a mark and no call
 * @param headline one line: what blocks, and where
 * @param details further lines: the way, why the place is cooperative, what to use instead
 * @param way the calls from the one at the place to the sink, in order; none if that one blocks
 *     itself
 * @param root the cooperative code, as {@code com.acme.Session#onMessage(Message)}
 * @param sink the blocking call, as {@code java.lang.Thread#sleep(long)}; empty where there is none
 * @param place where the call stands
 * @param fingerprint the same as long as root, sink and their order stay the same, wherever they
 *     move
 * @param suppression why it is not reported; empty if it is
 * @param code the same in the terms of class files
 */
public record Finding(
    String check,
    Severity severity,
    Optional<BlockingKind> kind,
    String headline,
    List<String> details,
    List<Step> way,
    String root,
    String sink,
    Place place,
    String fingerprint,
    Optional<String> suppression,
    Code code) {
  /** The check for what blocks. */
  public static final String BLOCKING_CALL = "BlockingCall";

  /** The check for what may block. */
  public static final String POSSIBLY_BLOCKING_CALL = "PossiblyBlockingCall";

  /** The check for locks held over what blocks. */
  public static final String SYNCHRONIZED_IO = "SynchronizedIo";

  /** The check for work that was to be handed on, and is not. */
  public static final String INLINE_SPAWN = "InlineSpawn";

  /** The check for hand-offs that are thrown away. */
  public static final String LOST_HAND_OFF = "LostHandOff";

  /** The check for methods that promise not to block, and do. */
  public static final String BLOCKING_BEFORE_RETURN = "BlockingBeforeReturn";

  /** The check for allowances that allow nothing. */
  public static final String UNNEEDED_ALLOW_BLOCKING = "UnneededAllowBlocking";

  /** How the line begins that says why a place is cooperative. */
  public static final String COOPERATIVE = "cooperative: ";

  /** By the fingerprint, which is another for each finding: no need to go through all its parts. */
  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  /** Copies the list. */
  public Finding {
    details = List.copyOf(details);
    way = List.copyOf(way);
  }

  /**
   * The whole text.
   *
   * @return the headline and the details, a line each
   */
  public String message() {
    return message(details);
  }

  /**
   * The text, as a compiler prints it.
   *
   * @param lines what to say beneath the headline
   * @return the headline and the lines
   */
  public String message(List<String> lines) {
    return lines.isEmpty() ? headline : headline + "\n  " + String.join("\n  ", lines);
  }

  /**
   * This finding, with a suppression that was found later.
   *
   * @param by why it is not reported; empty if it is
   * @return this one, or a copy
   */
  public Finding suppressedBy(Optional<String> by) {
    return by.isEmpty()
        ? this
        : new Finding(
            check,
            severity,
            kind,
            headline,
            details,
            way,
            root,
            sink,
            place,
            fingerprint,
            by,
            code);
  }

  /** The line that says why the place is cooperative. */
  Optional<String> cooperative() {
    return details.stream().filter(line -> line.startsWith(COOPERATIVE)).findFirst();
  }

  /**
   * A call on the way, or the wait for a lock.
   *
   * @param isWait whether it is such a wait
   * @param caller the body in which it stands, as {@code com.acme.Store#save(Item)}; empty if it
   *     stands for a choice between bodies
   * @param callee what is called, or which lock is taken, as people write it
   * @param place where it stands, as {@code ", at Store.java:12"}; empty if unknown
   * @param locks who holds which locks meanwhile, as {@code ", holding the monitor of Store"}
   * @param repair how to settle all ways that go through the body; empty if it cannot be said
   */
  public record Step(
      boolean isWait, String caller, String callee, String place, String locks, String repair) {
    /**
     * The step for people.
     *
     * @return as {@code calls Db.write(Item), at Store.java:12}
     */
    public String text() {
      return (isWait ? "takes " : "calls ") + callee + place + locks;
    }
  }

  /**
   * A stretch of source.
   *
   * @param file as the compiler knows it: a URI
   * @param line counted from 1
   * @param column counted from 1
   * @param endLine counted from 1
   * @param endColumn counted from 1, the first column after the end
   */
  public record Place(String file, int line, int column, int endLine, int endColumn) {}
}
