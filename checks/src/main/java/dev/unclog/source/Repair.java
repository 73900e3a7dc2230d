package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.List;
import java.util.Optional;

/**
 * A call to add behind an expression, so that its work is handed off.
 *
 * @param after the expression
 * @param call what to write behind it
 * @param importing the type that the call names
 */
public record Repair(ExpressionTree after, String call, String importing) {
  /** What to put behind the source of a chain, by where its type is declared. */
  private record Known(String type, String call, String importing) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "reactor.core.publisher.",
              ".subscribeOn(Schedulers.boundedElastic())",
              "reactor.core.scheduler.Schedulers"),
          new Known(
              "io.reactivex.rxjava3.core.",
              ".subscribeOn(Schedulers.io())",
              "io.reactivex.rxjava3.schedulers.Schedulers"),
          new Known(
              "io.reactivex.",
              ".subscribeOn(Schedulers.io())",
              "io.reactivex.schedulers.Schedulers"),
          new Known(
              "io.smallrye.mutiny.groups.UniCreate",
              ".runSubscriptionOn(Infrastructure.getDefaultWorkerPool())",
              "io.smallrye.mutiny.infrastructure.Infrastructure"));

  /** What hands off the source that a chain begins with; empty if a call is none. */
  static Optional<Repair> ofSource(MethodInvocationTree call) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    String type = method.owner.flatName().toString();
    return KNOWN.stream()
        .filter(known -> type.startsWith(known.type))
        .filter(known -> method.isStatic() || known.type.equals(type))
        .findFirst()
        .map(known -> new Repair(call, known.call, known.importing));
  }
}
