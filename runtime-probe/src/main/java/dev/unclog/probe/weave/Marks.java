package dev.unclog.probe.weave;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What annotations say of loaded classes. They are not kept for reflection, so they are read from
 * the class files as these pass.
 */
public final class Marks {
  static final byte[][] WORDS = {
    ascii(MarkReader.ALLOW_BLOCKING),
    ascii(MarkReader.COOPERATIVE),
    ascii("sleep"),
    ascii("wait"),
    ascii("sync"),
  };

  private final Map<String, ClassMarks> byClass = new ConcurrentHashMap<>();

  /** Creates it, with nothing read. */
  public Marks() {}

  static boolean annotated(int words) {
    return (words & 3) != 0;
  }

  static boolean callsNative(int words) {
    return (words & 28) != 0;
  }

  /** Reads a class that is being loaded, and returns what to weave into it. */
  List<Advice> read(ClassLoader loader, byte[] classFile) {
    ClassMarks marks = MarkReader.read(classFile, new WeakReference<>(loader));
    if (marks.allowsAnything()) {
      byClass.put(marks.name(), marks);
    }
    return marks.cooperative();
  }

  /**
   * What was read of a class.
   *
   * @param name its binary name
   * @return null if no annotation says anything of it
   */
  public ClassMarks of(String name) {
    return byClass.get(name);
  }

  /**
   * Reads what a package's annotations say.
   *
   * @param packageInfo the class file {@code package-info.class}
   * @return its marks
   */
  public static ClassMarks ofPackage(byte[] packageInfo) {
    return MarkReader.read(packageInfo, new WeakReference<>(null));
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
