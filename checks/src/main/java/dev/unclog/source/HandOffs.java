package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Value;
import dev.unclog.summary.Coverage;
import java.util.Optional;

/**
 * Where functions go that are handed on: to the executor that a call names, or along a chain of
 * operators to wherever its hops lead.
 */
final class HandOffs {
  private static final FunctionRoles.Role OFFLOADED = FunctionRoles.Role.of(FunctionFate.OFFLOADED);
  private static final FunctionRoles.Role KEPT = FunctionRoles.Role.of(FunctionFate.KEPT);

  private static final Reason PARALLEL =
      Reason.because("a parallel stream works on its caller's thread too, and waits for the rest");

  private final Placement placement;
  private final OperatorChains chains;
  private final ExecutorNatures natures;
  private final FactsReader facts;
  private final LaterTypes later;
  private final Coverage coverage;

  HandOffs(
      Placement placement,
      OperatorChains chains,
      ExecutorNatures natures,
      FactsReader facts,
      LaterTypes later,
      Coverage coverage) {
    this.placement = placement;
    this.chains = chains;
    this.natures = natures;
    this.facts = facts;
    this.later = later;
    this.coverage = coverage;
  }

  /**
   * What becomes of a function where it is given.
   *
   * @param call what it is given to
   * @param argument its position there
   * @param inside the function around it, if what becomes of that is known
   * @param body the body that makes the call
   */
  Optional<FunctionRoles.Role> role(
      TreeCall call, int argument, Optional<FunctionRoles.Role> inside, Body body) {
    return placement
        .role(call.callee(), argument)
        .map(
            role -> {
              if (role.fate() == FunctionFate.ON_EXECUTOR) {
                return onExecutor(role, call);
              }
              if (role.fate() == FunctionFate.RUNS_AT_ONCE) {
                return ParallelStreams.runs(call, facts) ? inline(PARALLEL) : role;
              }
              return role.isAlongChain() && call.tree() instanceof MethodInvocationTree operator
                  ? alongChain(role, operator, call, inside, body)
                  : role;
            })
        .map(
            role ->
                role.fate() != FunctionFate.RUNS_AT_ONCE && FirstTasks.isGivenBy(call)
                    ? role.because(Reason::asFirstTask)
                    : role);
  }

  private FunctionRoles.Role onExecutor(FunctionRoles.Role role, TreeCall call) {
    Optional<ExpressionTree> executor = executor(role, call);
    if (executor.isEmpty()) {
      return role;
    }
    Value value = facts.value(executor.get(), call.nesting());
    Optional<ExecutorNature> nature = natures.of(executor.get(), value);
    if (nature.isEmpty()) {
      if (natures.mayRunOnCaller(value)) {
        return inline(
            Reason.because("a pool runs on its caller what it has no room for").possibly());
      }
      coverage.handedOff(facts.key(call));
      return role;
    }
    return switch (nature.get()) {
      case ALLOWS_BLOCKING -> role;
      case COOPERATIVE ->
          FunctionRoles.Role.cooperative(
              Reason.because(
                  call.method().name + " hands it to an executor whose threads must not block"));
      case CALLER ->
          inline(
              later.isSubmission(role, call.method())
                  ? Reason.because(
                      call.method().name + " hands it to an executor that runs it at once")
                  : Reason.because("whoever completes the future runs it").possibly());
    };
  }

  private static FunctionRoles.Role inline(Reason reason) {
    return new FunctionRoles.Role(
        FunctionFate.RUNS_AT_ONCE, Optional.of(reason), -1, /* isAlongChain= */ false);
  }

  private static Optional<ExpressionTree> executor(FunctionRoles.Role role, TreeCall call) {
    if (role.executor() < 0) {
      return call.receiver();
    }
    return role.executor() < call.arguments().size()
        ? Optional.of(call.arguments().get(role.executor()))
        : Optional.empty();
  }

  private FunctionRoles.Role alongChain(
      FunctionRoles.Role role,
      MethodInvocationTree operator,
      TreeCall call,
      Optional<FunctionRoles.Role> inside,
      Body body) {
    ChainSpot spot = chains.spot(operator, call.nesting(), facts);
    return switch (spot.where()) {
      case WORKERS -> OFFLOADED;
      case SOMEWHERE -> {
        coverage.handedOff(facts.key(call));
        yield OFFLOADED;
      }
      case LOOP ->
          FunctionRoles.Role.cooperative(
              Reason.because(spot.by() + " moves it to threads that must not block"));
      case UPSTREAM -> role;
      case SUBSCRIBER -> asSubscribed(role, call, spot, inside, body);
    };
  }

  /** What runs where somebody subscribes shares that one's thread. */
  private static FunctionRoles.Role asSubscribed(
      FunctionRoles.Role role,
      TreeCall operator,
      ChainSpot spot,
      Optional<FunctionRoles.Role> inside,
      Body body) {
    if (inside.filter(around -> around.fate() == FunctionFate.OFFLOADED).isPresent()) {
      return OFFLOADED;
    }
    Optional<Reason> context = body.cooperative().filter(Reason::isContext);
    if (spot.subscriber() == ChainSpot.Subscriber.HERE && context.isEmpty()) {
      return KEPT;
    }
    boolean isSure = body.cooperative().filter(Reason::isSure).isPresent();
    return role.because(
        reason ->
            (isSure ? reason : reason.possibly())
                .repairedBy(Repair.ofSource((MethodInvocationTree) operator.tree()))
                .returnedBy(returner(operator.nesting(), spot.subscriber(), context)));
  }

  /** The method whose callers decide who subscribes, as far as that is to be seen. */
  private static Optional<MethodSymbol> returner(
      Nesting place, ChainSpot.Subscriber subscriber, Optional<Reason> context) {
    if (context.isPresent()) {
      // A function's chain is subscribed to where the function runs, and a framework's callback's
      // by the framework.
      return subscriber == ChainSpot.Subscriber.UNKNOWN
          ? Optional.empty()
          : context.get().returnedBy();
    }
    return subscriber == ChainSpot.Subscriber.CALLER
            && place.callable() instanceof MethodTree method
        ? Optional.of(ASTHelpers.getSymbol(method))
        : Optional.empty();
  }
}
