package dev.unclog.source;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.catalogue.Callee;
import java.util.ArrayList;
import java.util.List;

/** A member as javac resolved it, seen through a receiver's type. */
final class JavacCallee implements Callee {
  private final MethodSymbol method;
  private final Type receiver;
  private final Types types;
  private String name;
  private List<View> views;
  private List<Facet> facets;

  /** Of the method known last: most types know the same one. */
  private List<String> parameters;

  /**
   * A member in the view of a type.
   *
   * @param receiver the static type on which it is called; the method's own type if there is none
   */
  JavacCallee(MethodSymbol method, Type receiver, Types types) {
    this.method = method;
    this.types = types;
    this.receiver = classType(receiver);
  }

  /** What one type knows the member as. */
  record View(TypeSymbol type, MethodSymbol method) {}

  MethodSymbol method() {
    return method;
  }

  /** The type through which it is called. */
  ClassSymbol receiver() {
    return (ClassSymbol) receiver.tsym;
  }

  @Override
  public String name() {
    if (name == null) {
      name = NameTexts.of(method.name);
    }
    return name;
  }

  @Override
  public List<Facet> facets() {
    look();
    return facets;
  }

  @Override
  public boolean hasMethod(String type, String name) {
    for (Type candidate : types.closure(receiver)) {
      if (candidate.tsym.flatName().contentEquals(type)) {
        for (Type above : types.closure(candidate)) {
          for (Symbol member :
              above.tsym.members().getSymbolsByName(method.name.table.names.fromString(name))) {
            if (member.kind == Kind.MTH) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** The receiver's type and its supertypes as far as they know the method, the nearer first. */
  List<View> views() {
    look();
    return views;
  }

  private void look() {
    if (views != null) {
      return;
    }
    views = new ArrayList<>();
    facets = new ArrayList<>();
    if (method.isConstructor()) {
      know(method.enclClass(), method);
      return;
    }
    ClassSymbol owner = method.enclClass();
    for (Type type : types.closure(receiver)) {
      TypeSymbol symbol = type.tsym;
      if (symbol == owner || symbol.isSubClass(owner, types)) {
        know(symbol, method);
      } else if (!method.isStatic()) {
        MethodSymbol above = overriddenIn(symbol);
        if (above == null) {
          facets.add(new Facet(NameTexts.of(symbol.flatName()), List.of(), /* isKnown= */ false));
        } else {
          know(symbol, above);
        }
      }
    }
    if (views.isEmpty()) {
      know(owner, method);
    }
  }

  private void know(TypeSymbol type, MethodSymbol as) {
    if (views.isEmpty() || views.get(views.size() - 1).method != as) {
      parameters = List.copyOf(Signatures.erasedParameters(as, types));
    }
    views.add(new View(type, as));
    facets.add(new Facet(NameTexts.of(type.flatName()), parameters));
  }

  private MethodSymbol overriddenIn(TypeSymbol type) {
    for (Symbol member : type.members().getSymbolsByName(method.name)) {
      if (member instanceof MethodSymbol above
          && !above.isStatic()
          && method.overrides(above, receiver.tsym, types, /* checkResult= */ false)) {
        return above;
      }
    }
    return null;
  }

  private Type classType(Type type) {
    Type owner = method.owner.type;
    Type bound = type == null ? owner : types.skipTypeVars(type, /* capture= */ false);
    if (!bound.hasTag(TypeTag.CLASS) || bound.isErroneous()) {
      return owner;
    }
    return bound.isCompound() ? boundWithMethod(bound) : bound;
  }

  /**
   * Of several bounds at once, whose class javac makes up and no table has, the one in question.
   */
  private Type boundWithMethod(Type intersection) {
    for (Type bound : types.directSupertypes(intersection)) {
      Type type = types.skipTypeVars(bound, /* capture= */ false);
      if (!type.isCompound() && type.tsym.isSubClass(method.owner, types)) {
        return type;
      }
    }
    return method.owner.type;
  }
}
