package dev.unclog.bytecode;

import dev.unclog.call.Value;

/**
 * What is known of a local variable or of an operand at one instruction.
 *
 * @param size 2 for {@code long} and {@code double}
 * @param type the binary name of its static type, casts included; empty if unknown
 * @param value what it is
 * @param place where it was read from just now; of operands only
 * @param origin the name that it has as a lock
 * @param test what it shows if it is true
 * @param allocation the index of the {@code NEW} that alone it comes from; -1 if it does not
 * @param isThis whether it is {@code this}
 */
record Cell(
    int size,
    String type,
    Value value,
    Place place,
    Origin origin,
    Fact test,
    int allocation,
    boolean isThis)
    implements org.objectweb.asm.tree.analysis.Value {
  /** The type of {@code null}, which gives way to any other. */
  static final String NULL_TYPE = "null";

  /** Nothing: a variable before its first use, or after branches that left different things. */
  static final Cell EMPTY = of(1, "", new Value.Unknown(""));

  static final Cell NULL = of(1, NULL_TYPE, new Value.Null());

  static Cell of(int size, String type, Value value) {
    return new Cell(size, type, value, Place.NONE, Origin.NONE, Fact.NONE, -1, false);
  }

  static Cell unknown(String type) {
    return of(type.equals("long") || type.equals("double") ? 2 : 1, type, new Value.Unknown(type));
  }

  @Override
  public int getSize() {
    return size;
  }

  /** Whether it is an object before its constructor was called. */
  boolean isRaw() {
    return allocation >= 0 && value instanceof Value.Unknown;
  }

  Cell withValue(Value newValue) {
    return new Cell(size, type, newValue, place, origin, test, allocation, isThis);
  }

  Cell withPlace(Place newPlace) {
    return newPlace.equals(place)
        ? this
        : new Cell(size, type, value, newPlace, origin, test, allocation, isThis);
  }

  Cell withOrigin(Origin newOrigin) {
    return newOrigin.equals(origin)
        ? this
        : new Cell(size, type, value, place, newOrigin, test, allocation, isThis);
  }

  Cell withTest(Fact newTest) {
    return newTest.equals(test)
        ? this
        : new Cell(size, type, value, place, origin, newTest, allocation, isThis);
  }

  /** The same through a cast; it stays a parameter if it is one. */
  Cell as(String newType) {
    Value cast = value;
    if (value instanceof Value.Unknown) {
      cast = new Value.Unknown(newType);
    } else if (value instanceof Value.Result result) {
      cast = Joins.as(newType, result);
    }
    return new Cell(size, newType, cast, place, origin, test, allocation, isThis);
  }

  /** What is known if it is this one or that one; this one itself if that one adds nothing. */
  Cell join(Cell other) {
    if (this == other) {
      return this;
    }
    if (size != other.size) {
      return equals(EMPTY) ? this : EMPTY;
    }
    String joinedType = joinTypes(type, other.type);
    Value joinedValue = Joins.join(value, other.value, joinedType);
    Place joinedPlace = place.equals(other.place) ? place : Place.NONE;
    Origin joinedOrigin = origin.equals(other.origin) ? origin : Origin.NONE;
    Fact joinedTest = test.equals(other.test) ? test : Fact.NONE;
    int joinedAllocation = allocation == other.allocation ? allocation : -1;
    boolean isSame =
        joinedType.equals(type)
            && joinedValue.equals(value)
            && joinedPlace.equals(place)
            && joinedOrigin.equals(origin)
            && joinedTest.equals(test)
            && joinedAllocation == allocation
            && (other.isThis || !isThis);
    return isSame
        ? this
        : new Cell(
            size,
            joinedType,
            joinedValue,
            joinedPlace,
            joinedOrigin,
            joinedTest,
            joinedAllocation,
            isThis && other.isThis);
  }

  private static String joinTypes(String one, String other) {
    if (one.equals(NULL_TYPE)) {
      return other;
    }
    return other.equals(NULL_TYPE) || one.equals(other) ? one : "";
  }
}
