package dev.unclog.probe.weave;

/**
 * A call to be watched, as a finding names it.
 *
 * @param method the method in whose source it stands; functions written there have other names
 * @param descriptor the method's; empty if any will do
 * @param line where it stands, or next to which; 0 for wherever the method makes it
 * @param owner the internal name of the type through which it is made
 * @param callee the called method's name, or {@link #MONITOR}
 * @param calleeDescriptor the called method's; empty if any will do
 */
public record CallSite(
    String method,
    String descriptor,
    int line,
    String owner,
    String callee,
    String calleeDescriptor) {
  /** What stands for a method's name where a block takes a monitor. */
  public static final String MONITOR = "monitorenter";

  private static final String CONSTRUCTOR = "<init>";

  /**
   * All of it.
   *
   * @return a text that is the same for the same call
   */
  public String key() {
    return method + descriptor + ' ' + line + ' ' + owner + '.' + callee + calleeDescriptor;
  }

  /** Whether a method of the class file holds code of the one in the source. */
  boolean isIn(String name, String signature) {
    return (name.equals(method) && (descriptor.isEmpty() || descriptor.equals(signature)))
        || name.startsWith("lambda$" + functionsIn(method) + "$");
  }

  private static String functionsIn(String method) {
    return switch (method) {
      case CONSTRUCTOR -> "new";
      case "<clinit>" -> "static";
      default -> method;
    };
  }

  boolean calls(String calledOwner, String name, String signature) {
    return name.equals(callee)
        && (calleeDescriptor.isEmpty() || calleeDescriptor.equals(signature))
        && (!name.equals(CONSTRUCTOR) || calledOwner.equals(owner));
  }

  /**
   * How far an instruction is from where it is sought: constructions and method references have no
   * lines of their own.
   *
   * @return the number of lines; negative if that is too far
   */
  int distance(int at, boolean isReference) {
    if (line == 0) {
      return 0;
    }
    int distance = Math.abs(line - at);
    return distance == 0 || isReference || callee.equals(CONSTRUCTOR) ? distance : -1;
  }
}
