package dev.unclog.bytecode;

import java.util.function.Function;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/** The one door to ASM's reader, which meets damaged files with whatever exception comes up. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private ClassFile() {}

  /**
   * Reads.
   *
   * @param bytes a class file, if all is well
   * @param use what to read of it; must not keep the reader
   * @throws UnreadableClassException if it is damaged, or newer than ASM
   */
  static <T> T read(byte[] bytes, Function<ClassReader, T> use) {
    if (bytes.length < 8 || intAt(bytes, 0) != MAGIC) {
      throw new UnreadableClassException("not a class file: " + bytes.length + " bytes");
    }
    ClassReader reader = open(bytes);
    return read(nameIn(reader), () -> use.apply(reader));
  }

  /**
   * Works on what was read before.
   *
   * @param name of the class, to be told if it is damaged after all
   * @throws UnreadableClassException if it is
   */
  static <T> T read(String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (UnreadableClassException e) {
      throw e;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // ASM asserts that no parameter is void; a constant made from itself overflows the stack.
      throw new UnreadableClassException("damaged class file of " + name, e);
    }
  }

  private static ClassReader open(byte[] bytes) {
    try {
      return new ClassReader(bytes);
    } catch (RuntimeException e) {
      // ASM has words for a version that it does not know, for damage it has none.
      if (e instanceof IllegalArgumentException && e.getMessage() != null) {
        throw new UnreadableClassException(
            "class file of version " + (intAt(bytes, 4) & 0xFFFF) + ", newer than can be read", e);
      }
      throw new UnreadableClassException("damaged class file: its constants end too early", e);
    }
  }

  private static String nameIn(ClassReader reader) {
    try {
      return Names.binary(reader.getClassName());
    } catch (RuntimeException e) {
      return "a class without a readable name";
    }
  }

  private static int intAt(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 24
        | (bytes[offset + 1] & 0xFF) << 16
        | (bytes[offset + 2] & 0xFF) << 8
        | (bytes[offset + 3] & 0xFF);
  }
}
