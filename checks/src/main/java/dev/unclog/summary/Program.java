package dev.unclog.summary;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * Of the bodies that a call on the object itself may run, those of objects that run the method
   * which makes the call, too: a class that overrides that method never comes to it.
   *
   * @param method makes the call, or has a function in it that does
   * @param targets as {@link #targets} gave them
   * @return some of these, in the same order
   */
  List<MethodKey> whereRun(MethodKey method, List<MethodKey> targets);

  /**
   * Who chooses which of its targets a call runs.
   *
   * @param call one that is {@link Judged.Open}
   * @return by whom the type is declared through which it is made
   */
  Chooser chooser(Call call);

  /** Who has a say in what implements a type. */
  enum Chooser {
    /** The compilation declares the type: what implements it is in sight. */
    OWN,
    /** A dependency declares it, and all that is in sight of its implementations. */
    OTHERS,
    /** A dependency declares it for others to implement, as this compilation does. */
    ANYBODY
  }

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
   * What a call does itself of which one would think that another thread does it: the work that its
   * receiver was made with.
   *
   * @param call any
   * @return functions, or parameters that stand for them
   */
  List<Value> ownWork(Call call);

  /**
   * Whether a function that a call runs at once was to be handed on.
   *
   * @param call the call that runs it
   * @param argument the position, from 0; -1 for what its receiver was made with
   * @return true if the call's name says so
   */
  boolean isHandOff(Call call, int argument);

  /**
   * What runs when a class is first used.
   *
   * @param used a static method or constructor of the class
   * @return the body of the class's static initialiser, if there is one in sight and callers are
   *     charged for it
   */
  Optional<MethodKey> staticInitializer(MethodKey used);

  /**
   * Whether callers are charged for what is done once, when something is first used.
   *
   * @return false if that is left out
   */
  boolean chargesFirstUse();

  /**
   * The bodies that hold a lock.
   *
   * @param lock any
   * @return those of the class in whose code the lock is named, in a fixed order
   */
  List<BodyFacts> holders(Lock lock);

  /**
   * Whether all who may hold a lock are in sight, so that what they do tells what it is to take it.
   * Of a monitor that is a matter of course.
   *
   * @param lock any
   * @return false if it may be another class's as well, a parameter, or out of a list
   */
  boolean isTold(Lock lock);

  /**
   * Whether a way is so unlikely that nobody need hear of it, and so no reason to fear a lock that
   * is held over it either.
   *
   * @param way from a body on
   * @return true if what it leads to is left out
   */
  boolean isFarFetched(Chain way);

  /**
   * Whether a method asks if the current thread is a hub.
   *
   * @param result what a method answered
   * @return the answer that means a hub; empty if the method asks something else
   */
  Optional<Boolean> hubCheck(Value.Result result);

  /**
   * What a flag is in every object.
   *
   * @param flag a field
   * @return empty if objects differ in it, or are made where nobody sees it
   */
  Optional<Boolean> flag(Value.Flag flag);

  /**
   * What a field of objects is assigned.
   *
   * @param type the binary name of the class that declares it
   * @param field its name
   * @return empty if others may assign it, out of sight
   */
  Optional<AssignedField> field(String type, String field);

  /**
   * All that a field of objects is assigned.
   *
   * @param isFinal whether each constructor assigns it once
   * @param atFirst what it holds in a new object
   * @param assigned what is assigned, by which methods; by the initialisers of the class under a
   *     name of their own
   */
  record AssignedField(boolean isFinal, Value atFirst, List<Assigned> assigned) {
    /** Copies the list. */
    public AssignedField {
      assigned = List.copyOf(assigned);
    }
  }

  /**
   * Whether a body is that of the initialisers which each constructor of a class runs.
   *
   * @param body as {@link AssignedField#assigned} names it
   * @return false for a method or a constructor
   */
  boolean isOfInitialisers(MethodKey body);

  /**
   * The class above a class.
   *
   * @param type a binary name
   * @return its superclass's; empty if there is none, or it is not in sight
   */
  Optional<String> superclass(String type);

  /**
   * All bodies that a class declares.
   *
   * @param type its binary name
   * @return in no order that means anything; none if they are not in sight
   */
  List<BodyFacts> bodiesOf(String type);

  /**
   * Whether a static field is a constant of an enum, so that no other constant is the same object.
   *
   * @param field any
   * @return false if it is none, or that is not known
   */
  boolean isEnumConstant(Value.Named field);

  /**
   * Whether reading from or writing to something blocks.
   *
   * @param value a stream, a reader or the like
   * @return what is known
   */
  StreamNature nature(Value value);

  /**
   * What people call a lock.
   *
   * @param lock any
   * @return as {@code the monitor of Store}
   */
  String name(Lock lock);

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
     * @param premises what of it depends on the parameters around the call
     */
    record Sink(String name, String id, Verdict.Blocks verdict, Set<Premise> premises)
        implements Judged {
      /** Copies the set. */
      public Sink {
        premises = Set.copyOf(premises);
      }
    }

    /** It does not block, or is none of ours to follow. */
    record Safe() implements Judged {}

    /** Nobody knows: look what it runs. */
    record Open() implements Judged {}
  }

  /**
   * What is known of a stream, a reader or the like.
   *
   * @param never true if reading from it or writing to it never blocks
   * @param blocks that it certainly does, and how; empty if that is not known
   */
  record StreamNature(boolean never, Optional<Verdict.Blocks> blocks) {
    /** Nothing is known. */
    public static final StreamNature UNKNOWN = new StreamNature(false, Optional.empty());

    /** It is in memory. */
    public static final StreamNature NEVER = new StreamNature(true, Optional.empty());
  }
}
