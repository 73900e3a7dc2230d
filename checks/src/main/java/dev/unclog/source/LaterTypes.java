package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Types that stand for what is to come later: futures, reactive streams and their like. */
final class LaterTypes {
  private static final Set<String> NAMES =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "org.reactivestreams.Publisher",
          "java.util.concurrent.Flow$Publisher",
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.smallrye.mutiny.Uni",
          "io.vertx.core.Future",
          "io.netty.util.concurrent.Future",
          "com.google.common.util.concurrent.ListenableFuture");

  private final Types types;
  private final Map<TypeSymbol, Boolean> known = new HashMap<>();

  LaterTypes(Types types) {
    this.types = types;
  }

  /** Whether a type is one of them, or a subtype. */
  boolean include(Type type) {
    return type.hasTag(TypeTag.CLASS)
        && known.computeIfAbsent(
            type.tsym,
            symbol ->
                types.closure(symbol.type).stream()
                    .anyMatch(above -> NAMES.contains(NameTexts.of(above.tsym.flatName()))));
  }

  /**
   * Whether a method hands a function on to be run, and not to be called when a future is complete:
   * an executor that runs all at once runs the one now, the other on whoever completes the future.
   */
  boolean isSubmission(FunctionRoles.Role role, MethodSymbol method) {
    return role.executor() < 0
        || method.isStatic()
            && method.params().stream().noneMatch(parameter -> include(parameter.type));
  }
}
