package dev.unclog.source;

import static com.sun.tools.javac.code.Flags.EFFECTIVELY_FINAL;
import static com.sun.tools.javac.code.Flags.FINAL;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Vert.x: what is done after a call that blocks can be done in the callback of one that does not,
 * where nobody waits for a result.
 */
final class Continuations {
  private static final String BLOCKING = "Blocking";
  private static final String FUTURE = "io.vertx.core.Future";
  private static final List<String> NAMES = List.of("id", "timer", "done", "ignored");

  private final SourceText text;
  private final Types types;
  private final VertxNames vertx;

  Continuations(SourceText text, Types types) {
    this.text = text;
    this.types = types;
    this.vertx = new VertxNames(types);
  }

  /** A timer, in the place of a sleep. */
  Optional<Repair> ofSleep(MethodInvocationTree sleep, Nesting place) {
    Optional<Standing> standing = Standing.of(sleep, place).filter(this::canGoOn);
    if (standing.isEmpty() || standing.get().rest().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> loop = vertx.at(place, standing.get().depth());
    Optional<Pause> pause = Pause.of(sleep, text, variable -> true);
    Optional<String> name = unused(standing.get());
    return loop.isEmpty() || pause.isEmpty() || name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            continuing(
                standing.get(),
                loop.get()
                    + ".setTimer("
                    + pause.get().milliseconds()
                    + ", "
                    + name.get()
                    + " -> {"));
  }

  /** The method that gives a future, in the place of one of the file system's that blocks. */
  Optional<Repair> ofFile(MethodInvocationTree call, Nesting place) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    ExpressionTree files = ASTHelpers.getReceiver(call);
    Optional<Standing> standing =
        Standing.of(call, place)
            .filter(found -> found.call() == found.whole()) // Else it is asked whether it failed.
            .filter(this::canGoOn);
    if (standing.isEmpty() || files == null || !hasSibling(method)) {
      return Optional.empty();
    }
    String name = NameTexts.of(method.name);
    String started =
        text.of(files)
            + "."
            + name.substring(0, name.length() - BLOCKING.length())
            + "("
            + text.of(call.getArguments())
            + ")";
    if (standing.get().rest().isEmpty()) {
      return Optional.of(
          new Repair(
              List.of(new Repair.Edit.InsteadOf(standing.get().whole(), started + ";")),
              List.of()));
    }
    Optional<String> result =
        standing.get().call() instanceof VariableTree variable
            ? Optional.of(variable.getName().toString())
            : unused(standing.get());
    return result.map(
        given -> continuing(standing.get(), started + ".onSuccess(" + given + " -> {"));
  }

  private static Repair continuing(Standing standing, String begin) {
    List<? extends StatementTree> rest = standing.rest();
    return new Repair(
        List.of(
            new Repair.Edit.InsteadOf(standing.whole(), begin),
            new Repair.Edit.Behind(rest.get(rest.size() - 1), " });")),
        List.of());
  }

  private boolean hasSibling(MethodSymbol blocking) {
    String name = NameTexts.of(blocking.name);
    if (!name.endsWith(BLOCKING)) {
      return false;
    }
    String sibling = name.substring(0, name.length() - BLOCKING.length());
    for (Symbol member :
        blocking.owner.members().getSymbols(each -> each.name.contentEquals(sibling))) {
      if (member instanceof MethodSymbol other
          && other.getReturnType().tsym.flatName().contentEquals(FUTURE)
          && types.isSameTypes(
              types.erasure(other.type.getParameterTypes()),
              types.erasure(blocking.type.getParameterTypes()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what follows may be done later: it gives nothing back, throws nothing, and sees what it
   * needs.
   */
  private boolean canGoOn(Standing standing) {
    return givesNothing(standing.callable()) && new Rest(standing).isMovable();
  }

  private boolean givesNothing(Tree callable) {
    if (callable instanceof MethodTree method) {
      return method.getThrows().isEmpty()
          && ASTHelpers.getSymbol(method).getReturnType().hasTag(TypeTag.VOID)
          && !ASTHelpers.getSymbol(method).isConstructor();
    }
    Type target = ASTHelpers.getType((LambdaExpressionTree) callable);
    if (target == null || !types.isFunctionalInterface(target)) {
      return false;
    }
    Type descriptor = types.findDescriptorType(target);
    return descriptor.getReturnType().hasTag(TypeTag.VOID) && descriptor.getThrownTypes().isEmpty();
  }

  /** A name for what the callback is given and does not need. */
  private static Optional<String> unused(Standing standing) {
    Set<String> used = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        used.add(tree.getName().toString());
        return null;
      }

      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        used.add(tree.getName().toString());
        return super.visitVariable(tree, null);
      }
    }.scan(standing.callable(), null);
    return NAMES.stream().filter(name -> !used.contains(name)).findFirst();
  }

  /** The statements that would be moved into a function. */
  private static final class Rest extends TreeScanner<Void, Void> {
    private final Standing standing;
    private final Set<Symbol> own = new HashSet<>();
    private boolean isMovable = true;

    Rest(Standing standing) {
      this.standing = standing;
    }

    boolean isMovable() {
      if (standing.call() instanceof VariableTree variable) {
        own.add(ASTHelpers.getSymbol(variable));
        isMovable = isFinal(ASTHelpers.getSymbol(variable));
      }
      standing.rest().forEach(each -> scan(each, null));
      return isMovable;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      own.add(ASTHelpers.getSymbol(tree));
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      if (ASTHelpers.getSymbol(tree) instanceof VarSymbol variable
          && !own.contains(variable)
          && isLocal(variable)) {
        isMovable &= isFinal(variable);
      }
      return null;
    }

    private static boolean isLocal(VarSymbol variable) {
      return switch (variable.getKind()) {
        case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE -> true;
        default -> false;
      };
    }

    private static boolean isFinal(VarSymbol variable) {
      return (variable.flags() & (FINAL | EFFECTIVELY_FINAL)) != 0;
    }
  }
}
