package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.List;
import java.util.Optional;

/**
 * Edits of a source after which a call does not block any more.
 *
 * @param edits what to change; none of them within another
 * @param imports the types that the new text names
 */
public record Repair(List<Edit> edits, List<String> imports) {
  /** Copies the lists. */
  public Repair {
    edits = List.copyOf(edits);
    imports = List.copyOf(imports);
  }

  /** A change of the text. */
  public sealed interface Edit {
    /**
     * Something to add.
     *
     * @param tree what it goes behind
     * @param text what to add
     */
    record Behind(Tree tree, String text) implements Edit {}

    /**
     * Something to put in another's place.
     *
     * @param tree what goes
     * @param text what comes; may be empty
     */
    record InsteadOf(Tree tree, String text) implements Edit {}

    /**
     * Another method to call.
     *
     * @param call the call
     * @param name the method's simple name
     */
    record Named(MethodInvocationTree call, String name) implements Edit {}
  }

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
        .map(
            known ->
                new Repair(List.of(new Edit.Behind(call, known.call)), List.of(known.importing)));
  }
}
