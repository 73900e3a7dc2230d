package dev.unclog.catalogue.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Governs;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.Entry.Versions;
import dev.unclog.catalogue.LibraryHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Reads what {@link IndexWriter} wrote. */
final class IndexReader {
  private static final String DAMAGED =
      "; the jar of unclog-checks is damaged: delete it from the local repository and have it"
          + " fetched again";
  private static final String MIXED =
      "; two versions of Unclog are mixed on the processor path: use one version of"
          + " unclog-checks and unclog-annotations";

  /** Not a buffer: most of this runs once, interpreted, where each call costs. */
  private final byte[] bytes;

  private int next = IndexFormat.HEADER_BYTES;
  private String[] strings = {};
  private List<List<String>> signatures = List.of();
  private List<Optional<Verdict>> verdicts = List.of();

  private IndexReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads an index.
   *
   * @param bytes all of it
   * @throws IndexException if that is no index, not a whole one, or one of another version
   */
  static Index read(byte[] bytes) {
    if (bytes.length < IndexFormat.HEADER_BYTES) {
      throw new IndexException("Unclog's catalogue is cut short" + DAMAGED);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (buffer.getInt() != IndexFormat.MAGIC) {
      throw new IndexException("what should be Unclog's catalogue is something else" + DAMAGED);
    }
    int version = buffer.getInt();
    if (version != IndexFormat.VERSION) {
      throw new IndexException(
          "Unclog's catalogue is in format "
              + version
              + ", and this reader knows format "
              + IndexFormat.VERSION
              + MIXED);
    }
    int length = buffer.getInt();
    int expected = buffer.getInt();
    CRC32 checksum = new CRC32();
    checksum.update(buffer.slice());
    if (length != buffer.remaining() || expected != (int) checksum.getValue()) {
      throw new IndexException("Unclog's catalogue is not as it was written" + DAMAGED);
    }
    try {
      return new IndexReader(bytes).index();
    } catch (IndexOutOfBoundsException e) {
      throw new IndexException("Unclog's catalogue contradicts itself" + DAMAGED);
    }
  }

  private Index index() {
    strings = new String[number()];
    for (int i = 0; i < strings.length; i++) {
      int length = number();
      strings[i] = new String(bytes, next, length, UTF_8);
      next += length;
    }
    signatures = all(() -> all(this::text));
    verdicts = all(this::verdict);
    List<LibraryHeader> libraries = all(this::library);
    Map<String, Set<Meaning>> meanings = new HashMap<>();
    for (int left = number(); left > 0; left--) {
      meanings.put(text(), constants(Meaning.class));
    }
    return new Index(libraries, all(this::entry), meanings);
  }

  private LibraryHeader library() {
    return new LibraryHeader(text(), all(this::text), text());
  }

  private Entry entry() {
    var origin = new Entry.Origin(text(), text(), number());
    String type = text();
    Members members = members();
    Optional<Verdict> verdict = verdicts.get(number());
    int parts = number();
    return new Entry(
        origin,
        type,
        members,
        has(parts, IndexFormat.HAS_VERSIONS) ? new Versions(text(), text()) : Versions.ALL,
        verdict,
        has(parts, IndexFormat.HAS_CONDITIONS) ? all(this::condition) : List.of(),
        // No helper that takes a lambda: it would be asked four times for each entry, mostly to say
        // no.
        has(parts, IndexFormat.HAS_CONTEXT)
            ? Optional.of(new Entry.Context(constants(BlockingKind.class), flag()))
            : Optional.empty(),
        has(parts, IndexFormat.HAS_PARAMETERS) ? all(this::parameter) : List.of(),
        has(parts, IndexFormat.HAS_EVERY_FUNCTION)
            ? Optional.of(constant(FunctionFate.class))
            : Optional.empty(),
        has(parts, IndexFormat.HAS_MAKES)
            ? Optional.of(constant(ExecutorNature.class))
            : Optional.empty(),
        has(parts, IndexFormat.HAS_HOP)
            ? Optional.of(new Entry.Hop(constant(Governs.class), position()))
            : Optional.empty(),
        has(parts, IndexFormat.HAS_ON_HUB) ? Optional.of(flag()) : Optional.empty(),
        has(parts, IndexFormat.IS_NEVER_ENTERED),
        has(parts, IndexFormat.IS_POSSIBLY));
  }

  private static boolean has(int parts, int part) {
    return (parts & part) != 0;
  }

  private Members members() {
    int sort = number();
    return switch (sort) {
      case IndexFormat.MEMBERS_EXACTLY -> new Members.Exactly(text(), signatures.get(number()));
      case IndexFormat.MEMBERS_EVERY_OVERLOAD ->
          new Members.EveryOverload(text(), signatures.get(number()));
      case IndexFormat.MEMBERS_MATCHING -> new Members.Matching(text(), number() != 0);
      case IndexFormat.MEMBERS_WITH_ASYNC_SIBLING -> new Members.WithAsyncSibling(text());
      case IndexFormat.MEMBERS_FIELD -> new Members.Field(text());
      case IndexFormat.MEMBERS_WHOLE_TYPE -> new Members.WholeType();
      case IndexFormat.MEMBERS_PACKAGE -> new Members.Package();
      default -> throw unknown("sort of members", sort);
    };
  }

  private Optional<Verdict> verdict() {
    int sort = number();
    return switch (sort) {
      case IndexFormat.VERDICT_NONE -> Optional.empty();
      case IndexFormat.VERDICT_BLOCKS ->
          Optional.of(
              new Verdict.Blocks(
                  constant(BlockingKind.class),
                  constant(Severity.class),
                  text(),
                  text(),
                  all(() -> new Entry.Nearby(text(), text()))));
      case IndexFormat.VERDICT_NEVER_BLOCKS -> Optional.of(new Verdict.NeverBlocks());
      default -> throw unknown("verdict", sort);
    };
  }

  private Condition condition() {
    int sort = number();
    return switch (sort) {
      case IndexFormat.CONDITION_ZERO -> new Condition.Zero(number());
      case IndexFormat.CONDITION_LITERAL_ADDRESS -> new Condition.LiteralAddress(number());
      case IndexFormat.CONDITION_CHECKED -> new Condition.Checked(text());
      case IndexFormat.CONDITION_CONFIGURED -> new Condition.Configured(text(), text());
      case IndexFormat.CONDITION_FROM -> new Condition.From(text());
      default -> throw unknown("condition", sort);
    };
  }

  private Entry.Parameter parameter() {
    return new Entry.Parameter(
        number(),
        text(),
        all(() -> constant(FunctionFate.class)).stream().findFirst(),
        position(),
        flag(),
        constants(BlockingKind.class));
  }

  private static IndexException unknown(String what, int number) {
    return new IndexException("Unclog's catalogue has an unknown " + what + ", " + number + MIXED);
  }

  private <T> List<T> all(Supplier<T> read) {
    int count = number();
    if (count == 0) {
      return List.of();
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(read.get());
    }
    return List.copyOf(all);
  }

  private <E extends Enum<E>> Set<E> constants(Class<E> type) {
    return Set.copyOf(new HashSet<>(all(() -> constant(type))));
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IndexException(
          "Unclog's catalogue speaks of a " + type.getSimpleName() + " " + name + MIXED);
    }
  }

  private String text() {
    return strings[number()];
  }

  private boolean flag() {
    return number() == 1;
  }

  private int position() {
    return number() - 1;
  }

  private int number() {
    int number = bytes[next++];
    if (number >= 0) {
      return number;
    }
    number &= 0x7f;
    for (int shift = 7; ; shift += 7) {
      byte piece = bytes[next++];
      number |= (piece & 0x7f) << shift;
      if (piece >= 0) {
        return number;
      }
    }
  }
}
