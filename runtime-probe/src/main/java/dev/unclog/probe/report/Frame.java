package dev.unclog.probe.report;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame of a stack, with as much as its source knows.
 *
 * @param type its class; null where only names are known
 * @param descriptor the method's; null where unknown
 * @param element names and line
 */
record Frame(Class<?> type, String descriptor, StackTraceElement element) {
  static List<Frame> of(StackFrame[] frames) {
    List<Frame> all = new ArrayList<>(frames.length);
    for (StackFrame frame : frames) {
      if (!Frames.isOwn(frame.getClassName()) || !all.isEmpty()) {
        all.add(
            new Frame(
                frame.getDeclaringClass(),
                frame.getDescriptor(),
                plain(frame.toStackTraceElement())));
      }
    }
    return all;
  }

  static List<Frame> of(StackTraceElement[] elements) {
    List<Frame> all = new ArrayList<>(elements.length);
    for (StackTraceElement element : elements) {
      if (!Frames.isOwn(element.getClassName()) || !all.isEmpty()) {
        all.add(new Frame(null, null, plain(element)));
      }
    }
    return all;
  }

  /** Without class loader and module, of which sources differ in what they say. */
  static StackTraceElement plain(StackTraceElement element) {
    return new StackTraceElement(
        element.getClassName(),
        element.getMethodName(),
        element.getFileName(),
        element.getLineNumber());
  }

  static List<StackTraceElement> elements(List<Frame> frames) {
    List<StackTraceElement> elements = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      elements.add(frame.element());
    }
    return elements;
  }

  String className() {
    return element.getClassName();
  }

  String method() {
    return element.getMethodName();
  }
}
