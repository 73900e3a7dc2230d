package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of which calls it matters what they returned. */
final class Results {
  private final Types types;
  private final Set<String> asked;
  private final Map<TypeSymbol, Boolean> known = new HashMap<>();

  /**
   * The results of interest.
   *
   * @param asked the simple names of methods whose results are
   */
  Results(Types types, Set<String> asked) {
    this.types = types;
    this.asked = asked;
  }

  /** Functions and what runs them; truth values and others that somebody asks about. */
  boolean isOfInterest(MethodSymbol method, Type type) {
    if (type == null) {
      return false;
    }
    if (type.hasTag(TypeTag.CLASS) && known.computeIfAbsent(type.tsym, this::isFunctionOrRuns)) {
      return true;
    }
    if (method.isStatic() && isFactory(method, type)) {
      return true;
    }
    return (type.hasTag(TypeTag.CLASS) || type.hasTag(TypeTag.BOOLEAN))
        && !asked.isEmpty()
        && asked.contains(NameTexts.of(method.name));
  }

  /** Whether a static method returns objects of the class that declares it, or of one above. */
  private boolean isFactory(MethodSymbol method, Type type) {
    return type.hasTag(TypeTag.CLASS)
        && method.enclClass().isSubClass(type.tsym, types)
        && !Jdk.has(type.tsym.enclClass());
  }

  private boolean isFunctionOrRuns(TypeSymbol type) {
    if (type.isInterface() && types.isFunctionalInterface(type)) {
      return true;
    }
    for (Type above : types.closure(type.type)) {
      String name = NameTexts.of(above.tsym.name);
      if (name.endsWith("Executor") || name.endsWith("Scheduler")) {
        return true;
      }
    }
    return false;
  }

  /** What a call was given, without what other calls returned. */
  static List<Value> asArguments(List<Value> values) {
    List<Value> arguments = new ArrayList<>();
    for (Value value : values) {
      arguments.add(asArgument(value));
    }
    return arguments;
  }

  private static Value asArgument(Value value) {
    if (value instanceof Value.Result result) {
      return new Value.Unknown(result.type());
    }
    if (value instanceof Value.Not not && not.value() instanceof Value.Result) {
      return new Value.Unknown("boolean");
    }
    if (value instanceof Value.Made made) {
      return new Value.Made(made.constructor(), plain(made));
    }
    if (value instanceof Value.OneOf several) {
      List<Value> values = several.values().stream().map(Results::asArgument).distinct().toList();
      return values.size() == 1 ? values.get(0) : new Value.OneOf(values);
    }
    return value;
  }

  /** What an object was made with, as far as it is nothing that has parts. */
  private static List<Value> plain(Value.Made made) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < made.arguments().size(); i++) {
      Value argument = made.arguments().get(i);
      boolean isPlain =
          argument instanceof Value.Parameter
              || argument instanceof Value.Constant
              || argument instanceof Value.Named
              || argument instanceof Value.Zero
              || argument instanceof Value.Null
              || argument instanceof Value.Unknown;
      List<String> types = made.constructor().parameterTypes();
      arguments.add(isPlain ? argument : new Value.Unknown(i < types.size() ? types.get(i) : ""));
    }
    return arguments;
  }
}
