package dev.unclog.finding;

import java.util.List;

/**
 * A finding in the terms of class files, for whoever watches the program run.
 *
 * @param type the binary name of the outermost class that the finding is in; empty where it is in
 *     none
 * @param sites the calls to watch, that of the cooperative code first; none where no call was found
 */
public record Code(String type, List<Site> sites) {
  /** Copies the list. */
  public Code {
    sites = List.copyOf(sites);
  }

  /**
   * Where a call stands.
   *
   * @param type the binary name of the class whose class file holds it
   * @param method the name of the method in whose source it stands, {@code <init>} and {@code
   *     <clinit>} included; functions that are written there have names that mean nothing
   * @param descriptor the method's; empty where the class file may have another than the source
   *     shows
   * @param line where it stands, or next to which, for javac notes no lines of constructions and of
   *     method references; 0 for wherever the method makes it
   * @param owner the binary name of the type through which it is made; empty for a monitor
   * @param callee the called method's name; {@link #MONITOR} where a monitor is taken
   * @param calleeDescriptor the called method's; empty where it is not known for sure
   */
  public record Site(
      String type,
      String method,
      String descriptor,
      int line,
      String owner,
      String callee,
      String calleeDescriptor) {
    /** What stands for a method's name where a {@code synchronized} block begins. */
    public static final String MONITOR = "monitorenter";
  }
}
