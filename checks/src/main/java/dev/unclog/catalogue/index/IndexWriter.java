package dev.unclog.catalogue.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.Entry.Versions;
import dev.unclog.catalogue.LibraryHeader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Writes an index: the same bytes for the same content, whenever and wherever. */
final class IndexWriter {
  private final Table<String> strings = new Table<>(this::string);
  private final Table<List<String>> signatures = new Table<>(types -> all(types, this::text));
  private final Table<Optional<Verdict>> verdicts = new Table<>(this::verdict);
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  /** Where numbers go at the moment: to the content, or to one of the tables. */
  private ByteArrayOutputStream out = content;

  private IndexWriter() {}

  /** The bytes of an index, as {@link IndexFormat} describes them. */
  static byte[] write(Index index) {
    IndexWriter writer = new IndexWriter();
    writer.all(index.libraries(), writer::library);
    writer.all(
        new TreeMap<>(index.meanings()).entrySet(),
        meaning -> {
          writer.text(meaning.getKey());
          writer.constants(meaning.getValue());
        });
    writer.all(index.entries(), writer::entry);
    byte[] body = writer.body();
    CRC32 checksum = new CRC32();
    checksum.update(body);
    return ByteBuffer.allocate(IndexFormat.HEADER_BYTES + body.length)
        .putInt(IndexFormat.MAGIC)
        .putInt(IndexFormat.VERSION)
        .putInt(body.length)
        .putInt((int) checksum.getValue())
        .put(body)
        .array();
  }

  /** The tables, complete only now, and then what refers to them. */
  private byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Table<?> table : List.of(strings, signatures, verdicts)) {
      out = body;
      number(table.places.size());
      body.writeBytes(table.bytes.toByteArray());
    }
    body.writeBytes(content.toByteArray());
    return body.toByteArray();
  }

  private void library(LibraryHeader library) {
    text(library.name());
    all(library.checkedAgainst(), this::text);
    text(library.file());
  }

  private void entry(Entry entry) {
    text(entry.origin().library());
    text(entry.origin().file());
    number(entry.origin().line());
    text(entry.type());
    members(entry.members());
    number(verdicts.place(entry.verdict()));
    number(parts(entry));
    if (!entry.versions().equals(Versions.ALL)) {
      text(entry.versions().since());
      text(entry.versions().until());
    }
    if (!entry.neverBlocksWhen().isEmpty()) {
      all(entry.neverBlocksWhen(), this::condition);
    }
    entry
        .context()
        .ifPresent(
            context -> {
              constants(context.forbids());
              flag(context.marksThreads());
            });
    if (!entry.parameters().isEmpty()) {
      all(entry.parameters(), this::parameter);
    }
    entry.everyFunction().ifPresent(this::constant);
    entry.makes().ifPresent(this::constant);
    entry
        .hop()
        .ifPresent(
            hop -> {
              constant(hop.governs());
              position(hop.executor());
            });
    entry.onHub().ifPresent(this::flag);
  }

  private static int parts(Entry entry) {
    return (entry.versions().equals(Versions.ALL) ? 0 : IndexFormat.HAS_VERSIONS)
        | (entry.neverBlocksWhen().isEmpty() ? 0 : IndexFormat.HAS_CONDITIONS)
        | (entry.context().isEmpty() ? 0 : IndexFormat.HAS_CONTEXT)
        | (entry.parameters().isEmpty() ? 0 : IndexFormat.HAS_PARAMETERS)
        | (entry.everyFunction().isEmpty() ? 0 : IndexFormat.HAS_EVERY_FUNCTION)
        | (entry.makes().isEmpty() ? 0 : IndexFormat.HAS_MAKES)
        | (entry.hop().isEmpty() ? 0 : IndexFormat.HAS_HOP)
        | (entry.onHub().isEmpty() ? 0 : IndexFormat.HAS_ON_HUB)
        | (entry.isNeverEntered() ? IndexFormat.IS_NEVER_ENTERED : 0)
        | (entry.isPossibly() ? IndexFormat.IS_POSSIBLY : 0);
  }

  private void members(Members members) {
    if (members instanceof Members.Exactly one) {
      number(IndexFormat.MEMBERS_EXACTLY);
      text(one.name());
      number(signatures.place(one.parameterTypes()));
    } else if (members instanceof Members.EveryOverload every) {
      number(IndexFormat.MEMBERS_EVERY_OVERLOAD);
      text(every.name());
      number(signatures.place(every.example()));
    } else if (members instanceof Members.Matching matching) {
      number(IndexFormat.MEMBERS_MATCHING);
      text(matching.regex());
      number(matching.addedBySubtypes() ? 1 : 0);
    } else if (members instanceof Members.WithAsyncSibling sibling) {
      number(IndexFormat.MEMBERS_WITH_ASYNC_SIBLING);
      text(sibling.suffix());
    } else if (members instanceof Members.Field field) {
      number(IndexFormat.MEMBERS_FIELD);
      text(field.name());
    } else if (members instanceof Members.WholeType) {
      number(IndexFormat.MEMBERS_WHOLE_TYPE);
    } else if (members instanceof Members.Package) {
      number(IndexFormat.MEMBERS_PACKAGE);
    } else {
      throw new IllegalArgumentException("no form in the index for " + members);
    }
  }

  private void verdict(Optional<Verdict> verdict) {
    if (verdict.orElse(null) instanceof Verdict.Blocks blocks) {
      number(IndexFormat.VERDICT_BLOCKS);
      constant(blocks.kind());
      constant(blocks.severity());
      text(blocks.instead());
      text(blocks.dropIn());
      all(
          blocks.nearby(),
          nearby -> {
            text(nearby.packagePrefix());
            text(nearby.use());
          });
    } else {
      number(verdict.isEmpty() ? IndexFormat.VERDICT_NONE : IndexFormat.VERDICT_NEVER_BLOCKS);
    }
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.Zero zero) {
      number(IndexFormat.CONDITION_ZERO);
      number(zero.parameter());
    } else if (condition instanceof Condition.LiteralAddress literal) {
      number(IndexFormat.CONDITION_LITERAL_ADDRESS);
      number(literal.parameter());
    } else if (condition instanceof Condition.Checked checked) {
      number(IndexFormat.CONDITION_CHECKED);
      text(checked.method());
    } else if (condition instanceof Condition.Configured configured) {
      number(IndexFormat.CONDITION_CONFIGURED);
      text(configured.method());
      text(configured.argument());
    } else if (condition instanceof Condition.From from) {
      number(IndexFormat.CONDITION_FROM);
      text(from.method());
    } else {
      throw new IllegalArgumentException("no form in the index for " + condition);
    }
  }

  private void parameter(Entry.Parameter parameter) {
    number(parameter.position());
    text(parameter.name());
    all(parameter.fate().stream().toList(), this::constant);
    position(parameter.executor());
    flag(parameter.decides());
    constants(parameter.forbids());
  }

  private <T> void all(Collection<T> elements, Consumer<T> write) {
    number(elements.size());
    elements.forEach(write);
  }

  /** Sets have no order of their own; their constants' is the enum's. */
  private <E extends Enum<E>> void constants(Collection<E> constants) {
    all(List.copyOf(new TreeSet<>(constants)), this::constant);
  }

  private void constant(Enum<?> constant) {
    text(constant.name());
  }

  private void text(String text) {
    number(strings.place(text));
  }

  private void string(String string) {
    byte[] bytes = string.getBytes(UTF_8);
    number(bytes.length);
    out.writeBytes(bytes);
  }

  private void flag(boolean flag) {
    number(flag ? 1 : 0);
  }

  /** A position that may be -1. */
  private void position(int position) {
    number(position + 1);
  }

  private void number(int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** What is written once and referred to by its place. */
  private final class Table<T> {
    private final Map<T, Integer> places = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Consumer<T> write;

    Table(Consumer<T> write) {
      this.write = write;
    }

    int place(T element) {
      Integer known = places.get(element);
      if (known != null) {
        return known;
      }
      ByteArrayOutputStream before = out;
      out = bytes;
      write.accept(element);
      out = before;
      int place = places.size();
      places.put(element, place);
      return place;
    }
  }
}
