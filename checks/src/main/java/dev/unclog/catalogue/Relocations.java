package dev.unclog.catalogue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows a library again that a build has copied into another jar under longer names, as {@code
 * org.acme.shaded.io.netty.util.Timer}: it does what the original does.
 */
final class Relocations {
  /** What people call the package that they put the copies into. */
  private static final Pattern MARK =
      Pattern.compile(
          "\\.(?:\\w*shaded?\\w*|shadow(?:ed)?|third_?party|deps|repackaged|relocated|vendor(?:ed)?)\\.");

  private final Predicate<String> isKnown;
  private final Map<String, String> originals = new ConcurrentHashMap<>();

  /**
   * Those of what is known.
   *
   * @param isKnown whether anything is known of a type, by binary name
   */
  Relocations(Predicate<String> isKnown) {
    this.isKnown = isKnown;
  }

  /**
   * What a type was called before it was copied.
   *
   * @param type a binary name
   * @return the same if it is no copy, or nothing is known of its original
   */
  String original(String type) {
    String original = originals.get(type);
    if (original == null) {
      original = find(type);
      originals.put(type, original);
    }
    return original;
  }

  private String find(String type) {
    Matcher mark = MARK.matcher(type);
    if (!mark.find()) {
      return type;
    }
    for (int start = mark.end(); start > 0; start = type.indexOf('.', start) + 1) {
      String original = type.substring(start);
      if (isKnown.test(original)) {
        return original;
      }
    }
    return type;
  }
}
