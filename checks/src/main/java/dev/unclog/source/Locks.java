package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Lock;
import dev.unclog.call.LockMethods;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** Which locks code takes, and holds where it calls something. */
final class Locks {
  private static final Set<String> TAKING = Set.of("lock", "lockInterruptibly");
  private static final String TRYING = "tryLock";
  private static final Set<String> LEAVING = Set.of("unlock", "unlockRead", "unlockWrite");
  private static final Set<String> VIEWS = Set.of("readLock", "writeLock");

  private static final String LOCK = "java.util.concurrent.locks.Lock";
  private static final String STAMPED = "java.util.concurrent.locks.StampedLock";
  private static final String CONDITION = "java.util.concurrent.locks.Condition";
  private static final String MAP = "java.util.concurrent.ConcurrentHashMap";

  private final Types types;
  private final Variables variables;
  private final Map<MethodInvocationTree, Optional<Lock>> known = new HashMap<>();

  Locks(Types types, Variables variables) {
    this.types = types;
    this.variables = variables;
  }

  /** Whether a statement that was passed may have to do with locks. */
  static boolean mayMatter(StatementTree statement) {
    return statement instanceof TryTree attempt
        ? attempt.getFinallyBlock() != null
        : triedBy(statement).isPresent()
            || call(statement).filter(call -> isLocking(name(call.getMethodSelect()))).isPresent();
  }

  private static String name(ExpressionTree method) {
    return method instanceof MemberSelectTree select
        ? NameTexts.of(select.getIdentifier())
        : method instanceof IdentifierTree name ? NameTexts.of(name.getName()) : "";
  }

  private static boolean isLocking(String name) {
    return LEAVING.contains(name)
        || TAKING.contains(name)
        || LockMethods.givesStamp(name)
        || name.equals(TRYING);
  }

  /** The trying for a lock without which a statement does not let anybody pass. */
  private static Optional<MethodInvocationTree> triedBy(StatementTree statement) {
    if (statement instanceof WhileLoopTree loop) {
      return tried(loop.getCondition(), /* answer= */ false);
    }
    return statement instanceof IfTree branch
            && branch.getElseStatement() == null
            && Way.leaves(branch.getThenStatement())
        ? tried(branch.getCondition(), /* answer= */ false)
        : Optional.empty();
  }

  /** The trying for a lock that has succeeded if a condition was answered so. */
  private static Optional<MethodInvocationTree> tried(ExpressionTree condition, boolean answer) {
    ExpressionTree bare = Nesting.bare(condition);
    if (bare instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return tried(not.getExpression(), !answer);
    }
    if (bare instanceof BinaryTree both
        && both.getKind() == (answer ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      return tried(both.getLeftOperand(), answer).or(() -> tried(both.getRightOperand(), answer));
    }
    return answer
            && bare instanceof MethodInvocationTree call
            && name(call.getMethodSelect()).equals(TRYING)
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The call that a statement is, or whose stamp it keeps. */
  private static Optional<MethodInvocationTree> call(StatementTree statement) {
    ExpressionTree evaluated = null;
    if (statement instanceof ExpressionStatementTree made) {
      evaluated =
          made.getExpression() instanceof AssignmentTree kept
              ? kept.getExpression()
              : made.getExpression();
    } else if (statement instanceof VariableTree kept) {
      evaluated = kept.getInitializer();
    }
    return evaluated instanceof MethodInvocationTree call ? Optional.of(call) : Optional.empty();
  }

  /** What is held at a place by the code that runs there, the one taken last at the end. */
  List<Lock> heldAt(Nesting place) {
    List<Lock> held = new ArrayList<>(0);
    if (place.callable() instanceof MethodTree method) {
      Optional<Lock> own = ofMethod(ASTHelpers.getSymbol(method));
      if (own.isPresent()) {
        held.add(own.get());
      }
    }
    for (int depth = place.body(); depth < place.size() - 1; depth++) {
      if (place.at(depth) instanceof SynchronizedTree block
          && block.getBlock() == place.at(depth + 1)) {
        held.add(monitor(block, place));
      }
      if (place.at(depth) instanceof IfTree branch
          && place.at(depth + 1) == branch.getThenStatement()) {
        tried(branch.getCondition(), true)
            .flatMap(call -> locked(call, place))
            .ifPresent(held::add);
      }
      List<StatementTree> passed = place.passed(depth);
      for (int i = 0; i < passed.size(); i++) { // By index: nearly always there is none.
        pass(passed.get(i), held, place);
      }
    }
    return held;
  }

  private void pass(StatementTree statement, List<Lock> held, Nesting place) {
    if (statement instanceof TryTree attempt) {
      if (attempt.getFinallyBlock() != null && !held.isEmpty()) {
        leaveIn(attempt.getFinallyBlock(), held, place);
      }
      return;
    }
    triedBy(statement).flatMap(call -> locked(call, place)).ifPresent(held::add);
    call(statement)
        .ifPresent(
            call -> {
              String name = NameTexts.of(ASTHelpers.getSymbol(call).name);
              if (isTaking(name, call) || name.equals(TRYING)) {
                locked(call, place).ifPresent(held::add);
              } else if (LEAVING.contains(name)) {
                locked(call, place).ifPresent(held::remove);
              }
            });
  }

  private void leaveIn(StatementTree statement, List<Lock> held, Nesting place) {
    if (statement instanceof BlockTree block) {
      block.getStatements().forEach(each -> leaveIn(each, held, place));
    } else if (statement instanceof IfTree branch) {
      leaveIn(branch.getThenStatement(), held, place);
    } else {
      call(statement)
          .filter(call -> LEAVING.contains(NameTexts.of(ASTHelpers.getSymbol(call).name)))
          .flatMap(call -> locked(call, place))
          .ifPresent(held::remove);
    }
  }

  /** The monitor of a {@code synchronized} method. */
  static Optional<Lock> ofMethod(MethodSymbol method) {
    return (method.flags() & Flags.SYNCHRONIZED) == 0
        ? Optional.empty()
        : Optional.of(
            new Lock(
                NameTexts.of(method.enclClass().flatName()),
                method.isStatic() ? Lock.CLASS : Lock.THIS,
                Lock.Kind.MONITOR));
  }

  /** The monitor that a block takes. */
  Lock monitor(SynchronizedTree block, Nesting place) {
    return named(block.getExpression(), Lock.Kind.MONITOR, place);
  }

  /**
   * Whether a call waits for a lock, be it for a time alone. A read-write lock's methods of the
   * same names take nothing: they give a lock.
   */
  private static boolean isTaking(String name, MethodInvocationTree call) {
    return TAKING.contains(name)
        || (name.equals(TRYING) && !call.getArguments().isEmpty())
        || (LockMethods.givesStamp(name)
            && ASTHelpers.getSymbol(call).getReturnType().hasTag(TypeTag.LONG));
  }

  /** The lock that a call takes; empty if it takes none. */
  Optional<Lock> taken(TreeCall tree, MethodKey callee) {
    if (tree.tree() instanceof MethodInvocationTree call && isTaking(callee.name(), call)) {
      return locked(call, tree.nesting());
    }
    return ofMap(tree, callee);
  }

  /** The lock under which a map runs the function that it is given. */
  Optional<Lock> ofMap(TreeCall tree, MethodKey callee) {
    return LockMethods.computes(callee.name()) && callee.type().equals(MAP)
        ? tree.receiver().map(map -> named(map, Lock.Kind.MAP, tree.nesting()))
        : Optional.empty();
  }

  /** Of the locks held, the one that a call gives back while it waits. */
  Optional<Lock> releasedBy(TreeCall tree, MethodKey callee, List<Lock> held) {
    if (callee.name().equals("wait") && callee.type().equals("java.lang.Object")) {
      Lock monitor =
          tree.receiver()
              .map(on -> named(on, Lock.Kind.MONITOR, tree.nesting()))
              .orElseGet(() -> new Lock(around(tree.nesting()), Lock.THIS, Lock.Kind.MONITOR));
      return held.contains(monitor) ? Optional.of(monitor) : last(held, Lock.Kind.MONITOR);
    }
    return callee.name().startsWith("await") && is(tree.callee().receiver().type, CONDITION)
        ? tree.receiver()
            .flatMap(condition -> lockOf(condition, tree.nesting()))
            .or(() -> last(held, Lock.Kind.LOCK))
        : Optional.empty();
  }

  /** What is waited on goes by another name than it was taken by: most likely it is this. */
  private static Optional<Lock> last(List<Lock> held, Lock.Kind kind) {
    return held.stream().filter(lock -> lock.kind() == kind).reduce((one, other) -> other);
  }

  /** The lock that made a condition, as the condition's variable shows. */
  private Optional<Lock> lockOf(ExpressionTree condition, Nesting place) {
    return Variables.named(Nesting.bare(condition))
        .flatMap(variables::onlyValue)
        .map(Nesting::bare)
        .filter(made -> made instanceof MethodInvocationTree)
        .map(made -> (MethodInvocationTree) made)
        .filter(made -> ASTHelpers.getSymbol(made).name.contentEquals("newCondition"))
        .flatMap(made -> locked(made, place));
  }

  /** The lock that a method of it is called on. */
  private Optional<Lock> locked(MethodInvocationTree call, Nesting place) {
    Optional<Lock> lock = known.get(call);
    if (lock == null) {
      lock = find(call, place);
      known.put(call, lock);
    }
    return lock;
  }

  private Optional<Lock> find(MethodInvocationTree call, Nesting place) {
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    if (receiver == null) {
      return ofThis(ASTHelpers.getSymbol(call), place);
    }
    return isLock(ASTHelpers.getType(receiver))
        ? Optional.of(named(receiver, Lock.Kind.LOCK, place))
        : Optional.empty();
  }

  /** An object that is a lock itself, and takes it. */
  private Optional<Lock> ofThis(MethodSymbol method, Nesting place) {
    ClassTree around = place.type();
    return around != null
            && ASTHelpers.getSymbol(around).isSubClass(method.owner, types)
            && isLock(ASTHelpers.getSymbol(around).type)
        ? Optional.of(new Lock(around(place), Lock.THIS, Lock.Kind.LOCK))
        : Optional.empty();
  }

  private Lock named(ExpressionTree expression, Lock.Kind kind, Nesting place) {
    ExpressionTree bare = Nesting.bare(expression);
    if (bare instanceof MethodInvocationTree view
        && VIEWS.contains(NameTexts.of(ASTHelpers.getSymbol(view).name))
        && ASTHelpers.getReceiver(view) != null) {
      return named(ASTHelpers.getReceiver(view), kind, place);
    }
    Optional<VarSymbol> variable = Variables.named(bare);
    if (variable.isEmpty()) {
      return new Lock(around(place), "(" + bare + ")", kind);
    }
    String name = NameTexts.of(variable.get().name);
    if (name.equals(Lock.THIS) || name.equals(Lock.CLASS)) {
      return new Lock(Signatures.erased(owner(bare), types), name, kind);
    }
    if (isField(variable.get())) {
      return new Lock(NameTexts.of(variable.get().owner.flatName()), name, kind);
    }
    // A local that stands for a field, as is the custom around locks.
    Optional<ExpressionTree> field =
        variables
            .onlyValue(variable.get())
            .filter(
                value -> Variables.named(Nesting.bare(value)).filter(Locks::isField).isPresent());
    return field.isPresent()
        ? named(field.get(), kind, place)
        : new Lock(around(place), "(" + name + ")", kind);
  }

  /** The type whose own monitor an expression names: of {@code this}, or before {@code .class}. */
  private static Type owner(ExpressionTree own) {
    return own instanceof MemberSelectTree select
        ? ASTHelpers.getType(select.getExpression())
        : ASTHelpers.getType(own);
  }

  private static boolean isField(VarSymbol variable) {
    ElementKind kind = variable.getKind();
    return (kind == ElementKind.FIELD || kind == ElementKind.ENUM_CONSTANT)
        && !NameTexts.is(variable.name, Lock.THIS);
  }

  private static String around(Nesting place) {
    Tree type = place.type();
    Symbol symbol = type == null ? null : ASTHelpers.getSymbol(type);
    return symbol == null ? "" : NameTexts.of(symbol.flatName());
  }

  private boolean isLock(Type type) {
    return is(type, LOCK) || is(type, STAMPED);
  }

  private boolean is(Type type, String name) {
    return type != null
        && types.closure(types.skipTypeVars(type, /* capture= */ false)).stream()
            .anyMatch(above -> NameTexts.is(above.tsym.flatName(), name));
  }
}
