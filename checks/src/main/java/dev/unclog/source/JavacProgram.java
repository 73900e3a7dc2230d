package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.BodyFacts.Nature;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MachineErrors;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Coverage;
import dev.unclog.summary.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The program that a compiler holds. */
final class JavacProgram implements Program {
  private static final Judged SAFE = new Judged.Safe();
  private static final Judged OPEN = new Judged.Open();

  private final Types types;
  private final Callees callees;
  private final Words words;
  private final Judge judge;
  private final Placement placement;
  private final OperatorCalls operators;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;
  private final LockHolders holders;
  private final Dispatch dispatch;
  private final NeverBlocking neverBlocking;
  private final Catalogue catalogue;
  private final Natures natures;
  private final LaterTypes later;
  private final Supplier<ExecutorNatures> executors;
  private final ConstantFlags flags;
  private final AssignedFields fields;
  private final boolean chargeStaticInitializers;
  private final Coverage coverage;
  private final Predicate<Chain> farFetched;

  JavacProgram(
      Types types,
      Callees callees,
      Words words,
      Judge judge,
      Placement placement,
      OperatorCalls operators,
      SourceBodies sources,
      Optional<ClassFileBodies> classFiles,
      Supplier<Hierarchy> hierarchy,
      Optional<JarHierarchy> jars,
      Catalogue catalogue,
      Natures natures,
      LaterTypes later,
      Supplier<ExecutorNatures> executors,
      ConstantFlags flags,
      boolean chargeStaticInitializers,
      Coverage coverage,
      Predicate<Chain> farFetched) {
    this.coverage = coverage;
    this.farFetched = farFetched;
    this.types = types;
    this.callees = callees;
    this.words = words;
    this.judge = judge;
    this.placement = placement;
    this.operators = operators;
    this.sources = sources;
    this.classFiles = classFiles;
    this.holders = new LockHolders(callees, sources, classFiles);
    this.dispatch =
        new Dispatch(types, callees, sources, hierarchy, jars, this::hasCode, this::body);
    this.catalogue = catalogue;
    this.neverBlocking = new NeverBlocking(words, catalogue, callees);
    this.natures = natures;
    this.later = later;
    this.executors = executors;
    this.flags = flags;
    this.fields = new AssignedFields(callees, sources, classFiles);
    this.chargeStaticInitializers = chargeStaticInitializers;
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
          Signatures.brief(blocks, types),
          Signatures.full(blocks, types),
          judged.get().verdict(),
          judged.get().premises());
    }
    MethodSymbol method = callee.method();
    boolean isCut =
        MachineErrors.handles(call.callee())
            || judge.knows(call, callee)
            || Jdk.has(method)
            || isTrusted(method)
            || words.said(method).says(Meaning.OFFLOADED)
            || isReportedItself(method);
    if (isCut) {
      return SAFE;
    }
    if ((method.flags() & Flags.NATIVE) == 0) {
      return OPEN;
    }
    return judge.neverEnters(method) ? SAFE : nativeSink(method);
  }

  private Judged nativeSink(MethodSymbol method) {
    return new Judged.Sink(
        Signatures.brief(method, types),
        Signatures.full(method, types),
        new Verdict.Blocks(BlockingKind.NATIVE, Severity.WARNING, "", "", List.of()),
        Set.of());
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
    return sources.hasSource(method.enclClass()) && placement.of(method).isPresent();
  }

  /** Whether a body is that of a lambda, which has no symbol: of the source, or of a class file. */
  private boolean isFunction(MethodKey method) {
    return Functions.isLambda(method) || classFiles.flatMap(files -> files.of(method)).isPresent();
  }

  @Override
  public List<MethodKey> targets(Call call) {
    return dispatch.targets(call);
  }

  @Override
  public List<MethodKey> whereRun(MethodKey method, List<MethodKey> targets) {
    return dispatch.whereRun(method, targets);
  }

  @Override
  public Chooser chooser(Call call) {
    return callees
        .of(call)
        .filter(callee -> !sources.hasSource(callee.receiver()))
        .map(callee -> dispatch.isImplementedHere(call, callee) ? Chooser.ANYBODY : Chooser.OTHERS)
        .orElse(Chooser.OWN);
  }

  @Override
  public Coverage.Gap gap(Call call) {
    Optional<JavacCallee> callee = callees.of(call);
    if (callee.isEmpty()) {
      return Coverage.Gap.UNREADABLE;
    }
    if (dispatch.hasTooMany(call, callee.get())) {
      return Coverage.Gap.TOO_MANY;
    }
    if (Signatures.hasNoBody(callee.get().method())) {
      return Coverage.Gap.NO_IMPLEMENTATION;
    }
    return classFiles.isEmpty() ? Coverage.Gap.NOT_FOLLOWED : Coverage.Gap.UNREADABLE;
  }

  /** The bodies in sight that a call may run, however many. */
  List<MethodKey> implementations(Call call, JavacCallee callee) {
    return dispatch.implementations(call, callee);
  }

  @Override
  public Optional<BodyFacts> body(MethodKey method) {
    Optional<MethodSymbol> symbol =
        Functions.isLambda(method) ? Optional.empty() : callees.find(method);
    if (symbol.filter(own -> isTrusted(own) || neverBlocking.says(own)).isPresent()) {
      return Optional.empty(); // Its callers are cut off, also those that call what it implements.
    }
    return symbol.isPresent()
        ? bodyOf(symbol.get())
        // A function's, which javac does not enter.
        : sources.known(method).or(() -> classFiles.flatMap(files -> files.of(method)));
  }

  /** Whether a method's body can be followed; it is not read for that. */
  private boolean hasCode(MethodSymbol method) {
    return Signatures.hasCode(method)
        && !Jdk.has(method)
        && (classFiles.isPresent()
            || sources.hasSource(method.enclClass())
            || judge.neverEnters(method));
  }

  /** The facts of a method's body, whoever is charged with them. */
  Optional<BodyFacts> bodyOf(MethodSymbol method) {
    if (Jdk.has(method)) {
      return Optional.empty();
    }
    return (judge.isCopyOfCore(method) ? Optional.<BodyFacts>empty() : sources.of(method))
        .or(
            () ->
                judge.neverEnters(method)
                    ? notEntered(method)
                    : classFiles.flatMap(files -> files.of(callees.key(method))));
  }

  /** Code that does nothing of interest: it counts where some of several bodies block. */
  private Optional<BodyFacts> notEntered(MethodSymbol method) {
    return Signatures.hasCode(method)
        ? Optional.of(new BodyFacts(callees.key(method), "", Nature.CODE, /* calls= */ List.of()))
        : Optional.empty();
  }

  @Override
  public Optional<FunctionFate> fate(Call call, int argument) {
    return callees
        .of(call)
        .flatMap(callee -> placement.role(callee, argument))
        .map(role -> operators.along(role, call))
        .map(role -> runsOnCaller(role, call) ? FunctionFate.RUNS_AT_ONCE : role.fate());
  }

  /** Whether a function is given to an executor that runs it at once. */
  private boolean runsOnCaller(FunctionRoles.Role role, Call call) {
    if (role.fate() != FunctionFate.ON_EXECUTOR || !isSubmission(role, call)) {
      return false;
    }
    Value executor = call.receiver();
    if (role.executor() >= 0) {
      executor =
          role.executor() < call.arguments().size()
              ? call.arguments().get(role.executor())
              : new Value.Null();
    }
    return executors.get().of(executor).equals(Optional.of(ExecutorNature.CALLER));
  }

  private boolean isSubmission(FunctionRoles.Role role, Call call) {
    return callees.of(call).filter(callee -> later.isSubmission(role, callee.method())).isPresent();
  }

  @Override
  public List<Value> ownWork(Call call) {
    return InlineThreads.work(call);
  }

  @Override
  public boolean isHandOff(Call call, int argument) {
    return argument < 0
        ? !ownWork(call).isEmpty()
        : callees
            .of(call)
            .flatMap(callee -> placement.role(callee, argument))
            .filter(role -> role.fate() == FunctionFate.ON_EXECUTOR)
            .isPresent();
  }

  @Override
  public boolean runsItsReceiver(Call call) {
    return callees
        .of(call)
        .filter(
            callee -> {
              Type receiver = callee.receiver().type;
              return receiver.tsym.isInterface()
                  && types.isFunctionalInterface(receiver.tsym)
                  && types.findDescriptorSymbol(receiver.tsym).name == callee.method().name;
            })
        .isPresent();
  }

  @Override
  public Optional<MethodKey> staticInitializer(MethodKey used) {
    return chargeStaticInitializers
        ? Optional.of(new MethodKey(used.type(), "<clinit>", List.of()))
            .filter(key -> callees.type(key.type()).filter(type -> !Jdk.has(type)).isPresent())
            .filter(key -> body(key).isPresent())
        : Optional.empty();
  }

  @Override
  public boolean chargesFirstUse() {
    return chargeStaticInitializers;
  }

  @Override
  public List<BodyFacts> holders(Lock lock) {
    return holders.of(lock);
  }

  @Override
  public boolean isTold(Lock lock) {
    return holders.areKnown(lock);
  }

  @Override
  public boolean isFarFetched(Chain way) {
    return farFetched.test(way);
  }

  @Override
  public Optional<Boolean> hubCheck(Value.Result result) {
    if (!catalogue.hubChecks().contains(result.method().name())) {
      return Optional.empty();
    }
    return callees
        .find(result.method())
        .flatMap(method -> catalogue.onHub(callees.through(method, result.receiverType())));
  }

  @Override
  public Optional<Boolean> flag(Value.Flag flag) {
    return flags.of(flag);
  }

  @Override
  public Optional<AssignedField> field(String type, String field) {
    return fields.of(type, field);
  }

  @Override
  public boolean isOfInitialisers(MethodKey body) {
    return Body.isOfInitialisers(body);
  }

  @Override
  public Optional<String> superclass(String type) {
    return fields.superclass(type);
  }

  @Override
  public List<BodyFacts> bodiesOf(String type) {
    return fields.bodiesOf(type);
  }

  @Override
  public boolean isEnumConstant(Value.Named field) {
    return callees.isEnumConstant(field.type(), field.name());
  }

  @Override
  public StreamNature nature(Value value) {
    return natures.of(value);
  }

  @Override
  public String name(Lock lock) {
    return LockNames.name(lock);
  }

  @Override
  public String id(MethodKey method) {
    if (!Functions.isLambda(method)) {
      return method.toString();
    }
    return sources
        .nameOfFunction(method)
        .or(() -> classFiles.flatMap(files -> files.nameOfFunction(method)))
        .orElseGet(method::toString);
  }

  @Override
  public String name(MethodKey method) {
    return Functions.isLambda(method) ? "the function given to it" : Signatures.brief(method);
  }
}
