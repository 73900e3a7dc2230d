package dev.unclog.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is stored of a class and all the classes within it: they are compiled together, and a
 * function in one may be given away in another. The bodies are kept as they are written.
 */
public final class StoredUnit {
  private final String outermost;
  private final List<StoredClass> classes;
  private final byte[] bodies;

  StoredUnit(String outermost, List<StoredClass> classes, byte[] bodies) {
    this.outermost = outermost;
    this.classes = List.copyOf(classes);
    this.bodies = bodies;
  }

  /**
   * Packs facts.
   *
   * @param outermost the binary name of the class that the others are in
   * @param classes all of them
   * @param bodies of all of them
   * @return the unit
   */
  public static StoredUnit of(
      String outermost, Collection<StoredClass> classes, Collection<StoredBody> bodies) {
    return new StoredUnit(
        outermost,
        classes.stream().sorted(Comparator.comparing(StoredClass::name)).toList(),
        BodiesWriter.write(bodies));
  }

  /** The binary name of the class that the others are in. */
  public String outermost() {
    return outermost;
  }

  /** The classes, in the order of their names. */
  public List<StoredClass> classes() {
    return classes;
  }

  /**
   * The bodies, read anew by each call.
   *
   * @return in the order of their names
   * @throws BadFactsException if they cannot be read after all
   */
  public List<StoredBody> bodies() throws BadFactsException {
    return bodies(new Shared());
  }

  List<StoredBody> bodies(Shared shared) throws BadFactsException {
    return BodiesReader.read(bodies, shared);
  }

  /**
   * The unit with the stamps of its class files.
   *
   * @param stamps by class
   * @return without the classes that have no class file
   */
  public StoredUnit stamped(Function<String, Optional<Stamp>> stamps) {
    return new StoredUnit(
        outermost,
        classes.stream()
            .flatMap(type -> stamps.apply(type.name()).map(type::stamped).stream())
            .toList(),
        bodies);
  }

  void writeHeader(Encoder out) {
    out.text(outermost);
    out.all(
        classes,
        type -> {
          out.text(type.name());
          out.all(type.superclass().stream().toList(), out::text);
          out.all(type.interfaces(), out::text);
          out.number(
              (type.isInterface() ? FactsFormat.IS_INTERFACE : 0)
                  | (type.isAbstract() ? FactsFormat.IS_ABSTRACT : 0)
                  | (type.isFinal() ? FactsFormat.IS_FINAL : 0));
          out.number(type.stamp().size());
          out.fixed(type.stamp().checksum());
        });
    out.number(bodies.length);
  }

  void writeBodies(Encoder out) {
    out.raw(bodies);
  }

  /** A unit's header, while its bodies have not been come to. */
  record Header(String outermost, List<StoredClass> classes, int bodiesLength) {
    static Header read(Decoder in) throws BadFactsException {
      return new Header(in.text(), in.all(() -> type(in)), in.number());
    }

    private static StoredClass type(Decoder in) throws BadFactsException {
      String name = in.text();
      List<String> superclass = in.all(in::text);
      List<String> interfaces = in.all(in::text);
      int flags = in.number();
      return new StoredClass(
          name,
          superclass.stream().findFirst(),
          interfaces,
          (flags & FactsFormat.IS_INTERFACE) != 0,
          (flags & FactsFormat.IS_ABSTRACT) != 0,
          (flags & FactsFormat.IS_FINAL) != 0,
          new Stamp(in.number(), in.fixed()));
    }

    StoredUnit unit(Decoder in) throws BadFactsException {
      return new StoredUnit(outermost, classes, in.raw(bodiesLength));
    }
  }
}
