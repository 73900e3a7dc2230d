package dev.unclog.checks;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.index.IndexException;
import dev.unclog.catalogue.index.ShippedCatalogue;
import dev.unclog.catalogue.stub.LibraryStubs;
import dev.unclog.catalogue.stub.StubProblem;
import dev.unclog.catalogue.stub.StubText;
import dev.unclog.catalogue.stub.UserStubs;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import dev.unclog.source.Analysis;
import dev.unclog.source.Detection;
import dev.unclog.source.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** What the checks share in one compilation: its options, its analysis, and how trouble is told. */
final class Compilation {
  /** How many warnings javac prints unless {@code -Xmaxwarns} says otherwise. */
  private static final int DEFAULT_MOST_WARNINGS = 100;

  private static final FindingSink NOBODY = finding -> {};

  private final Guard guard;
  private final List<String> notes = new ArrayList<>();
  private final Log log;
  private final int mostWarnings;
  private final boolean warningsFail;
  private final FindingSink sink;
  private final Options options;

  /** Null once all units have been analysed, and where the options make no sense. */
  private Analysis analysis;

  private final Map<String, Reportable> reportable = new HashMap<>();
  private Map<CompilationUnitTree, List<Detection>> detections;
  private Sources sources;
  private final Optional<ModuleFacts> facts;
  private final Optional<RecordedFindings> recorded;

  private Compilation(Context context, ErrorProneFlags flags) {
    this.guard = Guard.of(context);
    AtTheEnd.of(context, () -> notes.forEach(guard::tellOnce), guard::tellOnce);
    this.log = Log.instance(context);
    this.mostWarnings = mostWarnings(context);
    this.warningsFail = com.sun.tools.javac.util.Options.instance(context).isSet("-Werror");
    FindingSink given = context.get(FindingSink.class);
    this.sink = given == null ? NOBODY : given;
    Options read = null;
    Analysis made = null;
    Optional<RecordedFindings> wanted = Optional.empty();
    try {
      refuseOtherPolicies(context);
      read = Options.of(flags);
      wanted = RecordedFindings.of(context, read, guard::tellOnce);
      Catalogue catalogue = catalogue(context, read.stubs(), read.cache());
      made =
          new Analysis(
              context,
              catalogue,
              new Settings(
                  read.cooperative(),
                  read.kinds(),
                  read.followJars(),
                  read.chargeStaticInitializers(),
                  read.farFetched(),
                  read.target(),
                  read.summaryPath(),
                  read.cache()),
              hearing(sink, wanted),
              this::tellUnreadable,
              this::tellBadFacts);
    } catch (IllegalArgumentException | IndexException e) {
      // The user's mistake, and theirs to mend: said once, as an error of the compilation.
      guard.fail(e.getMessage());
    }
    this.options = read;
    this.analysis = made;
    this.facts =
        made == null || !read.summaries()
            ? Optional.empty()
            : ModuleFacts.of(context, made.interests(), this::tellBadFacts);
    this.recorded = wanted;
  }

  /** Somebody, and the findings file if there is to be one, hear of cooperative bodies. */
  private static FindingSink hearing(FindingSink sink, Optional<RecordedFindings> recorded) {
    return recorded.isEmpty()
        ? sink
        : new FindingSink() {
          @Override
          public void accept(Finding finding) {
            sink.accept(finding);
          }

          @Override
          public void cooperativeBody(String body) {
            sink.cooperativeBody(body);
            recorded.get().addContext(body);
          }
        };
  }

  /** Calls are followed into units that come later, and these must have been attributed. */
  private static void refuseOtherPolicies(Context context) {
    String policy = com.sun.tools.javac.util.Options.instance(context).get("compilePolicy");
    if (policy != null && !policy.equals("simple")) { // Error Prone itself refuses javac's default.
      throw new IllegalArgumentException(
          "-XDcompilePolicy=%s does not go together with following calls from file to file; pass"
                  .formatted(policy)
              + " -XDcompilePolicy=simple");
    }
  }

  /** What ships, beneath what libraries say of themselves, beneath what the user says. */
  private Catalogue catalogue(Context context, List<Path> stubs, Optional<Path> cache) {
    List<StubText> carried =
        context.get(JavaFileManager.class) instanceof StandardJavaFileManager files
                && files.getLocationAsPaths(StandardLocation.CLASS_PATH) != null
            ? LibraryStubs.on(files.getLocationAsPaths(StandardLocation.CLASS_PATH), this::tellStub)
            : List.of();
    if (stubs.isEmpty() && carried.isEmpty()) {
      return ShippedCatalogue.load(); // And the parser of stubs is not even loaded.
    }
    UserStubs libraries = UserStubs.read(List.of(), carried);
    libraries.problems().forEach(this::tellStub);
    return ShippedCatalogue.load()
        .overriddenBy(libraries.catalogue())
        .overriddenBy(OwnStubs.read(stubs, cache));
  }

  /** A library's broken stub is not its user's mistake: said, and passed over. */
  private void tellStub(StubProblem problem) {
    guard.tellOnce("Unclog passes over a library's stub: " + problem);
  }

  /** The one of a compiler's context; made when first asked for. */
  static Compilation of(Context context, ErrorProneFlags flags) {
    Compilation known = context.get(Compilation.class);
    if (known == null) {
      known = new Compilation(context, flags);
      context.put(Compilation.class, known);
    }
    return known;
  }

  /** Takes a finding, suppressed or not. */
  void found(Finding finding) {
    sink.accept(finding);
    recorded.ifPresent(findings -> findings.add(finding));
  }

  /**
   * The severity that replaces whatever the command line set: in record mode a warning; a note
   * where warnings fail the compilation, for record mode ends none, and once javac has printed as
   * many warnings as it will, for it loses no finding either.
   */
  Optional<SeverityLevel> severityInstead() {
    if (options == null || !options.record()) {
      return Optional.empty();
    }
    boolean isTolerated = log.nwarnings < mostWarnings && !warningsFail;
    return Optional.of(isTolerated ? SeverityLevel.WARNING : SeverityLevel.SUGGESTION);
  }

  private static int mostWarnings(Context context) {
    String set = com.sun.tools.javac.util.Options.instance(context).get("-Xmaxwarns");
    try {
      return set == null ? DEFAULT_MOST_WARNINGS : Integer.parseInt(set);
    } catch (NumberFormatException e) {
      return DEFAULT_MOST_WARNINGS; // As javac does itself.
    }
  }

  /**
   * What a check has to report. All units are analysed when the first is matched, for what is
   * printed in one depends on the others.
   *
   * @param suppressed looks for a suppression by the check's own means
   */
  Reportable reportable(String check, VisitorState state, UnaryOperator<Detection> suppressed) {
    return reportable.computeIfAbsent(
        check, name -> new Reportable(name, detections(state), suppressed));
  }

  /** What was found, by unit; nothing where the options make no sense. */
  private Map<CompilationUnitTree, List<Detection>> detections(VisitorState state) {
    if (detections == null) {
      detections = new LinkedHashMap<>();
      if (analysis != null) {
        for (CompilationUnitTree unit : analysis.units()) {
          recorded.ifPresent(findings -> findings.compiles(unit));
          if (sources(state).isLookedAt(unit, options.testSources())) {
            guard.run(unit, () -> detections.put(unit, analysis.of(unit)));
          }
        }
        guard.run("what it was asked about", this::answer);
        finish(state);
      }
    }
    return detections;
  }

  /**
   * Takes what is left of the analysis, and lets go of it. It holds as much as the compiler itself
   * does by then, and most of the compilation is still to come.
   *
   * <p>Generated code is as good as any other to lead to what blocks; what is done in tests is done
   * to nobody who compiles against this module.
   */
  private void finish(VisitorState state) {
    if (facts.isPresent()) {
      for (CompilationUnitTree unit : analysis.units()) {
        if (options.testSources() || !sources(state).isTest(unit)) {
          guard.run(unit, () -> facts.get().read(unit, analysis));
        }
      }
    }
    guard.run("what it has read of jars", analysis::keep);
    analysis = null;
  }

  private Sources sources(VisitorState state) {
    if (sources == null) {
      sources = new Sources(state);
    }
    return sources;
  }

  /** Has the facts of a unit stored, since a check has come to it. */
  void store(CompilationUnitTree unit) {
    facts.ifPresent(module -> module.comeTo(unit));
  }

  private void tellBadFacts(String problem) {
    guard.tellOnce("Unclog leaves stored facts aside, and goes by class files: " + problem);
  }

  /**
   * Answers what was asked about the compilation as a whole: worked out now, since javac takes its
   * trees apart later, and printed at the end.
   */
  private void answer() {
    if (sink != NOBODY || options.coverage()) {
      CoverageReport coverage = analysis.coverage();
      sink.coverage(coverage);
      if (options.coverage()) {
        notes.add("Unclog: " + coverage.text());
      }
    }
    for (Explanation answer : analysis.explain(options.explain())) {
      if (!sink.explanation(answer)) {
        notes.add("Unclog: " + answer.text());
      }
    }
  }

  private void tellUnreadable(String problem) {
    guard.tellOnce(
        "Unclog cannot see through a class, and is silent where it would have to: " + problem);
  }
}
