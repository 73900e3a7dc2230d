package dev.unclog.probe.weave;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What annotations say of one class.
 *
 * @param name its binary name
 * @param loader its loader
 * @param ofClass the kinds allowed in all of it, null if not annotated; empty stands for all kinds
 * @param ofMethods the kinds allowed by method, name and descriptor, lambdas of a method included
 * @param cooperative what to weave into cooperative methods
 * @param cooperation what the class hands on of that
 */
public record ClassMarks(
    String name,
    WeakReference<ClassLoader> loader,
    Set<String> ofClass,
    Map<String, Set<String>> ofMethods,
    List<Advice> cooperative,
    Cooperation cooperation) {
  boolean allowsAnything() {
    return ofClass != null || !ofMethods.isEmpty();
  }

  /**
   * Whether a method, or the class as a whole, is annotated as allowed to block.
   *
   * @param method its name
   * @param descriptor its descriptor; null if unknown, when any method of that name will do
   * @param kind in the annotation's own words, as {@code FILE}
   * @return true if so
   */
  public boolean allows(String method, String descriptor, String kind) {
    if (allows(ofClass, kind)) {
      return true;
    }
    if (descriptor != null) {
      return allows(ofMethods.get(method + descriptor), kind);
    }
    for (Map.Entry<String, Set<String>> entry : ofMethods.entrySet()) {
      if (entry.getKey().startsWith(method + "(") && allows(entry.getValue(), kind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allows(Set<String> kinds, String kind) {
    return kinds != null && (kinds.isEmpty() || kinds.contains(kind));
  }
}
