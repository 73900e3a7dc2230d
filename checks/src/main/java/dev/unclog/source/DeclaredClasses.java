package dev.unclog.source;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
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

/**
 * The classes that a compilation unit declares, and which body is in which: what is stored of it.
 * Listens in on another listener.
 */
final class DeclaredClasses implements BodyListener {
  private final Types types;
  private final BodyListener other;
  private final List<ClassSymbol> classes = new ArrayList<>();
  private final Deque<ClassSymbol> around = new ArrayDeque<>();
  private final Map<MethodKey, ClassSymbol> owners = new LinkedHashMap<>();

  DeclaredClasses(Types types, BodyListener other) {
    this.types = types;
    this.other = other;
  }

  @Override
  public boolean wants(Body body) {
    return other.wants(body);
  }

  @Override
  public void call(TreeCall call, Body body) {
    other.call(call, body);
  }

  @Override
  public void enter(Symbol declaration, Tree tree) {
    if (declaration instanceof ClassSymbol type) {
      classes.add(type);
      around.push(type);
    }
    other.enter(declaration, tree);
  }

  @Override
  public void leave(Symbol declaration) {
    other.leave(declaration);
    if (declaration instanceof ClassSymbol) {
      around.pop();
    }
  }

  /** A body is met for the first time, calls or none: it is in the innermost class around it. */
  void body(MethodKey body) {
    owners.put(body, around.element());
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
        (key, owner) -> {
          BodyFacts body = facts.get(key);
          // A class's initialisers are part of each constructor, and nobody asks for them alone.
          if (body != null && !Body.isOfInitialisers(key)) {
            bodies
                .computeIfAbsent(owner.outermostClass(), type -> new ArrayList<>())
                .add(new StoredBody(name(owner), body, functionNames.getOrDefault(key, "")));
          }
        });
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
            ? Optional.of(NameTexts.of(superclass.tsym.flatName()))
            : Optional.empty(),
        types.interfaces(type.type).stream()
            .map(each -> NameTexts.of(each.tsym.flatName()))
            .toList(),
        type.isInterface(),
        (type.flags() & Flags.ABSTRACT) != 0,
        (type.flags() & Flags.FINAL) != 0,
        Stamp.NONE);
  }

  private static String name(ClassSymbol type) {
    return NameTexts.of(type.flatName());
  }
}
