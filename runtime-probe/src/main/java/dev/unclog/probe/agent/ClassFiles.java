package dev.unclog.probe.agent;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** Reads what little of class files must be known before they are defined. */
final class ClassFiles {
  private ClassFiles() {}

  /** The internal names of a class's parent and interfaces. */
  static List<String> parents(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
    parents.add(reader.getSuperName());
    return parents;
  }
}
