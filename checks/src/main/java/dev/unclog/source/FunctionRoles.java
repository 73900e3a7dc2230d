package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a method does with a function that it is given: by its parameter's word, or by a stub's. */
final class FunctionRoles {
  private final Types types;
  private final Words words;
  private final Catalogue catalogue;
  private final Map<Asked, Optional<Role>> known = new HashMap<>();

  FunctionRoles(Types types, Words words, Catalogue catalogue) {
    this.types = types;
    this.words = words;
    this.catalogue = catalogue;
  }

  /**
   * What becomes of a function.
   *
   * @param fate where it runs
   * @param reason why it must not block; empty unless it runs cooperatively, or was to be handed on
   *     and is not
   * @param executor the position of the argument that runs it on {@link FunctionFate#ON_EXECUTOR};
   *     -1 for the receiver
   * @param isAlongChain whether the hops of a chain of operators decide where it runs
   */
  record Role(FunctionFate fate, Optional<Reason> reason, int executor, boolean isAlongChain) {
    static Role of(FunctionFate fate) {
      return new Role(fate, Optional.empty(), -1, /* isAlongChain= */ false);
    }

    static Role cooperative(Reason reason) {
      return new Role(FunctionFate.COOPERATIVE, Optional.of(reason), -1, /* isAlongChain= */ false);
    }

    /** The same, with its reason changed. */
    Role because(UnaryOperator<Reason> change) {
      return new Role(fate, reason.map(change), executor, isAlongChain);
    }
  }

  /** What decides about a role: who is given something, through which type, at which position. */
  private record Asked(MethodSymbol method, ClassSymbol receiver, int argument) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked
          && asked.method == method
          && asked.receiver == receiver
          && asked.argument == argument;
    }

    @Override
    public int hashCode() {
      return (method.hashCode() * 31 + receiver.hashCode()) * 31 + argument;
    }
  }

  /** The role of the argument at a position; empty if nothing is known. */
  Optional<Role> of(JavacCallee callee, int argument) {
    Asked asked = new Asked(callee.method(), callee.receiver(), argument);
    Optional<Role> role = known.get(asked);
    if (role == null) {
      role = find(callee, argument);
      known.put(asked, role);
    }
    return role;
  }

  private Optional<Role> find(JavacCallee callee, int argument) {
    for (JavacCallee.View view : callee.views()) {
      Optional<Role> said = said(view.method(), argument);
      if (said.isPresent()) {
        return said;
      }
    }
    return catalogue
        .nearest(callee, entry -> fate(entry, argument).isPresent())
        .map(entry -> role(entry, argument, callee.method()));
  }

  private Optional<Role> said(MethodSymbol method, int argument) {
    List<VarSymbol> parameters = method.params();
    if (parameters.isEmpty() || NameTexts.of(method.owner.flatName()).startsWith("java.")) {
      return Optional.empty();
    }
    VarSymbol parameter = parameters.get(Math.min(argument, parameters.size() - 1));
    Words.Said said = words.said(parameter);
    if (said.says(Meaning.COOPERATIVE)) {
      return Optional.of(
          Role.cooperative(
              Reason.because(given(method) + ", whose parameter is marked " + said.annotation())));
    }
    return said.says(Meaning.OFFLOADED)
        ? Optional.of(Role.of(FunctionFate.OFFLOADED))
        : Optional.empty();
  }

  private Role role(Entry entry, int argument, MethodSymbol method) {
    FunctionFate fate = fate(entry, argument).orElseThrow();
    if (fate != FunctionFate.COOPERATIVE) {
      int executor = parameter(entry, argument).map(Entry.Parameter::executor).orElse(-1);
      return new Role(fate, Optional.empty(), executor, /* isAlongChain= */ false);
    }
    Set<dev.unclog.annotations.BlockingKind> forbids =
        parameter(entry, argument).map(Entry.Parameter::forbids).orElse(Set.of());
    String runs = entry.isPossibly() ? ", which may run it" : ", which runs it";
    String by = runs + " cooperatively by " + entry.origin().library();
    return new Role(
        fate,
        Optional.of(Reason.of(entry, given(method) + by + " (" + entry.origin() + ")", forbids)),
        -1,
        /* isAlongChain= */ parameter(entry, argument).isEmpty());
  }

  private String given(MethodSymbol method) {
    return "it is given to " + Signatures.brief(method, types);
  }

  private static Optional<FunctionFate> fate(Entry entry, int argument) {
    return parameter(entry, argument).flatMap(Entry.Parameter::fate).or(entry::everyFunction);
  }

  private static Optional<Entry.Parameter> parameter(Entry entry, int argument) {
    return entry.parameters().stream()
        .filter(parameter -> parameter.position() == argument)
        .findFirst();
  }
}
