package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.MethodKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which bodies run functions: by what becomes of them, or by the interface they implement. */
final class FunctionBodies {
  private final Types types;
  private final Placement placement;
  private final Consumer<String> unreadable;

  FunctionBodies(Types types, Placement placement, Consumer<String> unreadable) {
    this.types = types;
    this.placement = placement;
    this.unreadable = unreadable;
  }

  /**
   * Where a function is written.
   *
   * @param body the body that makes it
   * @param method the method around it; null for none
   */
  record Surroundings(Body body, MethodSymbol method) {}

  /**
   * The body that runs a function.
   *
   * @param target the interface that it implements
   * @param key its name, if it gets a body of its own
   */
  Body of(
      Optional<FunctionRoles.Role> role,
      Surroundings surroundings,
      Type target,
      Supplier<MethodKey> key) {
    Body around = surroundings.body;
    if (role.isPresent() && role.get().fate() == FunctionFate.RUNS_AT_ONCE) {
      return role.get().reason().isEmpty()
          ? around
          : around.inline(key, spawned(role.get(), around));
    }
    Supplier<Optional<Reason>> byTarget = () -> byTarget(target, surroundings.method);
    if (role.isEmpty() || role.get().fate() == FunctionFate.KEPT) {
      return around.function(key, byTarget.get());
    }
    if (role.get().reason().isEmpty()) {
      return around.handedOff(key);
    }
    return around.function(
        key,
        role.get()
            .reason()
            .map(
                reason ->
                    reason.isSure()
                        ? reason
                        : byTarget.get().filter(Reason::isSure).orElse(reason)));
  }

  /** What becomes of an anonymous class's methods, by what becomes of the instance. */
  static Optional<FunctionRoles.Role> ofMethods(
      Optional<FunctionRoles.Role> instance, Body around) {
    return instance.map(
        role ->
            role.fate() != FunctionFate.RUNS_AT_ONCE
                ? role
                : new FunctionRoles.Role(
                    role.fate(),
                    role.reason().isEmpty() ? around.cooperative() : spawned(role, around),
                    role.executor(),
                    role.isAlongChain()));
  }

  /** Why a function must not block that was to be handed on and is not. */
  private static Optional<Reason> spawned(FunctionRoles.Role role, Body around) {
    return around.cooperative().map(reason -> reason.spawnedInline(role.reason().orElseThrow()));
  }

  private Optional<Reason> byTarget(Type target, MethodSymbol around) {
    if (placement == Placement.UNKNOWN) {
      return Optional.empty(); // To find a type's method takes javac longer than one would think.
    }
    return descriptor(target)
        .flatMap(method -> readable(() -> placement.of(method)))
        .map(known -> known.saying("its type is " + target.tsym.name + "; " + known.because()))
        .or(() -> Optional.ofNullable(around).flatMap(placement::ofFunctionsIn));
  }

  private Optional<MethodSymbol> descriptor(Type target) {
    return target != null
            && target.hasTag(TypeTag.CLASS)
            && types.isFunctionalInterface(target)
            && types.findDescriptorSymbol(target.tsym) instanceof MethodSymbol method
        ? Optional.of(method)
        : Optional.empty();
  }

  /**
   * An answer, or none where a class it takes is missing or broken: javac gives up on such a class
   * late.
   */
  <T> Optional<T> readable(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (CompletionFailure e) {
      unreadable.accept(e.getMessage());
      return Optional.empty();
    }
  }
}
