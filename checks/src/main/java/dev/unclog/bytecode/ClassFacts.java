package dev.unclog.bytecode;

import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;

/**
 * What one class file says.
 *
 * <p>The header is at hand; bodies are worked out when asked for and not remembered: whoever asks
 * keeps the answer. Not for use by several threads at once.
 */
public final class ClassFacts {
  private final byte[] classFile;
  private final ClassHeader header;

  /**
   * Instructions in the form of objects take many times the file's size, so they may go whenever
   * memory is collected, and are read once more should another method be asked for.
   */
  private WeakReference<ClassBodies> bodies = new WeakReference<>(null);

  private ClassFacts(byte[] classFile, ClassHeader header) {
    this.classFile = classFile;
    this.header = header;
  }

  /**
   * Reads a class file.
   *
   * @param classFile its bytes, which must not change from now on
   * @throws UnreadableClassException if it is damaged, or of a newer version than is known
   */
  public static ClassFacts read(byte[] classFile) {
    return new ClassFacts(classFile, ClassFile.read(classFile, HeaderReader::read));
  }

  /** How the class is declared. */
  public ClassHeader header() {
    return header;
  }

  /**
   * What a method, a constructor or the body of a lambda does.
   *
   * <p>The body of a lambda is a method of its own; its {@link dev.unclog.call.Value.Parameter}s
   * are counted as the class file has them, what was captured first. A call on the way into {@code
   * throw new X(…)} is left out, and so is code that nothing leads to.
   *
   * @param method its name; of several methods that differ in their return types alone, the one
   *     that was written, which the others lead to
   * @param interests the methods that facts are to tell of
   * @return empty if the class declares none of that name
   * @throws UnreadableClassException if its instructions are damaged
   */
  public Optional<BodyFacts> body(MethodKey method, Interests interests) {
    return ClassFile.read(header.name(), () -> bodies().read(method, interests));
  }

  /**
   * What the class does when it is first used. No method's facts hold any of this.
   *
   * @param interests the methods that facts are to tell of
   * @return empty if it does nothing
   * @throws UnreadableClassException if its instructions are damaged
   */
  public Optional<BodyFacts> staticInitializer(Interests interests) {
    return body(new MethodKey(header.name(), "<clinit>", List.of()), interests);
  }

  /**
   * What the class's methods assign to a field of their own object.
   *
   * @param field its name
   * @return empty if that cannot be followed, or they assign it to other objects
   * @throws UnreadableClassException if its instructions are damaged
   */
  public Optional<List<Assigned>> writes(String field) {
    return ClassFile.read(header.name(), () -> bodies().writes(field));
  }

  /**
   * Whether the class's methods assign a field.
   *
   * @param type the binary name of the class that declares it
   * @param field its name
   * @throws UnreadableClassException if its instructions are damaged
   */
  public boolean assigns(String type, String field) {
    return ClassFile.read(header.name(), () -> bodies().assigns(type, field));
  }

  /**
   * The class whose nest it belongs to: such classes share what is private.
   *
   * @return its binary name; its own if it is none but its own
   * @throws UnreadableClassException if its instructions are damaged
   */
  public String nestHost() {
    return ClassFile.read(header.name(), () -> bodies().nestHost());
  }

  /**
   * The other classes of the nest that it is the host of.
   *
   * @return their binary names
   * @throws UnreadableClassException if its instructions are damaged
   */
  public List<String> nestMembers() {
    return ClassFile.read(header.name(), () -> bodies().nestMembers());
  }

  /**
   * Whether code was left out of the file: so compilers are given what others are compiled against,
   * to be spared compiling again when no declaration has changed.
   *
   * @return false for a class that never had any
   * @throws UnreadableClassException if its instructions are damaged
   */
  public boolean isBodiless() {
    return ClassFile.read(header.name(), () -> bodies().isBodiless());
  }

  private ClassBodies bodies() {
    ClassBodies known = bodies.get();
    if (known == null) {
      known = ClassFile.read(classFile, ClassBodies::read);
      bodies = new WeakReference<>(known);
    }
    return known;
  }
}
