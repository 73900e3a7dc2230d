package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Functions that are not written where they are given away: a variable holds them, a method of the
 * project's makes them, an object of a class of the project's is one. What becomes of them shows
 * where they are given, and matters where they are written.
 */
final class NamedFunctions {
  private final Types types;
  private final Supplier<List<Landmarks>> landmarks;
  private final FunctionOrigins origins;
  private final BiFunction<CompilationUnitTree, Predicate<Tree>, FunctionArguments> scan;
  private final IdentityHashMap<Tree, FunctionRoles.Role> functions = new IdentityHashMap<>();
  private final Map<MethodSymbol, FunctionRoles.Role> methods = new HashMap<>();
  private final Map<TypeSymbol, Optional<MethodSymbol>> functionMethods = new HashMap<>();
  private boolean areRead;

  /**
   * Those of one compilation.
   *
   * @param scan walks a unit, and gives back what becomes of arguments for which the test holds, as
   *     if they were functions
   */
  NamedFunctions(
      Types types,
      Supplier<List<Landmarks>> landmarks,
      FunctionOrigins origins,
      BiFunction<CompilationUnitTree, Predicate<Tree>, FunctionArguments> scan) {
    this.types = types;
    this.landmarks = landmarks;
    this.origins = origins;
    this.scan = scan;
  }

  /**
   * What becomes of a function.
   *
   * @param function a lambda, a method reference or an anonymous object
   * @return empty if it is not given away by a name, or nothing is known of that
   */
  Optional<FunctionRoles.Role> roleOf(Tree function) {
    read();
    return Optional.ofNullable(functions.get(function));
  }

  /** Why a method must not block by which objects of its class are given away as functions. */
  Optional<Reason> reasonOf(MethodSymbol method) {
    read();
    return Optional.ofNullable(methods.get(method)).flatMap(FunctionRoles.Role::reason);
  }

  private void read() {
    if (!areRead) {
      areRead = true; // For who is asked meanwhile.
      landmarks.get().forEach(this::read);
    }
  }

  private void read(Landmarks unit) {
    Map<Tree, Set<Tree>> given = new LinkedHashMap<>();
    for (MethodInvocationTree call : unit.calls()) {
      if (!call.getArguments().isEmpty()) {
        look(ASTHelpers.getSymbol(call), call.getArguments(), unit.unit(), given);
      }
    }
    for (NewClassTree made : unit.creations()) {
      if (!made.getArguments().isEmpty()) {
        look(ASTHelpers.getSymbol(made), made.getArguments(), unit.unit(), given);
      }
    }
    if (!given.isEmpty()) {
      FunctionArguments roles = scan.apply(unit.unit(), given::containsKey);
      given.forEach(
          (argument, written) ->
              roles
                  .roleOf(argument)
                  .filter(NamedFunctions::tellsWhere)
                  .map(role -> role.because(reason -> at(argument, unit.unit(), reason)))
                  .ifPresent(role -> written.forEach(each -> put(each, role))));
    }
  }

  private void put(Tree function, FunctionRoles.Role role) {
    if (function instanceof MethodTree method) {
      methods.merge(ASTHelpers.getSymbol(method), role, NamedFunctions::worse);
    } else {
      functions.merge(function, role, NamedFunctions::worse);
    }
  }

  /** The reason does not stand where the function does, and so is told with its place. */
  private static Reason at(Tree argument, CompilationUnitTree unit, Reason reason) {
    long line = unit.getLineMap().getLineNumber(ASTHelpers.getStartPosition(argument));
    return reason.saying(reason.because() + ", at " + Places.fileName(unit) + ":" + line);
  }

  /** What runs at once is charged to whoever gives it away, and what is kept tells nothing. */
  private static boolean tellsWhere(FunctionRoles.Role role) {
    return switch (role.fate()) {
      case COOPERATIVE, OFFLOADED, ON_EXECUTOR -> true;
      case RUNS_AT_ONCE, KEPT -> false;
    };
  }

  /** Of two places that a function is given away at. */
  private static FunctionRoles.Role worse(FunctionRoles.Role one, FunctionRoles.Role other) {
    return badness(other) > badness(one) ? other : one;
  }

  private static int badness(FunctionRoles.Role role) {
    return role.reason().map(reason -> reason.isSure() ? 2 : 1).orElse(0);
  }

  private void look(
      MethodSymbol method,
      List<? extends ExpressionTree> arguments,
      CompilationUnitTree unit,
      Map<Tree, Set<Tree>> given) {
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = Nesting.bare(arguments.get(i));
      if (FunctionOrigins.isAnotherName(argument)) {
        function(method, i)
            .map(function -> origins(argument, function, unit))
            .filter(written -> !written.isEmpty())
            .ifPresent(written -> given.put(argument, written));
      }
    }
  }

  private Set<Tree> origins(
      ExpressionTree argument, MethodSymbol function, CompilationUnitTree unit) {
    try {
      return origins.of(argument, function, unit);
    } catch (CompletionFailure e) {
      return Set.of(); // A class is missing, which is told where calls are followed.
    }
  }

  /** The method of the functional interface that a parameter has; empty if it has none. */
  private Optional<MethodSymbol> function(MethodSymbol method, int argument) {
    List<VarSymbol> parameters = method.params();
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    Type type = parameters.get(Math.min(argument, parameters.size() - 1)).type;
    if (!type.hasTag(TypeTag.CLASS) || !type.tsym.isInterface()) {
      return Optional.empty();
    }
    Optional<MethodSymbol> known = functionMethods.get(type.tsym);
    if (known == null) {
      known =
          types.isFunctionalInterface(type.tsym)
                  && types.findDescriptorSymbol(type.tsym) instanceof MethodSymbol function
              ? Optional.of(function)
              : Optional.empty();
      functionMethods.put(type.tsym, known);
    }
    return known;
  }
}
