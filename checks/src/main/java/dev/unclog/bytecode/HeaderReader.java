package dev.unclog.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a header, without any code. */
final class HeaderReader extends ClassVisitor {
  private String name = "";
  private Optional<String> superclass = Optional.empty();
  private List<String> interfaces = List.of();
  private final List<String> permittedSubclasses = new ArrayList<>();
  private int access;
  private String sourceFile = "";
  private final List<MethodHeader> methods = new ArrayList<>();

  private HeaderReader() {
    super(Opcodes.ASM9);
  }

  static ClassHeader read(ClassReader reader) {
    HeaderReader header = new HeaderReader();
    reader.accept(header, ClassReader.SKIP_CODE);
    return new ClassHeader(
        header.name,
        header.superclass,
        header.interfaces,
        header.permittedSubclasses,
        has(header.access, Opcodes.ACC_INTERFACE),
        has(header.access, Opcodes.ACC_ABSTRACT),
        has(header.access, Opcodes.ACC_FINAL),
        header.sourceFile,
        header.methods);
  }

  @Override
  public void visit(
      int version,
      int flags,
      String internalName,
      String signature,
      String superName,
      String[] superInterfaces) {
    name = Names.binary(internalName);
    access = flags;
    superclass = Optional.ofNullable(superName).map(Names::binary);
    interfaces = Arrays.stream(superInterfaces).map(Names::binary).toList();
  }

  @Override
  public void visitSource(String source, String debug) {
    sourceFile = source == null ? "" : source;
  }

  @Override
  public void visitPermittedSubclass(String permitted) {
    permittedSubclasses.add(Names.binary(permitted));
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String method, String descriptor, String signature, String[] exceptions) {
    if (!method.equals("<clinit>")) {
      methods.add(
          new MethodHeader(
              Names.method(name, method, descriptor),
              Type.getReturnType(descriptor).getClassName(),
              has(flags, Opcodes.ACC_STATIC),
              has(flags, Opcodes.ACC_PRIVATE),
              has(flags, Opcodes.ACC_FINAL),
              has(flags, Opcodes.ACC_ABSTRACT),
              has(flags, Opcodes.ACC_SYNTHETIC)));
    }
    return null;
  }

  private static boolean has(int access, int flag) {
    return (access & flag) != 0;
  }
}
