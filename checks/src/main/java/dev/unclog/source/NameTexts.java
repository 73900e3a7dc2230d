package dev.unclog.source;

import com.sun.tools.javac.util.Name;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of a compiler's names, each made once: the compiler makes a new one each time it is
 * asked, and facts are full of the same few thousand.
 */
final class NameTexts {
  /** Compilations may run side by side, each on a thread, and leave nothing behind. */
  private static final ThreadLocal<SoftReference<NameTexts>> LATEST =
      ThreadLocal.withInitial(() -> new SoftReference<>(null));

  /** A power of two; more than there are different names in what is asked at one time. */
  private static final int MOST_NEAR = 4096;

  private final WeakReference<Name.Table> table;
  private final Map<Name, String> texts = new HashMap<>();

  /**
   * In front of the map: half a million times it is asked for a name that it was just asked for.
   */
  private final Name[] nearNames = new Name[MOST_NEAR];

  private final String[] nearTexts = new String[MOST_NEAR];

  private NameTexts(Name.Table table) {
    this.table = new WeakReference<>(table);
  }

  /** The text of a name. */
  static String of(Name name) {
    NameTexts latest = LATEST.get().get();
    if (latest == null || latest.table.get() != name.table) {
      latest = new NameTexts(name.table);
      LATEST.set(new SoftReference<>(latest));
    }
    int place = name.hashCode() & MOST_NEAR - 1;
    if (latest.nearNames[place] != name) {
      latest.nearTexts[place] = latest.text(name);
      latest.nearNames[place] = name;
    }
    return latest.nearTexts[place];
  }

  static String of(javax.lang.model.element.Name name) {
    return of((Name) name);
  }

  /** Whether a name is this: the compiler would spell it out anew to answer that. */
  static boolean is(javax.lang.model.element.Name name, String text) {
    return of(name).equals(text);
  }

  private String text(Name name) {
    String text = texts.get(name);
    if (text == null) {
      text = name.toString();
      texts.put(name, text);
    }
    return text;
  }
}
