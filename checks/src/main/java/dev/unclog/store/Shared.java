package dev.unclog.store;

import dev.unclog.call.MethodKey;
import java.util.HashMap;
import java.util.Map;

/**
 * One of each text and of each method's name: the units of a jar are read one by one, and full of
 * the same ones.
 */
final class Shared {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<MethodKey, MethodKey> methods = new HashMap<>();

  String text(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  MethodKey method(MethodKey method) {
    MethodKey known = methods.putIfAbsent(method, method);
    return known == null ? method : known;
  }
}
