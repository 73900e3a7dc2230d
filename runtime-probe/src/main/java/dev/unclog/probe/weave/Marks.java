package dev.unclog.probe.weave;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Inheritance inheritance = new Inheritance();

  /** Creates it, with nothing read. */
  public Marks() {}

  static boolean annotated(int words) {
    return (words & 3) != 0;
  }

  static boolean callsNative(int words) {
    return (words & 28) != 0;
  }

  /** Reads a class that is being loaded, and returns what to weave into it. */
  List<Advice> read(ClassLoader loader, String name, byte[] classFile, ConstantPool constants) {
    Set<String> inherited = Cooperation.methodsOf(inheritance.ofAll(loader, constants.parents()));
    if (!annotated(constants.words())
        && inherited.isEmpty()
        && inheritance.ofAll(loader, constants.functionTypes()).isEmpty()
        && !inheritance.ofSurroundings(loader, name).members()) {
      inheritance.remember(loader, name, Cooperation.NONE);
      return List.of();
    }
    ClassMarks marks = MarkReader.read(classFile, loader, inheritance, inherited);
    inheritance.remember(loader, name, marks.cooperation());
    if (marks.allowsAnything()) {
      byClass.put(marks.name(), marks);
    }
    return marks.cooperative();
  }

  /**
   * Whether any class that was read is allowed to block.
   *
   * @return true if one is, in part at least
   */
  public boolean allowAnything() {
    return !byClass.isEmpty();
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
    return MarkReader.read(packageInfo, null, null, Set.of());
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
