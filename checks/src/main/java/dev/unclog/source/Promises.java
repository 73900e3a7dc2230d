package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signatures that promise not to block: whoever returns what is to come later, or takes a handler
 * for it, has the caller think that the work is done meanwhile.
 */
final class Promises {
  private static final String HANDLER = "io.vertx.core.Handler";
  private static final String RESULT = "io.vertx.core.AsyncResult";

  private final LaterTypes later;

  Promises(LaterTypes later) {
    this.later = later;
  }

  /** What makes the parts of an application, once, before it serves anybody. */
  private static final Set<String> AT_START =
      Set.of(
          "org.springframework.context.annotation.Bean",
          "io.micronaut.context.annotation.Bean",
          "jakarta.enterprise.inject.Produces",
          "javax.enterprise.inject.Produces");

  /** What a method's signature says of what it has not done yet when it returns. */
  Optional<Reason> of(MethodSymbol method) {
    if (isAtStart(method)) {
      return Optional.empty();
    }
    Type returned = method.getReturnType();
    if (later.include(returned)) {
      return Optional.of(Reason.promised("it returns a " + returned.tsym.name));
    }
    return method.params().stream().anyMatch(Promises::isResultHandler)
        ? Optional.of(Reason.promised("it takes a handler for its result"))
        : Optional.empty();
  }

  private static boolean isAtStart(MethodSymbol method) {
    return method.getRawAttributes().stream()
        .anyMatch(each -> AT_START.contains(NameTexts.of(each.type.tsym.flatName())));
  }

  private static boolean isResultHandler(VarSymbol parameter) {
    List<Type> arguments = parameter.type.getTypeArguments();
    return arguments.size() == 1
        && NameTexts.is(parameter.type.tsym.flatName(), HANDLER)
        && arguments.get(0).tsym != null
        && NameTexts.is(arguments.get(0).tsym.flatName(), RESULT);
  }
}
