package dev.unclog.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Which classes of a jar or folder call the constructors of a class.
 *
 * <p>The tables of constants tell, which is far less than all there is to a class. They are read
 * once, when somebody first asks. Not for use by several threads at once.
 */
public final class ConstructorUses {
  private static final int METHOD_REFERENCE = 10;
  private static final int METHOD_HANDLE = 15;
  private static final int NEW_INVOKE_SPECIAL = 8;

  private final Map<String, List<String>> users = new HashMap<>();
  private final Set<String> usedAsFunctions = new HashSet<>();
  private boolean isWhole = true;

  private ConstructorUses() {}

  /**
   * Reads a jar or folder.
   *
   * @param place the jar, or the folder that packages are folders of
   * @throws IOException if it cannot be read
   */
  public static ConstructorUses in(Path place) throws IOException {
    ConstructorUses uses = new ConstructorUses();
    ClassFilesIn.place(place, uses::add);
    return uses;
  }

  /**
   * All of it, to be kept; but for the JDK's classes, which are never asked for.
   *
   * @return who calls constructors, by the class that these are of
   */
  public Map<String, List<String>> all() {
    Map<String, List<String>> all = new HashMap<>(users);
    all.keySet().removeIf(type -> type.startsWith("java."));
    return all;
  }

  /**
   * The classes of whose constructors functions are made.
   *
   * @return by binary name
   */
  public Set<String> usedAsFunctions() {
    return Set.copyOf(usedAsFunctions);
  }

  /** Whether every class was looked into. */
  public boolean isWhole() {
    return isWhole;
  }

  private void add(byte[] classFile) {
    try {
      ClassFile.read(
          classFile,
          reader -> {
            read(reader);
            return null;
          });
    } catch (UnreadableClassException e) {
      isWhole = false;
    }
  }

  private void read(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    String user = Names.binary(reader.getClassName());
    Set<String> used = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item == 0) {
        continue; // The second half of a long.
      }
      int tag = reader.readByte(item - 1);
      if (tag == METHOD_REFERENCE && isConstructor(reader, item, buffer)) {
        used.add(owner(reader, item, buffer));
      } else if (tag == METHOD_HANDLE && reader.readByte(item) == NEW_INVOKE_SPECIAL) {
        int method = reader.getItem(reader.readUnsignedShort(item + 1));
        usedAsFunctions.add(owner(reader, method, buffer));
      }
    }
    used.forEach(type -> users.computeIfAbsent(type, key -> new ArrayList<>(1)).add(user));
  }

  private static boolean isConstructor(ClassReader reader, int method, char[] buffer) {
    int nameAndType = reader.getItem(reader.readUnsignedShort(method + 2));
    return "<init>".equals(reader.readUTF8(nameAndType, buffer));
  }

  private static String owner(ClassReader reader, int method, char[] buffer) {
    return Names.binary(reader.readClass(method, buffer));
  }
}
