package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.summary.Engine;
import java.util.List;
import java.util.Optional;

/** What the threads of an executor or scheduler may do, by the factory that made it. */
final class ExecutorNatures {
  /** A pool that gives back what it has no room for. */
  private static final String CALLER_RUNS =
      "java.util.concurrent.ThreadPoolExecutor$CallerRunsPolicy";

  private final Types types;
  private final Callees callees;
  private final Catalogue catalogue;
  private final Engine engine;

  ExecutorNatures(Types types, Callees callees, Catalogue catalogue, Engine engine) {
    this.types = types;
    this.callees = callees;
    this.catalogue = catalogue;
    this.engine = engine;
  }

  /** The nature of an expression, by what a stub says of it or else by its value. */
  Optional<ExecutorNature> of(ExpressionTree written, Value value) {
    return said(Nesting.bare(written)).or(() -> of(value));
  }

  private Optional<ExecutorNature> said(ExpressionTree written) {
    if (written instanceof MethodInvocationTree call) {
      return catalogue
          .nearest(
              new JavacCallee(ASTHelpers.getSymbol(call), ASTHelpers.getReceiverType(call), types),
              entry -> entry.makes().isPresent())
          .filter(entry -> !(entry.members() instanceof Members.WholeType))
          .flatMap(Entry::makes);
    }
    return ASTHelpers.getSymbol(written) instanceof VarSymbol field
            && field.owner instanceof ClassSymbol type
        ? catalogue.of(type.flatName().toString()).stream()
            .filter(entry -> entry.members().equals(new Members.Field(field.name.toString())))
            .flatMap(entry -> entry.makes().stream())
            .findFirst()
        : Optional.empty();
  }

  /**
   * The nature of what a value stands for; empty if that cannot be told, or it is not always so.
   */
  Optional<ExecutorNature> of(Value value) {
    return known(value).or(() -> known(engine.behind(value)));
  }

  private Optional<ExecutorNature> known(Value value) {
    if (value instanceof Value.OneOf several) {
      List<Optional<ExecutorNature>> natures =
          several.values().stream()
              .filter(each -> !(each instanceof Value.Null))
              .map(this::of)
              .distinct()
              .toList();
      return natures.size() == 1 ? natures.get(0) : Optional.empty();
    }
    if (value instanceof Value.Result result) {
      return made(result.method(), result.receiverType()).or(() -> ofType(result.type()));
    }
    if (value instanceof Value.Made made) {
      return made.arguments().stream().anyMatch(ExecutorNatures::isCallerRuns)
          ? Optional.empty()
          : made(made.constructor(), made.constructor().type())
              .or(() -> ofType(made.constructor().type()));
    }
    if (value instanceof Value.Function function) {
      return ofFunction(function);
    }
    if (value instanceof Value.Parameter parameter) {
      return ofType(parameter.type());
    }
    if (value instanceof Value.Held held) {
      return ofType(held.held());
    }
    if (value instanceof Value.Named named) {
      return ofType(named.type());
    }
    return value instanceof Value.Unknown unknown ? ofType(unknown.type()) : Optional.empty();
  }

  /** Whether a pool may run on the caller what it has no room for. */
  boolean mayRunOnCaller(Value value) {
    Value behind = engine.behind(value);
    if (behind instanceof Value.OneOf several) {
      return several.values().stream().anyMatch(this::mayRunOnCaller);
    }
    return behind instanceof Value.Made made
        && made.arguments().stream().anyMatch(ExecutorNatures::isCallerRuns);
  }

  private static boolean isCallerRuns(Value value) {
    return value instanceof Value.Made made && made.constructor().type().equals(CALLER_RUNS)
        || value instanceof Value.Named named && named.type().equals(CALLER_RUNS)
        || value instanceof Value.Unknown unknown && unknown.type().equals(CALLER_RUNS);
  }

  private Optional<ExecutorNature> made(MethodKey factory, String through) {
    return callees
        .find(factory)
        .map(method -> callees.through(method, through))
        .flatMap(callee -> catalogue.nearest(callee, entry -> entry.makes().isPresent()))
        .filter(entry -> !(entry.members() instanceof Members.WholeType))
        .flatMap(Entry::makes);
  }

  /** {@code Runnable::run}, and whatever else runs what it is given before it returns. */
  private Optional<ExecutorNature> ofFunction(Value.Function function) {
    MethodKey body = function.body();
    boolean isRun = body.type().equals("java.lang.Runnable") && body.name().equals("run");
    boolean runs = isRun || engine.runs(List.of(body), function.captured().size()).orElse(false);
    return runs ? Optional.of(ExecutorNature.CALLER) : Optional.empty();
  }

  private Optional<ExecutorNature> ofType(String name) {
    return callees
        .type(name)
        .flatMap(
            symbol -> {
              for (Type type : types.closure(symbol.type)) {
                for (Entry entry : catalogue.of(type.tsym.flatName().toString())) {
                  if (entry.members() instanceof Members.WholeType && entry.makes().isPresent()) {
                    return entry.makes();
                  }
                }
              }
              return Optional.empty();
            });
  }
}
