package dev.unclog.probe.weave;

import java.util.List;
import java.util.Set;

/** The calls that are to be watched, and what becomes of them. */
public interface Sites {
  /**
   * Those in a class.
   *
   * @param type its internal name
   * @return none for nearly all classes
   */
  List<CallSite> in(String type);

  /**
   * One was found.
   *
   * @param site what was sought
   * @param type the binary name of the class
   * @param method the name of the class file's method
   * @param line the class file's line; 0 if it has none
   * @param instruction counts the calls of the class, so that two findings can share one
   * @param others the names of the methods that are called in the same line
   * @return the number to pass to the hooks
   */
  int found(
      CallSite site, String type, String method, int line, int instruction, Set<String> others);

  /**
   * One was not found in its class.
   *
   * @param site what was sought
   * @param type the binary name of the class
   */
  void missing(CallSite site, String type);
}
