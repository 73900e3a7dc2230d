package dev.unclog.probe.report;

import dev.unclog.probe.boot.Kind;
import dev.unclog.probe.weave.ClassMarks;
import dev.unclog.probe.weave.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether {@code @AllowBlocking} covers what was seen: whether it was reached through code written
 * inside an annotated method, type or package.
 */
final class Allowed {
  private static final Object NO_MARKS = new Object();

  private final Marks marks;
  private final Map<String, Object> packages = new ConcurrentHashMap<>();

  Allowed(Marks marks) {
    this.marks = marks;
  }

  /** Whether any annotation that was met allows anything. */
  boolean allowsAnything() {
    return marks.allowAnything()
        || packages.values().stream().anyMatch(each -> each instanceof ClassMarks);
  }

  boolean allows(List<Frame> stack, Kind kind, ClassLoader likely) {
    // A recursion has thousands of frames, and whoever gets little of the processor little time.
    Set<String> asked = new HashSet<>();
    for (Frame frame : stack) {
      if (!Frames.isJdk(frame.className())
          && asked.add(frame.className() + '.' + frame.method() + frame.descriptor())
          && allows(frame, kind, likely)) {
        return true;
      }
    }
    return false;
  }

  private boolean allows(Frame frame, Kind kind, ClassLoader likely) {
    ClassMarks own = marks.of(frame.className());
    if (own != null && own.allows(frame.method(), frame.descriptor(), kind.name())) {
      return true;
    }
    return enclosingAllows(frame, kind) || packageAllows(frame, kind, likely);
  }

  /** A nested class is written inside another, perhaps inside one of its methods. */
  private boolean enclosingAllows(Frame frame, Kind kind) {
    String name = frame.className();
    for (int at = name.lastIndexOf('$'); at > 0; at = name.lastIndexOf('$', at - 1)) {
      ClassMarks outer = marks.of(name.substring(0, at));
      if (outer != null) {
        return enclosingAllows(typeOf(frame, outer.loader().get()), kind);
      }
    }
    return false;
  }

  private boolean enclosingAllows(Class<?> nested, Kind kind) {
    try {
      Class<?> each = nested;
      while (each != null) {
        Class<?> outer = each.getEnclosingClass();
        ClassMarks outerMarks = outer == null ? null : marks.of(outer.getName());
        if (outerMarks != null) {
          Method method = each.getEnclosingMethod();
          Constructor<?> constructor = each.getEnclosingConstructor();
          String name = method != null ? method.getName() : constructor != null ? "<init>" : "";
          if (outerMarks.allows(name, null, kind.name())) {
            return true;
          }
        }
        each = outer;
      }
    } catch (LinkageError e) {
      // A class that cannot be completed says nothing.
    }
    return false;
  }

  private static Class<?> typeOf(Frame frame, ClassLoader loader) {
    if (frame.type() != null) {
      return frame.type();
    }
    try {
      return Class.forName(frame.className(), false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private boolean packageAllows(Frame frame, Kind kind, ClassLoader likely) {
    String name = frame.className();
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    String inside = name.substring(0, dot);
    // What a likely loader does not find, the right one may; that answer is not kept.
    Object known =
        frame.type() == null
            ? packageMarks(inside, likely)
            : packages.computeIfAbsent(
                inside, each -> packageMarks(each, frame.type().getClassLoader()));
    return known instanceof ClassMarks found && found.allows("", null, kind.name());
  }

  private static Object packageMarks(String name, ClassLoader loader) {
    if (loader == null) {
      return NO_MARKS;
    }
    String file = name.replace('.', '/') + "/package-info.class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in == null ? NO_MARKS : Marks.ofPackage(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return NO_MARKS;
    }
  }
}
