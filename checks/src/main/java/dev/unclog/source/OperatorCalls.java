package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where operators stand that are given functions by a method's own parameters: such a method's
 * callers ask what becomes of what they give it, long after its tree was read.
 */
final class OperatorCalls {
  private static final FunctionRoles.Role OFFLOADED = FunctionRoles.Role.of(FunctionFate.OFFLOADED);
  private static final FunctionRoles.Role AT_ONCE =
      FunctionRoles.Role.of(FunctionFate.RUNS_AT_ONCE);
  private static final FunctionRoles.Role KEPT = FunctionRoles.Role.of(FunctionFate.KEPT);

  private final Types types;
  private final Placement placement;
  private final Supplier<OperatorChains> chains;
  private final Map<Call, Written> written = new IdentityHashMap<>();
  private final Map<TypeSymbol, Boolean> functional = new HashMap<>();

  /** A call as it stands in a tree. */
  private record Written(MethodInvocationTree tree, Nesting nesting, FactsReader facts) {}

  OperatorCalls(Types types, Placement placement, Supplier<OperatorChains> chains) {
    this.types = types;
    this.placement = placement;
    this.chains = chains;
  }

  /** Remembers a call if it is an operator's that is given a variable. */
  void read(TreeCall tree, Call call, FactsReader facts) {
    if (tree.tree() instanceof MethodInvocationTree operator) {
      for (int i = 0; i < tree.arguments().size(); i++) {
        if (mayBeFunction(tree.arguments().get(i))
            && placement
                .role(tree.callee(), i)
                .filter(FunctionRoles.Role::isAlongChain)
                .isPresent()) {
          written.put(call, new Written(operator, tree.nesting().copy(), facts));
          return;
        }
      }
    }
  }

  private boolean mayBeFunction(ExpressionTree argument) {
    Type type = ASTHelpers.getType(argument);
    return type != null
        && type.hasTag(TypeTag.CLASS)
        && type.tsym.isInterface()
        && functional.computeIfAbsent(type.tsym, types::isFunctionalInterface);
  }

  /** A role at a call, as the chain decides it that the call belongs to. */
  FunctionRoles.Role along(FunctionRoles.Role role, Call call) {
    if (!role.isAlongChain()) {
      return role;
    }
    Written known = written.get(call);
    if (known == null) {
      return KEPT; // Of chains in class files, nobody tells.
    }
    ChainSpot spot = chains.get().spot(known.tree, known.nesting, known.facts);
    return switch (spot.where()) {
      case WORKERS, SOMEWHERE -> OFFLOADED;
      case LOOP, UPSTREAM -> role;
      // Whoever calls runs what is subscribed to before the call returns.
      case SUBSCRIBER ->
          spot.subscriber() == ChainSpot.Subscriber.HERE ? AT_ONCE : role.because(Reason::possibly);
    };
  }
}
