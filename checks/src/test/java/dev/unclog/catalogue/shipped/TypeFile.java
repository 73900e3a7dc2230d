package dev.unclog.catalogue.shipped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What one class file declares for others to use; all types by binary name.
 *
 * @param name the type
 * @param isInterface whether it is one, or an annotation type
 * @param supertypes the superclass first, then the interfaces
 * @param methods public and protected methods and constructors
 * @param fields public and protected fields
 */
record TypeFile(
    String name,
    boolean isInterface,
    List<String> supertypes,
    List<Method> methods,
    List<String> fields) {

  /**
   * A method or constructor.
   *
   * @param owner the type that declares it
   * @param parameterTypes erased
   * @param isStatic whether it is
   * @param isBridge whether the compiler made it, so that no source can name it
   */
  record Method(
      String owner, String name, List<String> parameterTypes, boolean isStatic, boolean isBridge) {}

  static TypeFile read(byte[] classFile) {
    Reader reader = new Reader();
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new TypeFile(
        reader.name,
        reader.isInterface,
        List.copyOf(reader.supertypes),
        List.copyOf(reader.methods),
        List.copyOf(reader.fields));
  }

  private static final class Reader extends ClassVisitor {
    private String name;
    private boolean isInterface;
    private final List<String> supertypes = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String internalName,
        String signature,
        String superName,
        String[] interfaces) {
      name = internalName.replace('/', '.');
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      Stream.concat(Stream.ofNullable(superName), Arrays.stream(interfaces))
          .map(each -> each.replace('/', '.'))
          .forEach(supertypes::add);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      if (isForOthers(access)) {
        methods.add(
            new Method(
                name,
                method,
                Arrays.stream(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList(),
                (access & Opcodes.ACC_STATIC) != 0,
                (access & Opcodes.ACC_SYNTHETIC) != 0));
      }
      return null;
    }

    @Override
    public FieldVisitor visitField(
        int access, String field, String descriptor, String signature, Object value) {
      if (isForOthers(access)) {
        fields.add(field);
      }
      return null;
    }

    private static boolean isForOthers(int access) {
      return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }
  }
}
