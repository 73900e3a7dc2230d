package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signatures that promise not to block: whoever returns what is to come later, or takes a handler
 * for it, has the caller think that the work is done meanwhile.
 */
final class Promises {
  private static final Set<String> RETURNED =
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
  private static final String HANDLER = "io.vertx.core.Handler";
  private static final String RESULT = "io.vertx.core.AsyncResult";

  private final Types types;
  private final Map<TypeSymbol, Boolean> later = new HashMap<>();

  Promises(Types types) {
    this.types = types;
  }

  /** What a method's signature says of what it has not done yet when it returns. */
  Optional<Reason> of(MethodSymbol method) {
    Type returned = method.getReturnType();
    if (returned.hasTag(TypeTag.CLASS) && isLater(returned.tsym)) {
      return Optional.of(Reason.promised("it returns a " + returned.tsym.name));
    }
    return method.params().stream().anyMatch(Promises::isResultHandler)
        ? Optional.of(Reason.promised("it takes a handler for its result"))
        : Optional.empty();
  }

  private boolean isLater(TypeSymbol type) {
    return later.computeIfAbsent(
        type,
        symbol ->
            types.closure(symbol.type).stream()
                .anyMatch(above -> RETURNED.contains(above.tsym.flatName().toString())));
  }

  private static boolean isResultHandler(VarSymbol parameter) {
    List<Type> arguments = parameter.type.getTypeArguments();
    return arguments.size() == 1
        && parameter.type.tsym.flatName().contentEquals(HANDLER)
        && arguments.get(0).tsym != null
        && arguments.get(0).tsym.flatName().contentEquals(RESULT);
  }
}
