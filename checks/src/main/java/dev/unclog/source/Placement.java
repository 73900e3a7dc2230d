package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.Optional;

/**
 * Where code runs, as far as that is known by name: which bodies are cooperative, and what becomes
 * of functions.
 */
interface Placement {
  /** Nothing is known: every function is a body of its own. For facts, which conclude nothing. */
  Placement UNKNOWN =
      new Placement() {
        @Override
        public Optional<Reason> of(MethodSymbol method) {
          return Optional.empty();
        }

        @Override
        public Optional<Reason> ofPromise(MethodSymbol method) {
          return Optional.empty();
        }

        @Override
        public Optional<Reason> ofInitialisers(ClassSymbol type) {
          return Optional.empty();
        }

        @Override
        public Optional<Reason> ofFunctionsIn(MethodSymbol method) {
          return Optional.empty();
        }

        @Override
        public Optional<FunctionRoles.Role> role(JavacCallee callee, int argument) {
          return Optional.empty();
        }
      };

  /** Why a method or constructor must not block; empty if it may. */
  Optional<Reason> of(MethodSymbol method);

  /** Why a method of which nothing else is known promises by its signature not to block. */
  Optional<Reason> ofPromise(MethodSymbol method);

  /** Why the instance initialisers of a type must not block. */
  Optional<Reason> ofInitialisers(ClassSymbol type);

  /** Why the functions written in a method, of which nothing else is known, must not block. */
  Optional<Reason> ofFunctionsIn(MethodSymbol method);

  /** What becomes of the function given at a position. */
  Optional<FunctionRoles.Role> role(JavacCallee callee, int argument);
}
