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
import org.objectweb.asm.Type;

/** Reads what annotations say of one class: its own, and those of what it overrides. */
final class MarkReader extends ClassVisitor {
  static final String ALLOW_BLOCKING = "Ldev/unclog/annotations/AllowBlocking;";
  static final String COOPERATIVE = "Ldev/unclog/annotations/Cooperative;";

  private static final int NOT_INHERITED =
      Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

  private final ClassLoader loader;
  private final Inheritance inheritance;
  private final Set<String> inherited;
  private final Map<String, Set<String>> ofMethods = new HashMap<>();
  private final Map<String, List<String>> lambdas = new HashMap<>();
  private final Map<String, String> bridges = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private final Set<String> cooperative = new HashSet<>();
  private String internalName;
  private Set<String> ofClass;
  private boolean cooperativeType;

  private MarkReader(ClassLoader loader, Inheritance inheritance, Set<String> inherited) {
    super(Opcodes.ASM9);
    this.loader = loader;
    this.inheritance = inheritance;
    this.inherited = inherited;
  }

  /**
   * Reads a class.
   *
   * @param inheritance knows other types
   * @param inherited the methods whose overrides are cooperative
   */
  static ClassMarks read(
      byte[] classFile, ClassLoader loader, Inheritance inheritance, Set<String> inherited) {
    MarkReader reader = new MarkReader(loader, inheritance, inherited);
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.marks();
  }

  private ClassMarks marks() {
    spreadToLambdas();
    Set<String> handedOn = new HashSet<>(inherited);
    for (Map.Entry<String, Integer> method : methods.entrySet()) {
      String key = method.getKey();
      boolean mayBeOverridden = (method.getValue() & NOT_INHERITED) == 0;
      if (mayBeOverridden && inherited.contains(key)) {
        cooperative.add(key);
      } else if (isWeavable(key, method.getValue()) && cooperativeType) {
        cooperative.add(key);
      }
      if (mayBeOverridden && cooperative.contains(key)) {
        handedOn.add(key);
      }
    }
    for (Map.Entry<String, String> bridge : bridges.entrySet()) {
      if (inherited.contains(bridge.getKey())) {
        cooperative.add(bridge.getValue());
        handedOn.add(bridge.getValue());
      }
    }
    List<Advice> advice = new ArrayList<>();
    for (String key : cooperative) {
      int descriptor = key.indexOf('(');
      advice.add(
          new Advice(
              key.substring(0, descriptor),
              key.substring(descriptor),
              Argument.NONE,
              -1,
              "cooperativeBegins",
              "cooperativeEnds"));
    }
    return new ClassMarks(
        internalName.replace('/', '.'),
        new WeakReference<>(loader),
        ofClass,
        ofMethods,
        advice,
        new Cooperation(cooperativeType, handedOn));
  }

  /** Lambdas are called where they run; constructors cannot be wrapped before super(...). */
  private static boolean isWeavable(String key, int access) {
    return (access & Opcodes.ACC_SYNTHETIC) == 0 && !key.startsWith("<");
  }

  @Override
  public void visit(
      int version, int access, String internal, String signature, String parent, String[] types) {
    internalName = internal;
    if (inheritance != null && internal.indexOf('$') < 0) {
      cooperativeType = inheritance.ofSurroundings(loader, internal).members();
    }
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
  public void visitInnerClass(String name, String outer, String simple, int access) {
    // A member type; one that is local or anonymous belongs to where it runs.
    if (name.equals(internalName) && outer != null && loader != null) {
      cooperativeType |= inheritance.of(loader, outer).members();
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    String key = method + descriptor;
    methods.put(key, access);
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (annotation.equals(COOPERATIVE) && isWeavable(key, access)) {
          cooperative.add(key);
        } else if (annotation.equals(ALLOW_BLOCKING)) {
          Set<String> kinds = new HashSet<>();
          ofMethods.put(key, kinds);
          return new Kinds(kinds);
        }
        return null;
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String type, boolean isInterface) {
        if ((access & Opcodes.ACC_BRIDGE) != 0
            && owner.equals(internalName)
            && called.equals(method)) {
          bridges.put(key, called + type);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle
              && handle.getOwner().equals(internalName)
              && handle.getName().startsWith("lambda$")) {
            String lambda = handle.getName() + handle.getDesc();
            List<String> some = lambdas.get(key);
            if (some == null) {
              some = new ArrayList<>();
              lambdas.put(key, some);
            }
            some.add(lambda);
            if (arguments[0] instanceof Type erased && overrides(type, called, erased)) {
              cooperative.add(lambda);
            }
          }
        }
      }
    };
  }

  /** Whether a lambda is an override of a cooperative method. */
  private boolean overrides(String type, String method, Type erased) {
    Type function = Type.getReturnType(type);
    return loader != null
        && function.getSort() == Type.OBJECT
        && inheritance
            .of(loader, function.getInternalName())
            .methods()
            .contains(method + erased.getDescriptor());
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
