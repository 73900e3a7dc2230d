package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.BodyFacts.Nature;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Coverage;
import dev.unclog.summary.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The program that a compiler holds. */
final class JavacProgram implements Program {
  /**
   * With more implementations than this, some block for reasons of their own, and who calls them by
   * the interface is rarely meant: measured on libraries, where ways through few were right far
   * more often.
   */
  private static final int MOST_TARGETS = 3;

  private static final Judged SAFE = new Judged.Safe();
  private static final Judged OPEN = new Judged.Open();

  private final Types types;
  private final Callees callees;
  private final Words words;
  private final Judge judge;
  private final Placement placement;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;
  private final Supplier<Hierarchy> hierarchy;
  private final Coverage coverage;

  JavacProgram(
      Types types,
      Callees callees,
      Words words,
      Judge judge,
      Placement placement,
      SourceBodies sources,
      Optional<ClassFileBodies> classFiles,
      Supplier<Hierarchy> hierarchy,
      Coverage coverage) {
    this.types = types;
    this.callees = callees;
    this.words = words;
    this.judge = judge;
    this.placement = placement;
    this.sources = sources;
    this.classFiles = classFiles;
    this.hierarchy = hierarchy;
    this.coverage = coverage;
  }

  @Override
  public Judged judge(Call call) {
    Optional<JavacCallee> found = callees.of(call);
    if (found.isEmpty()) {
      if (isFunction(call.callee())) {
        return OPEN;
      }
      if (callees.type(call.callee().type()).isEmpty()) {
        coverage.missing(call.callee().type());
      }
      return SAFE;
    }
    JavacCallee callee = found.get();
    Optional<Judge.Judgement> judged = judge.of(call, callee);
    if (judged.isPresent()) {
      MethodSymbol blocks = judged.get().callee().method();
      return new Judged.Sink(
          Signatures.brief(blocks, types), Signatures.full(blocks, types), judged.get().verdict());
    }
    MethodSymbol method = callee.method();
    boolean isCut =
        judge.knows(callee)
            || Jdk.has(method)
            || isTrusted(method)
            || words.said(method).says(Meaning.OFFLOADED)
            || isReportedItself(method);
    if (isCut) {
      return SAFE;
    }
    return (method.flags() & Flags.NATIVE) != 0 ? nativeSink(method) : OPEN;
  }

  private Judged nativeSink(MethodSymbol method) {
    return new Judged.Sink(
        Signatures.brief(method, types),
        Signatures.full(method, types),
        new Verdict.Blocks(BlockingKind.NATIVE, Severity.WARNING, "", "", List.of()));
  }

  /** An allowance is a cut for callers; one that names kinds is left to each kind's judgement. */
  private boolean isTrusted(MethodSymbol method) {
    return words
        .allowance(method)
        .or(() -> words.allowance(method.enclClass()))
        .filter(allowance -> allowance.kinds().isEmpty())
        .isPresent();
  }

  /** What blocks in cooperative code is reported there, and not once more in its callers. */
  private boolean isReportedItself(MethodSymbol method) {
    return placement.of(method).isPresent() && sources.hasSource(method.enclClass());
  }

  /** Whether a body is that of a lambda, which has no symbol: of the source, or of a class file. */
  private boolean isFunction(MethodKey method) {
    return Functions.isLambda(method) || classFiles.flatMap(files -> files.of(method)).isPresent();
  }

  @Override
  public List<MethodKey> targets(Call call) {
    Optional<JavacCallee> callee = callees.of(call);
    if (callee.isEmpty()) {
      return List.of(call.callee());
    }
    if (isImplementedByFunctions(call, callee.get())) {
      return List.of();
    }
    Set<MethodKey> targets = implementations(call, callee.get());
    return targets.size() > MOST_TARGETS ? List.of() : List.copyOf(targets);
  }

  @Override
  public Coverage.Gap gap(Call call) {
    Optional<JavacCallee> callee = callees.of(call);
    if (callee.isEmpty()) {
      return Coverage.Gap.UNREADABLE;
    }
    if (isImplementedByFunctions(call, callee.get())
        || implementations(call, callee.get()).size() > MOST_TARGETS) {
      return Coverage.Gap.TOO_MANY;
    }
    if ((callee.get().method().flags() & Flags.ABSTRACT) != 0) {
      return Coverage.Gap.NO_IMPLEMENTATION;
    }
    return classFiles.isEmpty() ? Coverage.Gap.NOT_FOLLOWED : Coverage.Gap.UNREADABLE;
  }

  /** Whether lambdas implement what is called: classes do not tell all. */
  private boolean isImplementedByFunctions(Call call, JavacCallee callee) {
    return !call.isExact()
        && !isClosed(callee.method())
        && hierarchy.get().isImplementedByFunctions(callee.receiver());
  }

  /** The bodies in sight that a call may run. */
  Set<MethodKey> implementations(Call call, JavacCallee callee) {
    MethodSymbol method = callee.method();
    Set<MethodKey> targets = new LinkedHashSet<>();
    add(method, targets);
    if (!call.isExact() && !isClosed(method)) {
      for (ClassSymbol below : hierarchy.get().below(callee.receiver())) {
        MethodSymbol overriding = method.implementation(below, types, /* checkResult= */ true);
        if (overriding != null) {
          add(overriding, targets);
        }
      }
    }
    return targets;
  }

  private static boolean isClosed(MethodSymbol method) {
    return method.isStatic()
        || method.isConstructor()
        || (method.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        || (method.enclClass().flags() & Flags.FINAL) != 0;
  }

  private void add(MethodSymbol method, Set<MethodKey> targets) {
    if (bodyOf(method).filter(facts -> facts.nature() == Nature.CODE).isPresent()) {
      targets.add(Signatures.key(method, types));
    }
  }

  @Override
  public Optional<BodyFacts> body(MethodKey method) {
    if (Functions.isLambda(method)) {
      return sources.known(method);
    }
    Optional<MethodSymbol> symbol = callees.find(method);
    if (symbol.filter(this::isTrusted).isPresent()) {
      return Optional.empty(); // Its callers are cut off, also those that call what it implements.
    }
    return symbol.isPresent()
        ? bodyOf(symbol.get())
        : sources
            .known(method)
            .or(() -> classFiles.flatMap(files -> files.of(method))); // A lambda's of a class file.
  }

  /** The facts of a method's body, whoever is charged with them. */
  Optional<BodyFacts> bodyOf(MethodSymbol method) {
    if (Jdk.has(method)) {
      return Optional.empty();
    }
    return sources
        .of(method)
        .or(() -> classFiles.flatMap(files -> files.of(Signatures.key(method, types))));
  }

  @Override
  public Optional<FunctionFate> fate(Call call, int argument) {
    return callees
        .of(call)
        .flatMap(callee -> placement.role(callee, argument))
        .map(FunctionRoles.Role::fate);
  }

  @Override
  public boolean runsItsReceiver(Call call) {
    return callees
        .of(call)
        .filter(
            callee -> {
              Type receiver = callee.receiver().type;
              return types.isFunctionalInterface(receiver.tsym)
                  && types.findDescriptorSymbol(receiver.tsym).name == callee.method().name;
            })
        .isPresent();
  }

  @Override
  public String id(MethodKey method) {
    return Functions.isLambda(method) ? sources.nameOfFunction(method) : method.toString();
  }

  @Override
  public String name(MethodKey method) {
    return Functions.isLambda(method) ? "the function given to it" : Signatures.brief(method);
  }
}
