package dev.unclog.weaving;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class whose objects are the functions of another class, told apart by a number: a class for
 * each would take as long to load as the JVM takes to make it.
 *
 * <p>It implements the interfaces of all these functions. If two of them brought a method of the
 * same name and types, the JVM would refuse a call of it: the build fails before that.
 */
final class FunctionClass {
  private static final String NUMBER = "number";
  private static final String KNOWN = "known";
  private static final String CONSTRUCTOR = "<init>";
  private static final String FACTORY = "of";
  private static final String ERROR = Type.getInternalName(AssertionError.class);

  private final ClassNode host;
  private final String owner;
  private final List<FunctionSite> sites = new ArrayList<>();
  private final Set<String> factories = new LinkedHashSet<>();

  FunctionClass(ClassNode host) {
    this.host = host;
    this.owner = host.name + "$$Functions";
  }

  boolean isEmpty() {
    return sites.isEmpty();
  }

  static String captured(int position) {
    return "captured" + position;
  }

  /**
   * Takes a function.
   *
   * @return what makes it out of what it captures, which is on the stack
   */
  InsnList add(FunctionSite site) {
    List<Type> given = new ArrayList<>(site.captured());
    given.add(Type.INT_TYPE);
    String factory =
        Type.getMethodDescriptor(Type.getObjectType(owner), given.toArray(Type[]::new));
    factories.add(factory);
    InsnList made = new InsnList();
    made.add(new LdcInsnNode(sites.size()));
    made.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, FACTORY, factory));
    sites.add(site);
    return made;
  }

  /** Makes the class, as one of a nest. */
  ClassNode in(ClassNode nest) {
    ClassNode made = new ClassNode();
    made.version = host.version;
    made.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    made.name = owner;
    made.superName = Conversions.OBJECT.getInternalName();
    made.interfaces = sites.stream().map(site -> site.type().getInternalName()).distinct().toList();
    check(made.interfaces);
    made.nestHostClass = nest.name;
    if (nest.nestMembers == null) {
      nest.nestMembers = new ArrayList<>();
    }
    if (!nest.nestMembers.contains(owner)) { // As it is if this is not the first time.
      nest.nestMembers.add(owner);
    }
    fields(made);
    constructor(made);
    for (String factory : factories) {
      factory(made, factory);
    }
    Map<String, List<Integer>> bySignature = new LinkedHashMap<>();
    for (int i = 0; i < sites.size(); i++) {
      bySignature.computeIfAbsent(sites.get(i).signature(), key -> new ArrayList<>()).add(i);
    }
    bySignature.values().forEach(numbers -> method(made, numbers));
    return made;
  }

  private void check(List<String> interfaces) {
    Map<String, Class<?>> brought = new HashMap<>();
    Set<String> written = new HashSet<>();
    sites.forEach(site -> written.add(site.signature()));
    for (String each : interfaces) {
      for (Method method : load(each).getMethods()) {
        String signature = method.getName() + Type.getMethodDescriptor(method);
        Class<?> type = method.getDeclaringClass();
        Class<?> other = method.isDefault() ? brought.putIfAbsent(signature, type) : null;
        if (method.isDefault() && written.contains(signature) || other != null && other != type) {
          throw new IllegalStateException(
              "%s has functions of several interfaces, %s among them, that have a method %s: write one as a class"
                  .formatted(
                      Type.getObjectType(host.name).getClassName(),
                      type.getName(),
                      method.getName()));
        }
      }
    }
  }

  private static Class<?> load(String internalName) {
    try {
      return Class.forName(
          Type.getObjectType(internalName).getClassName(),
          /* initialize= */ false,
          FunctionClass.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("an interface is missing: " + internalName, e);
    }
  }

  private void fields(ClassNode made) {
    int most = sites.stream().mapToInt(site -> site.captured().size()).max().orElse(0);
    made.fields.add(new FieldNode(Opcodes.ACC_PRIVATE, NUMBER, "I", null, null));
    for (int i = 0; i < most; i++) {
      made.fields.add(
          new FieldNode(
              Opcodes.ACC_PRIVATE, captured(i), Conversions.OBJECT.getDescriptor(), null, null));
    }
    made.fields.add(
        new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, KNOWN, array(), null, null));
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitLdcInsn(sites.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, owner);
    code.visitFieldInsn(Opcodes.PUTSTATIC, owner, KNOWN, array());
    code.visitInsn(Opcodes.RETURN);
    made.methods.add(code);
  }

  private String array() {
    return "[L" + owner + ";";
  }

  private void constructor(ClassNode made) {
    MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE, CONSTRUCTOR, "(I)V", null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, made.superName, CONSTRUCTOR, "()V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, owner, NUMBER, "I");
    code.visitInsn(Opcodes.RETURN);
    made.methods.add(code);
  }

  private void factory(ClassNode made, String descriptor) {
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, FACTORY, descriptor, null, null);
    Type[] given = Type.getArgumentTypes(descriptor);
    int number = 0;
    for (int i = 0; i < given.length - 1; i++) {
      number += given[i].getSize();
    }
    if (number == 0) {
      // What captures nothing is made once, as by the JVM.
      Label isKnown = new Label();
      known(code, number);
      code.visitInsn(Opcodes.AALOAD);
      code.visitJumpInsn(Opcodes.IFNONNULL, isKnown);
      known(code, number);
      create(code, number);
      code.visitInsn(Opcodes.AASTORE);
      code.visitLabel(isKnown);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      known(code, number);
      code.visitInsn(Opcodes.AALOAD);
    } else {
      create(code, number);
      int local = 0;
      for (int i = 0; i < given.length - 1; i++) {
        code.visitInsn(Opcodes.DUP);
        code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
        Conversions.convert(code, given[i], Conversions.OBJECT);
        code.visitFieldInsn(
            Opcodes.PUTFIELD, owner, captured(i), Conversions.OBJECT.getDescriptor());
        local += given[i].getSize();
      }
    }
    code.visitInsn(Opcodes.ARETURN);
    made.methods.add(code);
  }

  private void known(MethodNode code, int number) {
    code.visitFieldInsn(Opcodes.GETSTATIC, owner, KNOWN, array());
    code.visitVarInsn(Opcodes.ILOAD, number);
  }

  private void create(MethodNode code, int number) {
    code.visitTypeInsn(Opcodes.NEW, owner);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ILOAD, number);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, CONSTRUCTOR, "(I)V", false);
  }

  /** A method of an interface, which does what the function does whose number the object has. */
  private void method(ClassNode made, List<Integer> numbers) {
    FunctionSite first = sites.get(numbers.get(0));
    MethodNode code =
        new MethodNode(
            Opcodes.ACC_PUBLIC, first.method(), first.erased().getDescriptor(), null, null);
    Label[] functions = numbers.stream().map(number -> new Label()).toArray(Label[]::new);
    Label none = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, NUMBER, "I");
    code.visitLookupSwitchInsn(
        none, numbers.stream().mapToInt(Integer::intValue).toArray(), functions);
    for (int i = 0; i < functions.length; i++) {
      code.visitLabel(functions[i]);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      sites.get(numbers.get(i)).run(code, owner);
    }
    code.visitLabel(none);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitTypeInsn(Opcodes.NEW, ERROR);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, ERROR, CONSTRUCTOR, "()V", false);
    code.visitInsn(Opcodes.ATHROW);
    made.methods.add(code);
  }
}
