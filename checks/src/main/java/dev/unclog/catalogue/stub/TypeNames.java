package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What type names stand for at one place of a compilation unit, erased and by binary name. Without
 * a class path there is an order to go by instead: type variables and types declared around the
 * place, from the inside out; imports; {@code java.lang}; and for want of anything else the unit's
 * own package.
 */
final class TypeNames {
  private static final String OBJECT = "java.lang.Object";

  private final TypeNames outer;
  private final String packageName;

  /** The type around the place; empty outside of all types. */
  private final String type;

  /** Names known from here on inwards, and what they stand for. */
  private final Map<String, String> known = new HashMap<>();

  private TypeNames(TypeNames outer, String packageName, String type) {
    this.outer = outer;
    this.packageName = packageName;
    this.type = type;
  }

  /** Names outside of all types of a unit; imports that cannot be followed are problems. */
  static TypeNames of(CompilationUnit unit, Problems problems) {
    String packageName =
        unit.getPackageDeclaration().map(declared -> declared.getNameAsString()).orElse("");
    TypeNames imported = new TypeNames(null, packageName, "");
    for (ImportDeclaration each : unit.getImports()) {
      if (each.isAsterisk() && !each.isStatic()) {
        problems.add(
            each,
            "import types one by one: a stub is read without a class path, so nobody knows what "
                + each.getNameAsString()
                + ".* brings in");
      } else if (!each.isStatic()) {
        imported.known.put(
            each.getName().getIdentifier(),
            binaryName(List.of(each.getNameAsString().split("\\."))));
      }
    }
    TypeNames names = new TypeNames(imported, packageName, "");
    for (TypeDeclaration<?> each : unit.getTypes()) {
      names.known.put(each.getNameAsString(), names.nested(each));
    }
    return names;
  }

  /** Names inside a type's body. */
  TypeNames inside(TypeDeclaration<?> declaration) {
    TypeNames names = new TypeNames(this, packageName, nested(declaration));
    for (BodyDeclaration<?> member : declaration.getMembers()) {
      if (member instanceof TypeDeclaration<?> each) {
        names.known.put(each.getNameAsString(), names.nested(each));
      }
    }
    if (declaration instanceof NodeWithTypeParameters<?> generic) {
      names.addVariables(generic.getTypeParameters());
    }
    return names;
  }

  /** Names inside a method's or constructor's declaration. */
  TypeNames inside(NodeWithTypeParameters<?> declaration) {
    TypeNames names = new TypeNames(this, packageName, type);
    names.addVariables(declaration.getTypeParameters());
    return names;
  }

  /** The binary name of the type around the place. */
  String type() {
    return type;
  }

  /** The erased types of parameters. */
  List<String> erased(List<Parameter> parameters) {
    return parameters.stream()
        .map(each -> erased(each.getType()) + (each.isVarArgs() ? "[]" : ""))
        .toList();
  }

  private String erased(Type written) {
    if (written instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    }
    if (written instanceof PrimitiveType primitive) {
      return primitive.getType().asString();
    }
    if (written instanceof ClassOrInterfaceType named) {
      return resolve(List.of(named.getNameWithScope().split("\\.")));
    }
    return OBJECT;
  }

  /** Java allows a variable to be bounded by one that follows it. */
  private void addVariables(List<TypeParameter> variables) {
    Map<String, TypeParameter> byName = new HashMap<>();
    variables.forEach(each -> byName.put(each.getNameAsString(), each));
    for (TypeParameter each : variables) {
      TypeParameter bounded = each;
      for (int i = 0; i < variables.size() && boundOf(bounded, byName) != null; i++) {
        bounded = boundOf(bounded, byName);
      }
      known.put(
          each.getNameAsString(),
          bounded.getTypeBound().isEmpty() || boundOf(bounded, byName) != null
              ? OBJECT
              : erased(bounded.getTypeBound().get(0)));
    }
  }

  private static TypeParameter boundOf(TypeParameter variable, Map<String, TypeParameter> byName) {
    return variable.getTypeBound().isEmpty()
        ? null
        : byName.get(variable.getTypeBound().get(0).getNameWithScope());
  }

  private String resolve(List<String> segments) {
    String first = segments.get(0);
    String found = null;
    for (TypeNames names = this; names != null && found == null; names = names.outer) {
      found = names.known.get(first);
    }
    if (found == null && segments.size() > 1 && !beginsType(first)) {
      return binaryName(segments);
    }
    if (found == null) {
      found = isInJavaLang(first) ? "java.lang." + first : qualified(first);
    }
    List<String> all = new ArrayList<>(segments);
    all.set(0, found);
    return String.join("$", all);
  }

  /** A name in full: the first segment with a capital begins the type, what follows is nested. */
  private static String binaryName(List<String> segments) {
    int typeAt = segments.size() - 1;
    for (int i = segments.size() - 1; i >= 0; i--) {
      typeAt = beginsType(segments.get(i)) ? i : typeAt;
    }
    String type = String.join("$", segments.subList(typeAt, segments.size()));
    return typeAt == 0 ? type : String.join(".", segments.subList(0, typeAt)) + "." + type;
  }

  private static boolean beginsType(String segment) {
    return Character.isUpperCase(segment.charAt(0));
  }

  private static boolean isInJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      // LinkageError: a name that differs in case from a class file's, where files ignore case.
      return false;
    }
  }

  private String nested(TypeDeclaration<?> declaration) {
    String name = declaration.getNameAsString();
    return type.isEmpty() ? qualified(name) : type + "$" + name;
  }

  private String qualified(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
