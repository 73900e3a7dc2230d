package dev.unclog.probe.weave;

import dev.unclog.probe.weave.Advice.Argument;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the annotations of one class file. */
final class MarkReader extends ClassVisitor {
  static final String ALLOW_BLOCKING = "Ldev/unclog/annotations/AllowBlocking;";
  static final String COOPERATIVE = "Ldev/unclog/annotations/Cooperative;";

  private final Map<String, Set<String>> ofMethods = new HashMap<>();
  private final Map<String, List<String>> lambdas = new HashMap<>();
  private final List<Advice> cooperative = new ArrayList<>();
  private final List<Advice> ifTypeIsCooperative = new ArrayList<>();
  private String name;
  private Set<String> ofClass;
  private boolean cooperativeType;

  private MarkReader() {
    super(Opcodes.ASM9);
  }

  static ClassMarks read(byte[] classFile, WeakReference<ClassLoader> loader) {
    MarkReader reader = new MarkReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    reader.spreadToLambdas();
    return new ClassMarks(
        reader.name,
        loader,
        reader.ofClass,
        reader.ofMethods,
        reader.cooperativeType ? reader.ifTypeIsCooperative : reader.cooperative);
  }

  @Override
  public void visit(
      int version, int access, String internal, String signature, String parent, String[] types) {
    name = internal.replace('/', '.');
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (descriptor.equals(COOPERATIVE)) {
      cooperativeType = true;
    } else if (descriptor.equals(ALLOW_BLOCKING)) {
      ofClass = new HashSet<>();
      return new Kinds(ofClass);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    String key = method + descriptor;
    // Lambdas are called where they run; constructors cannot be wrapped before super(...).
    boolean weavable = (access & Opcodes.ACC_SYNTHETIC) == 0 && !method.startsWith("<");
    Advice advice =
        new Advice(method, descriptor, Argument.NONE, -1, "cooperativeBegins", "cooperativeEnds");
    if (weavable) {
      ifTypeIsCooperative.add(advice);
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (annotation.equals(COOPERATIVE) && weavable) {
          cooperative.add(advice);
        } else if (annotation.equals(ALLOW_BLOCKING)) {
          Set<String> kinds = new HashSet<>();
          ofMethods.put(key, kinds);
          return new Kinds(kinds);
        }
        return null;
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle
              && handle.getOwner().replace('/', '.').equals(name)
              && handle.getName().startsWith("lambda$")) {
            lambdas
                .computeIfAbsent(key, k -> new ArrayList<>())
                .add(handle.getName() + handle.getDesc());
          }
        }
      }
    };
  }

  /** What is written inside an annotated method is allowed as well, at any depth. */
  private void spreadToLambdas() {
    List<String> open = new ArrayList<>(ofMethods.keySet());
    while (!open.isEmpty()) {
      String method = open.remove(open.size() - 1);
      for (String lambda : lambdas.getOrDefault(method, List.of())) {
        if (ofMethods.putIfAbsent(lambda, ofMethods.get(method)) == null) {
          open.add(lambda);
        }
      }
    }
  }

  /** Reads the annotation's kinds. */
  private static final class Kinds extends AnnotationVisitor {
    private final Set<String> kinds;

    Kinds(Set<String> kinds) {
      super(Opcodes.ASM9);
      this.kinds = kinds;
    }

    @Override
    public AnnotationVisitor visitArray(String element) {
      return element.equals("kinds") ? this : null;
    }

    @Override
    public void visitEnum(String element, String descriptor, String value) {
      kinds.add(value);
    }
  }
}
