package dev.unclog.source;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the symbols that facts name. */
final class Callees {
  private final Types types;
  private final Symtab symbols;
  private final Names names;
  private final ClassFinder finder;
  private final Map<String, Optional<ClassSymbol>> classes = new HashMap<>();
  private final Map<Seen, Optional<JavacCallee>> callees = new HashMap<>();
  private final Map<MethodSymbol, MethodKey> keys = new HashMap<>();

  /** Of each method, the callee that was met last: most are called through one class alone. */
  private final Map<MethodSymbol, JavacCallee> latest = new HashMap<>();

  private final Map<MethodKey, MethodSymbol> methods = new HashMap<>();

  Callees(Context context) {
    this.types = Types.instance(context);
    this.symbols = Symtab.instance(context);
    this.names = Names.instance(context);
    this.finder = ClassFinder.instance(context);
  }

  // Looked up for every call: the methods that a record comes with cost too much while cold.
  private record Seen(MethodKey method, String through) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Seen seen
          && seen.through.equals(through)
          && seen.method.equals(method);
    }

    @Override
    public int hashCode() {
      return method.hashCode() * 31 + through.hashCode();
    }
  }

  /** Remembers a class that no table of the compiler's holds: one local to a method. */
  void know(ClassSymbol local) {
    classes.put(NameTexts.of(local.flatName()), Optional.of(local));
  }

  /** A method by name: most are called from many places. */
  MethodKey key(MethodSymbol method) {
    MethodKey key = keys.get(method);
    if (key == null) {
      key = Signatures.key(method, types);
      keys.put(method, key);
    }
    return key;
  }

  /** Remembers a callee that the compiler has resolved already; gives back the first such. */
  JavacCallee know(Call call, JavacCallee callee) {
    JavacCallee last = latest.get(callee.method());
    if (last != null && last.receiver() == callee.receiver()) {
      return last;
    }
    Optional<JavacCallee> known =
        callees.putIfAbsent(new Seen(call.callee(), call.receiverType()), Optional.of(callee));
    JavacCallee first = known == null || known.isEmpty() ? callee : known.get();
    latest.put(callee.method(), first);
    return first;
  }

  /** What a call names; empty if a class it takes is missing. */
  Optional<JavacCallee> of(Call call) {
    Seen seen = new Seen(call.callee(), call.receiverType());
    Optional<JavacCallee> callee = callees.get(seen);
    if (callee == null) {
      callee = find(seen.method()).map(method -> through(method, seen.through()));
      callees.put(seen, callee);
    }
    return callee;
  }

  /** A method seen through a type. */
  JavacCallee through(MethodSymbol method, String through) {
    Type receiver = type(through).<Type>map(symbol -> symbol.type).orElse(method.owner.type);
    return new JavacCallee(method, receiver, types);
  }

  /** Any method of a name that a type declares or inherits, seen through that type. */
  Optional<JavacCallee> any(String type, String name) {
    return callees.computeIfAbsent(
        new Seen(new MethodKey(type, name, List.of("*")), type),
        seen ->
            type(type)
                .flatMap(symbol -> anyOf(symbol, names.fromString(name)))
                .map(method -> through(method, type)));
  }

  /** A method by name, in the type named or in the nearest supertype that has it. */
  Optional<MethodSymbol> find(MethodKey key) {
    MethodSymbol known = methods.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<MethodSymbol> found = type(key.type()).flatMap(type -> find(key, type));
    found.ifPresent(method -> methods.put(key, method));
    return found;
  }

  private Optional<MethodSymbol> find(MethodKey key, ClassSymbol type) {
    Name name = names.fromString(key.name());
    for (Type above : types.closure(type.type)) {
      for (Symbol member : above.tsym.members().getSymbolsByName(name)) {
        if (member instanceof MethodSymbol method
            && Signatures.erasedParameters(method, types).equals(key.parameterTypes())) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<MethodSymbol> anyOf(ClassSymbol type, Name name) {
    for (Type above : types.closure(type.type)) {
      for (Symbol member : above.tsym.members().getSymbolsByName(name)) {
        if (member instanceof MethodSymbol method) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  /** A field of a class by name. */
  Optional<VarSymbol> field(String type, String name) {
    return type(type)
        .map(
            symbol ->
                symbol.members().findFirst(names.fromString(name), VarSymbol.class::isInstance))
        .map(VarSymbol.class::cast);
  }

  /** Whether a type is an enum that has a constant of this name. */
  boolean isEnumConstant(String type, String name) {
    return type(type)
        .filter(symbol -> (symbol.flags() & Flags.ENUM) != 0)
        .map(symbol -> symbol.members().findFirst(names.fromString(name), Callees::isEnumConstant))
        .isPresent();
  }

  /** Whether a variable is a constant of an enum. */
  static boolean isEnumConstant(Symbol symbol) {
    return symbol instanceof VarSymbol && (symbol.flags() & Flags.ENUM) != 0;
  }

  /** A class by its binary name. */
  Optional<ClassSymbol> type(String binaryName) {
    return classes.computeIfAbsent(binaryName, this::load);
  }

  private Optional<ClassSymbol> load(String binaryName) {
    if (binaryName.isEmpty() || binaryName.endsWith("[]")) {
      return Optional.empty();
    }
    Name name = names.fromString(binaryName);
    for (ClassSymbol known : symbols.getClassesForName(name)) {
      if (completes(known)) {
        return Optional.of(known);
      }
    }
    try {
      return Optional.of(finder.loadClass(symbols.unnamedModule, name));
    } catch (CompletionFailure e) {
      return Optional.empty();
    }
  }

  private static boolean completes(ClassSymbol type) {
    try {
      type.complete();
      return type.kind == Kind.TYP && type.type != null && !type.type.isErroneous();
    } catch (CompletionFailure e) {
      return false;
    }
  }
}
