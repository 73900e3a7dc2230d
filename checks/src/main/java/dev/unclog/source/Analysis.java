package dev.unclog.source;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.util.Context;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import dev.unclog.finding.FindingSink;
import dev.unclog.store.JarCache;
import dev.unclog.store.StoredFacts;
import dev.unclog.store.StoredUnit;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Coverage;
import dev.unclog.summary.Engine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;

/** The analysis of one compilation: asked once for each compilation unit. */
public final class Analysis {
  private final Context context;
  private final Supplier<List<CompilationUnitTree>> units;
  private final Types types;
  private final Words words;
  private final Placement placement;
  private final Judge judge;
  private final Callees callees;
  private final FactsReaders facts;
  private final SourceBodies sources;
  private final Interests interests;
  private final LockFindings locks;
  private final Coverage coverage = new Coverage();
  private final TestsOnly testsOnly;
  private final JavacProgram program;
  private final Optional<JarCache> cache;
  private final Engine engine;
  private final Steps steps;
  private final ExecutorNatures natures;
  private final Hops hops;
  private final OperatorChains chains;
  private final HandedOffObjects handedOff;
  private final NamedFunctions named;
  private final ReturnedChains returned;
  private final LaterTypes later;
  private final Kinds kinds;
  private final boolean farFetched;
  private final FarFetched unlikely = new FarFetched(this::isElsewhere);
  private final FindingSink sink;
  private final Consumer<String> unreadable;

  /**
   * An analysis of what a compiler has attributed.
   *
   * @param context the compiler's
   * @param catalogue what is known of libraries
   * @param settings what the user has chosen
   * @param sink learns of cooperative bodies; what is found in them is told by whoever reports it
   * @param unreadable learns which classes could not be read, in the compiler's words
   * @param badFacts learns which stored facts could not be read
   */
  public Analysis(
      Context context,
      Catalogue catalogue,
      Settings settings,
      FindingSink sink,
      Consumer<String> unreadable,
      Consumer<String> badFacts) {
    this.context = context;
    this.units = Suppliers.memoize(() -> Units.of(context));
    Supplier<List<Landmarks>> landmarks = Suppliers.memoize(() -> Landmarks.of(units.get()));
    this.types = Types.instance(context);
    this.words = new Words(catalogue);
    this.callees = new Callees(context);
    this.later = new LaterTypes(types);
    Contexts contexts =
        new Contexts(
            types,
            words,
            callees,
            catalogue,
            settings.patterns(),
            later,
            new GrpcServices(types, this::units),
            new OwnTimers(Enter.instance(context)),
            this::handedOff);
    Natures streams = new Natures(callees, catalogue);
    this.judge =
        new Judge(
            words,
            catalogue,
            streams,
            type -> Enter.instance(context).getEnv(type.outermostClass()) != null);
    this.interests = new Interests(guards(catalogue), asked(catalogue));
    this.facts = new FactsReaders(types, callees, judge, interests);
    OperatorCalls operators = new OperatorCalls(types, contexts, this::chains);
    this.sources = new SourceBodies(Enter.instance(context), types, callees, facts, operators);
    this.cache =
        settings.followJars()
            ? settings.cache().map(folder -> new JarCache(folder, interests))
            : Optional.empty();
    Optional<ClassFileBodies> classFiles =
        settings.followJars()
            ? Optional.of(
                new ClassFileBodies(
                    callees,
                    context.get(JavaFileManager.class),
                    interests,
                    new StoredFacts(interests, settings.summaryPath(), cache, badFacts),
                    unreadable))
            : Optional.empty();
    this.testsOnly = new TestsOnly(types, landmarks);
    this.program =
        new JavacProgram(
            types,
            callees,
            words,
            judge,
            contexts,
            operators,
            sources,
            classFiles,
            Suppliers.memoize(() -> new Hierarchy(types, callees, landmarks.get())),
            classFiles.map(files -> new JarHierarchy(callees, files, cache, unreadable)),
            catalogue,
            streams,
            later,
            this::natures,
            new ConstantFlags(
                callees,
                new AssignedFields(callees, sources, classFiles),
                new Constructions(landmarks, sources, classFiles, callees, cache),
                testsOnly),
            settings.chargeStaticInitializers(),
            coverage,
            way -> !settings.farFetched() && unlikely.is(way));
    this.engine = new Engine(program, coverage);
    this.steps = new Steps(types, callees, sources);
    this.placement = new FatesByBody(contexts, operators, callees, types, engine, this::named);
    this.handedOff =
        new HandedOffObjects(
            types,
            contexts::isImplementation,
            contexts::mayHold,
            contexts,
            landmarks,
            facts::of,
            this::natures);
    Declarations declarations = new Declarations(Enter.instance(context), landmarks);
    this.named =
        new NamedFunctions(
            types, landmarks, new FunctionOrigins(types, declarations, facts::of), this::given);
    this.natures = new ExecutorNatures(types, callees, catalogue, engine);
    this.hops = new Hops(types, catalogue, natures);
    this.chains = new OperatorChains(hops, declarations, facts::of);
    this.returned =
        new ReturnedChains(
            types, landmarks, hops, chains, facts::of, this::scan, sources::hasSource);
    this.kinds = settings.kinds();
    this.farFetched = settings.farFetched();
    this.locks = new LockFindings(context, settings.target());
    this.sink = sink;
    this.unreadable = unreadable;
  }

  private ExecutorNatures natures() {
    return natures;
  }

  private boolean isPromise(MethodKey method) {
    return callees.find(method).flatMap(placement::ofPromise).isPresent();
  }

  private NamedFunctions named() {
    return named;
  }

  private HandedOffObjects handedOff() {
    return handedOff;
  }

  private HandOffs handOffs(CompilationUnitTree unit, Coverage counted) {
    return new HandOffs(placement, chains, natures, facts.of(unit), later, counted);
  }

  /** What becomes of arguments that are names of functions; told, and counted, when it is used. */
  private FunctionArguments given(CompilationUnitTree unit, Predicate<Tree> names) {
    FunctionArguments given = FunctionArguments.named(names);
    scan(unit, given, BodyListener.ALL_CALLS);
    return given;
  }

  /** Walks a unit of which everything is told, and counted, when it is analysed. */
  private void scan(CompilationUnitTree unit, BodyListener listener) {
    scan(unit, FunctionArguments.knowing(named::roleOf), listener);
  }

  private void scan(CompilationUnitTree unit, FunctionArguments functions, BodyListener listener) {
    new BodyScanner(
            unit,
            types,
            placement,
            handOffs(unit, new Coverage())::role,
            functions,
            listener,
            finding -> {},
            unreadable)
        .scan(unit.getTypeDecls(), null);
  }

  private OperatorChains chains() {
    return chains;
  }

  private boolean isElsewhere(MethodKey body) {
    return callees.type(body.type()).filter(type -> !sources.hasSource(type)).isPresent();
  }

  private boolean isLeftOut(Chain chain, Reason reason) {
    ReturnedChains.End end =
        reason.returnedBy().map(returned::of).orElse(ReturnedChains.End.MAY_BE_SHARED);
    if (end == ReturnedChains.End.HANDED_OFF) {
      return true;
    }
    boolean isFarFetched = end == ReturnedChains.End.OUT_OF_SIGHT || unlikely.is(chain, reason);
    if (farFetched || !isFarFetched) {
      return false;
    }
    coverage.farFetched();
    return true;
  }

  /** What facts are read for. */
  public Interests interests() {
    return interests;
  }

  /**
   * The facts of a unit, to be stored.
   *
   * @param unit attributed whole
   * @return by outermost class; class files have no stamps yet
   */
  public List<StoredUnit> facts(CompilationUnitTree unit) {
    return sources.stored(unit);
  }

  /** Keeps what was read of jars for the next compilation. To be called when this one is over. */
  public void keep() {
    cache.ifPresent(JarCache::save);
  }

  /** The names of methods that matter if they were called on a receiver before. */
  private static Set<String> guards(Catalogue catalogue) {
    return catalogue.entries().stream()
        .flatMap(entry -> entry.neverBlocksWhen().stream())
        .flatMap(condition -> Judge.guard(condition).stream())
        .map(guard -> guard.substring(0, guard.indexOf('(')))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of methods whose results matter. */
  private static Set<String> asked(Catalogue catalogue) {
    Set<String> asked = new HashSet<>(catalogue.hubChecks());
    for (Entry entry : catalogue.entries()) {
      for (Entry.Condition condition : entry.neverBlocksWhen()) {
        if (condition instanceof Entry.Condition.From from) {
          asked.add(from.method());
        }
      }
    }
    return asked;
  }

  /**
   * The compilation units that the compiler holds.
   *
   * @return in the order of their files' names
   */
  public List<CompilationUnitTree> units() {
    return units.get();
  }

  /**
   * The blocking calls in the cooperative code of a unit, and what of its allowances is idle.
   *
   * @param unit attributed whole
   * @return in the order of the source; suppressed ones too
   */
  public List<Detection> of(CompilationUnitTree unit) {
    Findings findings = new Findings(unit, types, steps, new Sites(unit, types, callees, sources));
    UnitAnalysis analysis =
        new UnitAnalysis(
            unit,
            words,
            judge,
            kinds,
            facts.of(unit),
            sources,
            engine,
            locks,
            hops,
            new AwaitedWork(types, placement, later, facts.of(unit)),
            types,
            this::isPromise,
            this::isLeftOut,
            testsOnly,
            findings);
    new BodyScanner(
            unit,
            types,
            placement,
            handOffs(unit, coverage)::role,
            FunctionArguments.knowing(named::roleOf),
            analysis,
            sink,
            unreadable)
        .scan(unit.getTypeDecls(), null);
    return analysis.detections();
  }

  /**
   * How far calls could be followed.
   *
   * @return what is known when all units have been analysed
   */
  public CoverageReport coverage() {
    return new CoverageReport(
        coverage.followedCalls(),
        engine.unresolved().stream()
            .map(
                what ->
                    new CoverageReport.Unresolved(
                        what.method().toString(), what.gap().words(), what.calls()))
            .toList(),
        coverage.farFetchedWays(),
        List.copyOf(coverage.missingClasses()));
  }

  /**
   * Why methods were found to block, or were not.
   *
   * @param patterns which methods
   * @return an answer for each method, and for each pattern that means none
   */
  public List<Explanation> explain(MethodPatterns patterns) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    CallExplainer calls = new CallExplainer(callees, words, judge, placement, program, engine);
    return new Explainer(
            types, callees, placement, program::bodyOf, engine, steps, kinds, calls, units())
        .explain(patterns);
  }
}
