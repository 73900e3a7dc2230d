package dev.unclog.catalogue;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Governs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a stub file: which members it stands for, and what is known of them.
 *
 * @param origin where it is written
 * @param type the binary name of the type it is written in, as {@code java.util.Map$Entry}; of the
 *     package for a line about one
 * @param members which members of that type and of its subtypes it stands for
 * @param versions in which versions of the library it holds
 * @param verdict whether a call blocks; empty if the line does not say
 * @param neverBlocksWhen conditions under which a blocking call does not block; alternatives
 * @param context that the members run cooperatively; empty if the line does not say
 * @param parameters what becomes of the functions, streams and executors given to it
 * @param everyFunction what becomes of each function given to it that {@code parameters} is silent
 *     on
 * @param makes the nature of the executor that it makes or is
 * @param hop which part of an operator chain it moves
 * @param onHub what it answers on a thread that must not block, if it is a question about that
 * @param isNeverEntered whether the code written in its type, or package, need not be looked into
 * @param isPossibly whether what it says to run cooperatively does so mostly, and not surely
 */
public record Entry(
    Origin origin,
    String type,
    Members members,
    Versions versions,
    Optional<Verdict> verdict,
    List<Condition> neverBlocksWhen,
    Optional<Context> context,
    List<Parameter> parameters,
    Optional<FunctionFate> everyFunction,
    Optional<ExecutorNature> makes,
    Optional<Hop> hop,
    Optional<Boolean> onHub,
    boolean isNeverEntered,
    boolean isPossibly) {

  /** Copies the lists. */
  public Entry {
    neverBlocksWhen = List.copyOf(neverBlocksWhen);
    parameters = List.copyOf(parameters);
  }

  /**
   * A line about a type or a package as such, or a field.
   *
   * @param origin where it is written
   * @param type the binary name of the type, or of the package
   * @param members the type, the package, or the field
   * @param versions in which versions of the library it holds
   * @param context that the type's members run cooperatively
   * @param everyFunction what becomes of each function given to the type's members
   * @param makes the nature of the executor that it is
   * @param isNeverEntered whether the code written there need not be looked into
   * @param isPossibly whether what it says to run cooperatively does so mostly, and not surely
   */
  public Entry(
      Origin origin,
      String type,
      Members members,
      Versions versions,
      Optional<Context> context,
      Optional<FunctionFate> everyFunction,
      Optional<ExecutorNature> makes,
      boolean isNeverEntered,
      boolean isPossibly) {
    this(
        origin,
        type,
        members,
        versions,
        Optional.empty(),
        List.of(),
        context,
        List.of(),
        everyFunction,
        makes,
        Optional.empty(),
        Optional.empty(),
        isNeverEntered,
        isPossibly);
  }

  /**
   * Where an entry is written.
   *
   * @param library the library's name, as its stub says it
   * @param file the stub file, as the user would name it
   * @param line counted from 1
   */
  public record Origin(String library, String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** Which members of its type an entry stands for. */
  public sealed interface Members {
    /**
     * One method or constructor.
     *
     * @param name its simple name, or {@link Callee#CONSTRUCTOR}
     * @param parameterTypes erased, by binary name: {@code int}, {@code java.lang.String[]}
     */
    record Exactly(String name, List<String> parameterTypes) implements Members {}

    /**
     * Every overload of a name.
     *
     * @param name a simple name, or {@link Callee#CONSTRUCTOR}
     * @param example the erased parameter types of one of them
     */
    record EveryOverload(String name, List<String> example) implements Members {}

    /**
     * Every method whose name a pattern matches.
     *
     * @param regex a {@link java.util.regex.Pattern} for the whole name
     * @param addedBySubtypes whether methods are meant that only a subtype knows
     */
    record Matching(String regex, boolean addedBySubtypes) implements Members {}

    /**
     * Every method beside which its type has another of the same name and a suffix.
     *
     * @param suffix what the sibling's name adds
     */
    record WithAsyncSibling(String suffix) implements Members {}

    /**
     * A field, or an enum constant.
     *
     * @param name its name
     */
    record Field(String name) implements Members {}

    /** The type as such: what it is, and all its members for want of a word of their own. */
    record WholeType() implements Members {}

    /** All types of a package and of the packages below it. */
    record Package() implements Members {}
  }

  /**
   * From and until when an entry holds.
   *
   * @param since the first version; empty for always
   * @param until the first version no more; empty for ever
   */
  public record Versions(String since, String until) {
    /** All versions. */
    public static final Versions ALL = new Versions("", "");
  }

  /** Whether a call blocks its caller. */
  public sealed interface Verdict {
    /**
     * It does, or may.
     *
     * @param kind what the caller waits for
     * @param severity how sure that is
     * @param instead what to call instead; may be empty
     * @param dropIn a method of the same type that can be called in its place; may be empty
     * @param nearby what to call instead where a certain library is at hand
     */
    record Blocks(
        BlockingKind kind, Severity severity, String instead, String dropIn, List<Nearby> nearby)
        implements Verdict {}

    /** It never does. */
    record NeverBlocks() implements Verdict {}
  }

  /**
   * An alternative for users of one library.
   *
   * @param packagePrefix the beginning of the library's package names
   * @param use what to call
   */
  public record Nearby(String packagePrefix, String use) {}

  /** When a blocking call does not block. */
  public sealed interface Condition {
    /**
     * An argument is the constant zero.
     *
     * @param parameter its position, from 0
     */
    record Zero(int parameter) implements Condition {}

    /**
     * An argument is a constant that needs no look-up: an address in figures, null or empty.
     *
     * @param parameter its position, from 0
     */
    record LiteralAddress(int parameter) implements Condition {}

    /**
     * A method without parameters was found true on the same receiver before.
     *
     * @param method its simple name
     */
    record Checked(String method) implements Condition {}

    /**
     * A call was made on the same receiver before.
     *
     * @param method its simple name
     * @param argument its constant argument, as it would be written; empty for none
     */
    record Configured(String method, String argument) implements Condition {}

    /**
     * The receiver is what a method of its type returned.
     *
     * @param method its simple name
     */
    record From(String method) implements Condition {}
  }

  /**
   * That code is cooperative.
   *
   * @param forbids the kinds that must not happen there; empty for all
   * @param marksThreads whether the type marks threads, so that their {@code run} is meant
   */
  public record Context(Set<BlockingKind> forbids, boolean marksThreads) {}

  /**
   * What is known of one parameter.
   *
   * @param position from 0
   * @param name as the stub writes it
   * @param fate what becomes of the function given here
   * @param executor the position of the parameter that decides for {@link
   *     FunctionFate#ON_EXECUTOR}; -1 for the receiver
   * @param decides whether the call, or the object made, blocks as what is given here does
   * @param forbids which kinds a function that runs cooperatively must avoid; empty for all
   */
  public record Parameter(
      int position,
      String name,
      Optional<FunctionFate> fate,
      int executor,
      boolean decides,
      Set<BlockingKind> forbids) {}

  /**
   * A hop along an operator chain.
   *
   * @param governs which part moves
   * @param executor the position of the parameter that says where to; -1 if there is none
   */
  public record Hop(Governs governs, int executor) {}
}
