package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.MethodKey;
import dev.unclog.store.Stamp;
import dev.unclog.store.StoredBody;
import dev.unclog.store.StoredClass;
import dev.unclog.store.StoredUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes that a compilation unit declares, and which body is in which: what is stored. */
final class DeclaredClasses {
  private final Types types;
  private final List<ClassSymbol> classes = new ArrayList<>();
  private final Deque<ClassSymbol> around = new ArrayDeque<>();
  private final Map<MethodKey, ClassSymbol> owners = new LinkedHashMap<>();

  DeclaredClasses(Types types) {
    this.types = types;
  }

  /** A class begins. */
  void enter(ClassSymbol type) {
    classes.add(type);
    around.push(type);
  }

  /** The class ends. */
  void leave() {
    around.pop();
  }

  /** A body was met for the first time: it is the class's around it. */
  void body(MethodKey body) {
    // A class's initialisers are part of each constructor, and nobody asks for them alone.
    if (!Body.isOfInitialisers(body)) {
      owners.put(body, around.element());
    }
  }

  /** What is stored, with the facts and names of bodies that the unit has. */
  List<StoredUnit> stored(Map<MethodKey, BodyFacts> facts, Map<MethodKey, String> functionNames) {
    Map<ClassSymbol, List<StoredClass>> declarations = new LinkedHashMap<>();
    Map<ClassSymbol, List<StoredBody>> bodies = new LinkedHashMap<>();
    for (ClassSymbol type : classes) {
      declarations
          .computeIfAbsent(type.outermostClass(), key -> new ArrayList<>())
          .add(declaration(type));
    }
    owners.forEach(
        (body, owner) ->
            bodies
                .computeIfAbsent(owner.outermostClass(), key -> new ArrayList<>())
                .add(
                    new StoredBody(
                        name(owner), facts.get(body), functionNames.getOrDefault(body, ""))));
    List<StoredUnit> units = new ArrayList<>();
    declarations.forEach(
        (outermost, declared) ->
            units.add(
                StoredUnit.of(
                    name(outermost), declared, bodies.getOrDefault(outermost, List.of()))));
    return units;
  }

  private StoredClass declaration(ClassSymbol type) {
    Type superclass = types.supertype(type.type);
    return new StoredClass(
        name(type),
        superclass.hasTag(TypeTag.CLASS)
            ? Optional.of(superclass.tsym.flatName().toString())
            : Optional.empty(),
        types.interfaces(type.type).stream().map(each -> each.tsym.flatName().toString()).toList(),
        type.isInterface(),
        (type.flags() & Flags.ABSTRACT) != 0,
        (type.flags() & Flags.FINAL) != 0,
        Stamp.NONE);
  }

  private static String name(ClassSymbol type) {
    return type.flatName().toString();
  }
}
