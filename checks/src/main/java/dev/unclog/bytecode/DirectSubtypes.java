package dev.unclog.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * Who extends or implements whom, directly, among the classes of one jar or folder.
 *
 * <p>The index is made when it is first asked, from the headers of all class files: a jar costs
 * what it takes to unpack it. It holds names alone, of at most {@link #MOST_CLASSES} classes. What
 * everything extends, {@code java.lang.Object}, has no subtypes here. Classes for certain versions
 * of Java, below {@code META-INF}, are not looked at. Not for use by several threads at once.
 */
public final class DirectSubtypes {
  /** How many classes are taken up; beyond, {@link #isWhole} says no. */
  public static final int MOST_CLASSES = 200_000;

  private final Path place;
  private final Map<String, List<String>> subtypes = new HashMap<>();

  /** One instance of each name: most are a supertype's as well as a class's own. */
  private final Map<String, String> names = new HashMap<>();

  private boolean isRead;
  private boolean isWhole = true;
  private int classes;

  private DirectSubtypes(Path place) {
    this.place = place;
  }

  /**
   * The index of a jar or folder, nothing of it read yet.
   *
   * @param place the jar, or the folder that packages are folders of
   */
  public static DirectSubtypes in(Path place) {
    return new DirectSubtypes(place);
  }

  /**
   * The whole index, to be kept.
   *
   * @return the direct subtypes by type
   * @throws IOException if the jar or folder cannot be read
   */
  public Map<String, List<String>> all() throws IOException {
    read();
    return Collections.unmodifiableMap(subtypes);
  }

  /**
   * The direct subtypes of a class or interface.
   *
   * @param type by binary name
   * @return by binary name, in order of the alphabet
   * @throws IOException if the jar or folder cannot be read
   */
  public List<String> of(String type) throws IOException {
    read();
    return Collections.unmodifiableList(subtypes.getOrDefault(type, List.of()));
  }

  /**
   * Whether every class was taken up: none was damaged, newer than can be read, or one too many.
   *
   * @throws IOException if the jar or folder cannot be read
   */
  public boolean isWhole() throws IOException {
    read();
    return isWhole;
  }

  private void read() throws IOException {
    if (isRead) {
      return;
    }
    ClassFilesIn.place(place, this::add);
    names.clear();
    subtypes.values().forEach(Collections::sort);
    isRead = true;
  }

  private void add(byte[] classFile) {
    if (++classes > MOST_CLASSES) {
      isWhole = false;
      return;
    }
    try {
      List<String> types = ClassFile.read(classFile, DirectSubtypes::typeAndSupertypes);
      for (String supertype : types.subList(1, types.size())) {
        if (!supertype.equals("java.lang.Object")) {
          subtypes
              .computeIfAbsent(shared(supertype), key -> new ArrayList<>(1))
              .add(shared(types.get(0)));
        }
      }
    } catch (UnreadableClassException e) {
      isWhole = false;
    }
  }

  private static List<String> typeAndSupertypes(ClassReader reader) {
    List<String> types = new ArrayList<>();
    types.add(Names.binary(reader.getClassName()));
    if (reader.getSuperName() != null) {
      types.add(Names.binary(reader.getSuperName()));
    }
    for (String supertype : reader.getInterfaces()) {
      types.add(Names.binary(supertype));
    }
    return types;
  }

  private String shared(String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
