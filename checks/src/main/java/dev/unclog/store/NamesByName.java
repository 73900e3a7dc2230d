package dev.unclog.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists of names by name, looked up in the bytes that they are written in: those of a jar are tens
 * of thousands, of which a compilation asks for a few.
 *
 * <pre>
 * int     how many names
 * int     how many lists
 * int     how many names there are in all lists
 * ints    of each name, in their order, where its text ends
 * ints    of each list, in the order of the names that they are found by, that name and where it
 *         ends
 * ints    the names in all lists
 * bytes   the texts of all names
 * </pre>
 *
 * <p>A name is meant by its place in the order, from 0; where a text or a list ends the next
 * begins.
 */
final class NamesByName {
  private static final int COUNTS = 3;

  private final ByteBuffer bytes;
  private final int names;
  private final int lists;
  private final int listsStart;
  private final int itemsStart;
  private final int textsStart;

  private NamesByName(byte[] bytes) throws BadFactsException {
    this.bytes = ByteBuffer.wrap(bytes);
    if (bytes.length < COUNTS * Integer.BYTES) {
      throw Decoder.damaged();
    }
    this.names = at(0, 0);
    this.lists = at(0, 1);
    int items = at(0, 2);
    if (names < 0 || lists < 0 || items < 0) {
      throw Decoder.damaged();
    }
    long ints = COUNTS + (long) names + 2L * lists + items;
    if (ints * Integer.BYTES > bytes.length) {
      throw Decoder.damaged();
    }
    this.listsStart = (COUNTS + names) * Integer.BYTES;
    this.itemsStart = listsStart + 2 * lists * Integer.BYTES;
    this.textsStart = itemsStart + items * Integer.BYTES;
    check(items);
  }

  /** No number leads elsewhere than to a name, a text or a list. */
  private void check(int items) throws BadFactsException {
    int end = 0;
    for (int i = 0; i < names; i++) {
      end = atLeast(end, textEnd(i));
    }
    if (end != bytes.limit() - textsStart) {
      throw Decoder.damaged();
    }
    end = 0;
    for (int i = 0; i < lists; i++) {
      checkName(key(i));
      end = atLeast(end, listEnd(i));
    }
    if (end != items) {
      throw Decoder.damaged();
    }
    for (int i = 0; i < items; i++) {
      checkName(at(itemsStart, i));
    }
  }

  private static int atLeast(int before, int end) throws BadFactsException {
    if (end < before) {
      throw Decoder.damaged();
    }
    return end;
  }

  private void checkName(int name) throws BadFactsException {
    if (name < 0 || name >= names) {
      throw Decoder.damaged();
    }
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @throws BadFactsException if it is anything else
   */
  static NamesByName read(byte[] bytes) throws BadFactsException {
    return new NamesByName(bytes);
  }

  static NamesByName of(Map<String, ? extends Collection<String>> lists) {
    SortedSet<String> names = new TreeSet<>(lists.keySet());
    lists.values().forEach(names::addAll);
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    Encoder out = new Encoder();
    Encoder texts = new Encoder();
    Encoder items = new Encoder();
    out.fixed(names.size());
    out.fixed(lists.size());
    out.fixed(lists.values().stream().mapToInt(Collection::size).sum());
    for (String name : names) {
      texts.raw(name.getBytes(UTF_8));
      out.fixed(texts.length());
    }
    new TreeMap<>(lists)
        .forEach(
            (name, list) -> {
              list.forEach(item -> items.fixed(places.get(item)));
              out.fixed(places.get(name));
              out.fixed(items.length() / Integer.BYTES);
            });
    out.raw(items.bytes());
    out.raw(texts.bytes());
    try {
      return new NamesByName(out.bytes());
    } catch (BadFactsException e) {
      throw new AssertionError(e);
    }
  }

  /** All of it, the same whenever the names are. */
  byte[] bytes() {
    return bytes.array();
  }

  /** The list of a name, in the order in which it was given; empty if there is none. */
  List<String> of(String name) {
    int list = find(name);
    if (list < 0) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (int i = list == 0 ? 0 : listEnd(list - 1); i < listEnd(list); i++) {
      found.add(text(at(itemsStart, i)));
    }
    return found;
  }

  /** Whether there is a list of a name, empty or not. */
  boolean has(String name) {
    return find(name) >= 0;
  }

  private int find(String name) {
    int low = 0;
    int high = lists - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = text(key(middle)).compareTo(name);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private String text(int name) {
    int start = name == 0 ? 0 : textEnd(name - 1);
    return new String(bytes.array(), textsStart + start, textEnd(name) - start, UTF_8);
  }

  private int textEnd(int name) {
    return at(COUNTS * Integer.BYTES, name);
  }

  private int key(int list) {
    return at(listsStart, 2 * list);
  }

  private int listEnd(int list) {
    return at(listsStart, 2 * list + 1);
  }

  private int at(int start, int place) {
    return bytes.getInt(start + place * Integer.BYTES);
  }
}
