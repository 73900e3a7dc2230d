package dev.unclog.catalogue.stub;

import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds members that are written twice, of which only the first would ever be heard. */
final class Duplicates {
  /** Lines for different versions do not compete. */
  private record Key(String type, Members members, Entry.Versions versions) {}

  private Duplicates() {}

  /**
   * Goes through entries in order.
   *
   * @param report takes each entry that is written a second time, and what to say about it
   */
  static void find(List<Entry> entries, BiConsumer<Entry, String> report) {
    Map<Key, Entry> first = new HashMap<>();
    for (Entry entry : entries) {
      Entry earlier =
          first.putIfAbsent(
              new Key(entry.type(), essence(entry.members()), entry.versions()), entry);
      if (earlier != null) {
        report.accept(
            entry, describe(entry) + " is written a second time; first at " + earlier.origin());
      }
    }
  }

  private static Members essence(Members members) {
    return members instanceof Members.EveryOverload every
        ? new Members.EveryOverload(every.name(), List.of())
        : members;
  }

  private static String describe(Entry entry) {
    Members members = entry.members();
    String type = entry.type();
    if (members instanceof Members.Exactly one) {
      return type + "#" + one.name() + "(" + String.join(", ", one.parameterTypes()) + ")";
    }
    if (members instanceof Members.EveryOverload every) {
      return "the line for every overload of " + type + "#" + every.name();
    }
    if (members instanceof Members.Matching matching) {
      return "the line for the pattern " + matching.regex() + " of " + type;
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      return "the line for methods with a sibling …" + sibling.suffix() + " of " + type;
    }
    if (members instanceof Members.Package) {
      return "the package " + type;
    }
    return members instanceof Members.Field field ? type + "#" + field.name() : "the type " + type;
  }
}
