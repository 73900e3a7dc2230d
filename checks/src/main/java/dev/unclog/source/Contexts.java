package dev.unclog.source;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which code is cooperative, and why. The nearest word decides: the method's own, its type's, that
 * of a method it overrides (in code, in a stub, in a user's pattern), that of the types around it,
 * its package's.
 */
final class Contexts implements Placement {
  private final Types types;
  private final Words words;
  private final Catalogue catalogue;
  private final CooperativePatterns patterns;
  private final FunctionRoles roles;
  private final Endpoints endpoints;
  private final Promises promises;
  private final GrpcServices grpc;
  private final OwnTimers timers;
  private final Supplier<HandedOffObjects> handedOff;
  private final Set<String> stubTypes = new HashSet<>();
  private final Map<MethodSymbol, Optional<Decision>> decisions = new HashMap<>();
  private final Map<ClassSymbol, List<TypeSymbol>> speakingSupertypes = new HashMap<>();
  private final Map<ClassSymbol, Boolean> meantByPatterns = new HashMap<>();

  Contexts(
      Types types,
      Words words,
      Callees callees,
      Catalogue catalogue,
      CooperativePatterns patterns,
      LaterTypes later,
      GrpcServices grpc,
      OwnTimers timers,
      Supplier<HandedOffObjects> handedOff) {
    this.handedOff = handedOff;
    this.endpoints = new Endpoints(later, callees);
    this.promises = new Promises(later);
    this.grpc = grpc;
    this.timers = timers;
    this.types = types;
    this.words = words;
    this.catalogue = catalogue;
    this.patterns = patterns;
    this.roles = new FunctionRoles(types, words, catalogue);
    for (Entry entry : catalogue.entries()) {
      if (entry.context().isPresent()) {
        stubTypes.add(entry.type());
      }
    }
  }

  /** What is decided about a piece of code: cooperative for a reason, or expressly not. */
  private record Decision(Optional<Reason> reason) {
    static final Decision NOT = new Decision(Optional.empty());

    static Decision cooperative(String because) {
      return new Decision(Optional.of(Reason.because(because)));
    }
  }

  @Override
  public Optional<Reason> of(MethodSymbol method) {
    return decide(method).flatMap(Decision::reason);
  }

  @Override
  public Optional<Reason> ofPromise(MethodSymbol method) {
    return method.isPrivate() || method.isConstructor() || decide(method).isPresent()
        ? Optional.empty()
        : promises.of(method).filter(promised -> !isKnownToBlock(method));
  }

  /** Whether a method implements one of which a stub says that it blocks, as a promise's await. */
  private boolean isKnownToBlock(MethodSymbol method) {
    return catalogue
        .nearest(
            new JavacCallee(method, method.owner.type, types), line -> line.verdict().isPresent())
        .flatMap(Entry::verdict)
        .filter(Entry.Verdict.Blocks.class::isInstance)
        .isPresent();
  }

  /**
   * Why the instance initialisers of a type must not block: its own word or that of the types
   * around it, or that of a constructor, since each constructor runs them.
   */
  @Override
  public Optional<Reason> ofInitialisers(ClassSymbol type) {
    Optional<Decision> decided = aroundOf(type);
    if (decided.isPresent()) {
      return decided.get().reason();
    }
    for (Symbol member : type.members().getSymbols(Symbol::isConstructor)) {
      Optional<Reason> constructor = of((MethodSymbol) member);
      if (constructor.isPresent()) {
        return constructor;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<FunctionRoles.Role> role(JavacCallee callee, int argument) {
    return roles.of(callee, argument);
  }

  @Override
  public Optional<Reason> ofFunctionsIn(MethodSymbol method) {
    return patterns.isEmpty()
        ? Optional.empty()
        : patterns
            .markingFunctionsIn(new JavacCallee(method, method.owner.type, types))
            .map(pattern -> Reason.because("it is marked by the pattern '" + pattern + "'"));
  }

  /** Most methods are asked about once for each call of them. */
  private Optional<Decision> decide(MethodSymbol method) {
    Optional<Decision> known = decisions.get(method);
    if (known == null) {
      known = find(method);
      if (!handedOff.get().isReading()) {
        decisions.put(method, known);
      }
    }
    return known;
  }

  private Optional<Decision> find(MethodSymbol method) {
    if (catalogue.isCopyOfCore(NameTexts.of(method.owner.flatName()))) {
      return Optional.of(Decision.NOT);
    }
    return own(method, NameTexts.of(method.name))
        .or(() -> own(method.enclClass(), NameTexts.of(method.enclClass().name)))
        .or(() -> marked(method))
        .or(() -> inherited(method))
        .or(
            () ->
                endpoints
                    .of(method)
                    .or(() -> grpc.of(method))
                    .map(reason -> new Decision(Optional.of(reason))))
        .or(() -> aroundOf(method.enclClass()));
  }

  /** The word a declaration itself carries. */
  private Optional<Decision> own(Symbol symbol, String name) {
    Words.Said said = words.said(symbol);
    if (said.says(Meaning.COOPERATIVE)) {
      return Optional.of(Decision.cooperative(name + " is marked " + said.annotation()));
    }
    return said.meanings().isEmpty() ? Optional.empty() : Optional.of(Decision.NOT);
  }

  /** A word from outside: a user's pattern, a stub. */
  private Optional<Decision> marked(MethodSymbol method) {
    List<TypeSymbol> speaking = speakingSupertypes(method.enclClass());
    if (speaking.isEmpty() && !areMeantByPatterns(method.enclClass())) {
      return Optional.empty();
    }
    JavacCallee callee = new JavacCallee(method, method.owner.type, types);
    return patterns
        .marking(callee)
        .map(
            pattern ->
                Decision.cooperative(method.name + " is marked by the pattern '" + pattern + "'"))
        .or(
            () ->
                catalogue
                    .nearest(callee, entry -> isContext(entry, /* ofThreads= */ false))
                    .or(() -> runsThread(method) ? threadMark(speaking) : Optional.empty())
                    .map(
                        entry ->
                            handedOff.get().include(method.enclClass())
                                    || timers.have(entry.type(), method.enclClass())
                                ? Decision.NOT
                                : stubDecision(entry, method)));
  }

  /** Whether a pattern may mark methods of a class, there or in a supertype. */
  private boolean areMeantByPatterns(ClassSymbol type) {
    Boolean known = meantByPatterns.get(type);
    if (known == null) {
      known = false;
      for (Type above : types.closure(type.type)) {
        known |= patterns.markMembersOf(NameTexts.of(above.tsym.flatName()));
      }
      meantByPatterns.put(type, known);
    }
    return known;
  }

  private Optional<Entry> threadMark(List<TypeSymbol> types) {
    return types.stream()
        .flatMap(type -> catalogue.of(NameTexts.of(type.flatName())).stream())
        .filter(entry -> isContext(entry, /* ofThreads= */ true))
        .findFirst();
  }

  private static boolean isContext(Entry entry, boolean ofThreads) {
    return entry.context().filter(context -> context.marksThreads() == ofThreads).isPresent();
  }

  private Decision stubDecision(Entry entry, MethodSymbol method) {
    String type = Signatures.simple(entry.type());
    String how = entry.isPossibly() ? "possibly cooperative" : "cooperative";
    String because =
        catalogue.original(NameTexts.of(method.owner.flatName())).equals(entry.type())
            ? method.name + " is " + how
            : method.name + " runs for " + type + ", which is " + how;
    return new Decision(
        Optional.of(
            Reason.of(
                entry,
                because + " by " + entry.origin().library() + " (" + entry.origin() + ")",
                entry.context().get().forbids())));
  }

  private boolean runsThread(MethodSymbol method) {
    return NameTexts.is(method.name, "run")
        && method.params().isEmpty()
        && types.closure(method.owner.type).stream()
            .anyMatch(type -> type.tsym.flatName().contentEquals("java.lang.Thread"));
  }

  /** The word of a method that this one overrides, or of the type that declares that. */
  private Optional<Decision> inherited(MethodSymbol method) {
    if (method.isConstructor() || method.isStatic()) {
      return Optional.empty();
    }
    for (TypeSymbol supertype : speakingSupertypes(method.enclClass())) {
      for (Symbol member : supertype.members().getSymbolsByName(method.name)) {
        if (member instanceof MethodSymbol above
            && method.overrides(above, method.enclClass(), types, /* checkResult= */ false)) {
          Optional<Decision> decided =
              inheritedFrom(above, above).or(() -> inheritedFrom(above, above.enclClass()));
          if (decided.isPresent()) {
            return decided;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Decision> inheritedFrom(MethodSymbol above, Symbol speaker) {
    Words.Said said = words.said(speaker);
    if (said.says(Meaning.COOPERATIVE)) {
      String method = above.enclClass().name + "." + above.name;
      String how = speaker == above ? "" : " by its type";
      return Optional.of(
          Decision.cooperative("it overrides " + method + ", marked " + said.annotation() + how));
    }
    // Where blocking is allowed is the framework's word about one method; what a type says of
    // itself
    // is not handed down.
    return said.says(Meaning.OFFLOADED) && speaker == above
        ? Optional.of(Decision.NOT)
        : Optional.empty();
  }

  /** The word of the types around a type, and of the package; of its own if it has one. */
  private Optional<Decision> aroundOf(ClassSymbol type) {
    Optional<Decision> decided = own(type, NameTexts.of(type.name));
    if (decided.isPresent()) {
      return decided;
    }
    if (type.owner.kind == Kind.TYP) {
      return aroundOf(type.owner.enclClass());
    }
    // A local or anonymous class belongs to where it runs, not to where it is written.
    return type.owner.kind == Kind.PCK
        ? own(type.packge(), "package " + type.packge().fullname)
        : Optional.empty();
  }

  /**
   * The supertypes that have any say: those with a word of ours in them, and those stubs speak of.
   */
  private List<TypeSymbol> speakingSupertypes(ClassSymbol type) {
    List<TypeSymbol> known = speakingSupertypes.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (Type supertype : types.closure(type.type)) {
        if (supertype.hasTag(TypeTag.CLASS)
            && (hasStub(supertype.tsym) || supertype.tsym != type && hasWord(supertype.tsym))) {
          known.add(supertype.tsym);
        }
      }
      speakingSupertypes.put(type, known);
    }
    return known;
  }

  /** Whether a type is none of a stub's, and has what a stub speaks of above it. */
  boolean isImplementation(TypeSymbol type) {
    if (!(type instanceof ClassSymbol known) || hasStub(known)) {
      return false;
    }
    for (TypeSymbol speaking : speakingSupertypes(known)) {
      if (hasStub(speaking)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable of a type may hold what a stub speaks of. */
  boolean mayHold(TypeSymbol type) {
    return hasStub(type) || isImplementation(type);
  }

  private boolean hasStub(TypeSymbol type) {
    return stubTypes.contains(catalogue.original(NameTexts.of(type.flatName())));
  }

  private boolean hasWord(TypeSymbol type) {
    String name = NameTexts.of(type.flatName());
    if (name.startsWith("java.")) {
      return false; // The JDK carries no annotation that we know of.
    }
    if (!words.said(type).meanings().isEmpty()) {
      return true;
    }
    for (Symbol member : type.members().getSymbols(symbol -> symbol.kind == Kind.MTH)) {
      if (!words.said(member).meanings().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
