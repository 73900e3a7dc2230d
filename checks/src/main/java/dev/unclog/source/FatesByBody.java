package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;
import dev.unclog.summary.Decided;
import dev.unclog.summary.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds to what words say what bodies show: a method of the project's that passes the functions it
 * is given on to an executor, or to an event loop, needs no word for it; nor does a class whose
 * objects are given there as functions.
 */
final class FatesByBody implements Placement {
  private final Placement words;
  private final OperatorCalls operators;
  private final Callees callees;
  private final Types types;
  private final Engine engine;
  private final Supplier<NamedFunctions> named;

  FatesByBody(
      Placement words,
      OperatorCalls operators,
      Callees callees,
      Types types,
      Engine engine,
      Supplier<NamedFunctions> named) {
    this.words = words;
    this.operators = operators;
    this.callees = callees;
    this.types = types;
    this.engine = engine;
    this.named = named;
  }

  @Override
  public Optional<Reason> of(MethodSymbol method) {
    return words.of(method).or(() -> named.get().reasonOf(method));
  }

  @Override
  public Optional<Reason> ofPromise(MethodSymbol method) {
    return words.ofPromise(method);
  }

  @Override
  public Optional<Reason> ofInitialisers(ClassSymbol type) {
    return words.ofInitialisers(type);
  }

  @Override
  public Optional<Reason> ofFunctionsIn(MethodSymbol method) {
    return words.ofFunctionsIn(method);
  }

  @Override
  public Optional<FunctionRoles.Role> role(JavacCallee callee, int argument) {
    Optional<FunctionRoles.Role> said = words.role(callee, argument);
    return said.isPresent() || Jdk.has(callee.method()) ? said : byBody(callee, argument);
  }

  private Optional<FunctionRoles.Role> byBody(JavacCallee callee, int argument) {
    MethodSymbol method = callee.method();
    Call call =
        Call.of(
            callees.key(method),
            NameTexts.of(callee.receiver().flatName()),
            method.isStatic() || method.isConstructor(),
            List.of());
    callees.know(call, callee);
    return engine
        .fate(call, argument)
        .flatMap(
            decided ->
                decided.fate() == FunctionFate.RUNS_AT_ONCE
                    ? runAtOnce(method, argument)
                    : role(decided, method));
  }

  /**
   * What runs at once was followed as a call of its own: no role is needed, but where a framework's
   * type would make it a callback of the framework's, which it is not here.
   */
  private Optional<FunctionRoles.Role> runAtOnce(MethodSymbol method, int argument) {
    return argument < method.params().size() && isCallback(method.params().get(argument).type)
        ? Optional.of(FunctionRoles.Role.of(FunctionFate.RUNS_AT_ONCE))
        : Optional.empty();
  }

  private boolean isCallback(Type type) {
    return types.isFunctionalInterface(type)
        && types.findDescriptorSymbol(type.tsym) instanceof MethodSymbol called
        && words.of(called).isPresent();
  }

  private Optional<FunctionRoles.Role> role(Decided decided, MethodSymbol method) {
    return callees
        .of(decided.by())
        .flatMap(by -> words.role(by, decided.argument()))
        .map(role -> operators.along(role, decided.by()))
        .map(FatesByBody::givenAway)
        .map(role -> role.because(reason -> passedOn(reason, method)));
  }

  /** Which executor that is, the call inside tells, and not the one that is asked about. */
  private static FunctionRoles.Role givenAway(FunctionRoles.Role role) {
    return role.fate() == FunctionFate.ON_EXECUTOR
        ? FunctionRoles.Role.of(FunctionFate.OFFLOADED)
        : role;
  }

  private Reason passedOn(Reason reason, MethodSymbol method) {
    return reason.saying(
        "it is passed on by " + Signatures.brief(method, types) + "; there, " + reason.because());
  }
}
