package dev.unclog.weaving;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Replaces what the JVM would link at run time by plain code. */
public final class Weaver {
  private static final String SUFFIX = ".class";

  private Weaver() {}

  /**
   * Rewrites the classes in a folder. Those of this package are left as they are: they are running.
   *
   * @param arguments the folder, and the one beneath it whose classes are meant
   * @throws IOException if a class file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path own = root.resolve(Weaver.class.getPackageName().replace('.', '/'));
    Map<Path, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root.resolve(arguments[1]))) {
      for (Path file : files.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
        if (!file.startsWith(own)) {
          classes.put(file, Files.readAllBytes(file));
        }
      }
    }
    for (Map.Entry<String, byte[]> woven : weave(classes.values()).entrySet()) {
      Files.write(root.resolve(woven.getKey() + SUFFIX), woven.getValue());
    }
  }

  /**
   * Rewrites classes.
   *
   * @param files class files; those that are nested in one another together
   * @return by internal name, the classes that have changed and those that were added
   */
  static Map<String, byte[]> weave(Iterable<byte[]> files) {
    Map<String, ClassNode> classes = new TreeMap<>();
    for (byte[] file : files) {
      ClassNode read = new ClassNode();
      new ClassReader(file).accept(read, 0);
      classes.put(read.name, read);
    }
    Map<String, ClassNode> woven = new TreeMap<>();
    for (ClassNode host : classes.values()) {
      FunctionClass functions = functions(host);
      if (RecordMethods.replace(host) || !functions.isEmpty()) {
        woven.put(host.name, host);
      }
      if (!functions.isEmpty()) {
        // The bodies of functions are private, so their class has to be of the nest.
        ClassNode nest = host.nestHostClass == null ? host : classes.get(host.nestHostClass);
        ClassNode added = functions.in(nest);
        woven.put(nest.name, nest);
        woven.put(added.name, added);
      }
    }
    return woven.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> bytes(each.getValue())));
  }

  /** Has a class take its functions from elsewhere. */
  private static FunctionClass functions(ClassNode host) {
    FunctionClass functions = new FunctionClass(host);
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic && FunctionSite.is(dynamic)) {
          method.instructions.insert(instruction, functions.add(FunctionSite.of(dynamic)));
          method.instructions.remove(instruction);
        }
      }
    }
    return functions;
  }

  private static byte[] bytes(ClassNode woven) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    woven.accept(writer);
    return writer.toByteArray();
  }
}
