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

  private final WeakReference<Name.Table> table;
  private final Map<Name, String> texts = new HashMap<>();

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
    String text = latest.texts.get(name);
    if (text == null) {
      text = name.toString();
      latest.texts.put(name, text);
    }
    return text;
  }
}
