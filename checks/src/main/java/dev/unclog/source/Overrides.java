package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Knows of which classes' objects a method is run, since theirs is no other. */
final class Overrides {
  private final Types types;
  private final Callees callees;
  private final Function<MethodKey, Optional<BodyFacts>> bodies;

  Overrides(Types types, Callees callees, Function<MethodKey, Optional<BodyFacts>> bodies) {
    this.types = types;
    this.callees = callees;
    this.bodies = bodies;
  }

  /**
   * Of methods that a method calls on its own object, those of classes that do not override it, or
   * come to it by {@code super}.
   */
  List<MethodKey> whereRun(MethodKey method, List<MethodKey> targets) {
    Optional<MethodSymbol> caller = callees.find(method).filter(Overrides::isVirtual);
    if (caller.isEmpty()) {
      return targets;
    }
    List<MethodKey> left = new ArrayList<>(targets.size());
    for (MethodKey target : targets) {
      if (target.equals(method) || !isReplaced(caller.get(), target.type())) {
        left.add(target);
      }
    }
    return left;
  }

  private static boolean isVirtual(MethodSymbol method) {
    return !method.isStatic() && !method.isPrivate() && !method.isConstructor();
  }

  private boolean isReplaced(MethodSymbol method, String type) {
    Optional<ClassSymbol> known = callees.type(type);
    if (known.isEmpty()
        || known.get() == method.owner
        || !known.get().isSubClass(method.owner, types)) {
      return false;
    }
    MethodSymbol own = method.implementation(known.get(), types, /* checkResult= */ true);
    return own != null && own != method && !callsSuper(own);
  }

  private boolean callsSuper(MethodSymbol method) {
    MethodKey key = callees.key(method);
    Optional<BodyFacts> body = bodies.apply(key);
    return body.isEmpty()
        || body.get().calls().stream().anyMatch(call -> isAlike(call.callee(), key));
  }

  /** Whether one may be the other above; whose object it is called on is not looked at. */
  private static boolean isAlike(MethodKey called, MethodKey method) {
    return called.name().equals(method.name())
        && called.parameterTypes().size() == method.parameterTypes().size();
  }
}
