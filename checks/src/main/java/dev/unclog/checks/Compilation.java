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
import dev.unclog.finding.FindingSink;
import dev.unclog.source.Analysis;
import dev.unclog.source.Detection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** What the checks share in one compilation: its options, its analysis, and how trouble is told. */
final class Compilation {
  /** How many warnings javac prints unless {@code -Xmaxwarns} says otherwise. */
  private static final int DEFAULT_MOST_WARNINGS = 100;

  private static final FindingSink NOBODY = finding -> {};

  private final Guard guard;
  private final Log log;
  private final int mostWarnings;
  private final FindingSink sink;
  private final Options options;
  private final Analysis analysis;
  private final Optional<ModuleFacts> facts;

  private Compilation(Context context, ErrorProneFlags flags) {
    this.guard = Guard.of(context);
    this.log = Log.instance(context);
    this.mostWarnings = mostWarnings(context);
    FindingSink given = context.get(FindingSink.class);
    this.sink = given == null ? NOBODY : given;
    Options read = null;
    Analysis made = null;
    try {
      read = Options.of(flags);
      Catalogue catalogue = catalogue(context, read.stubs());
      made =
          new Analysis(
              context,
              catalogue,
              read.cooperative(),
              read.kinds(),
              read.followJars(),
              read.summaryPath(),
              read.cache(),
              sink,
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
            : ModuleFacts.of(context, made, this::tellBadFacts);
    if (made != null) {
      AtTheEnd.of(context, made::keep, this::tellBadFacts);
    }
  }

  /** What ships, beneath what libraries say of themselves, beneath what the user says. */
  private Catalogue catalogue(Context context, List<Path> stubs) {
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
    UserStubs own = UserStubs.read(stubs, List.of());
    if (!own.problems().isEmpty()) {
      throw new IllegalArgumentException(
          own.problems().stream().map(StubProblem::toString).collect(Collectors.joining("\n  ")));
    }
    return ShippedCatalogue.load()
        .overriddenBy(libraries.catalogue())
        .overriddenBy(own.catalogue());
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

  FindingSink sink() {
    return sink;
  }

  /**
   * The severity that replaces whatever the command line set: in record mode a warning, and a note
   * once javac has printed as many warnings as it will, for record mode loses no finding.
   */
  Optional<SeverityLevel> severityInstead() {
    if (options == null || !options.record()) {
      return Optional.empty();
    }
    return Optional.of(
        log.nwarnings < mostWarnings ? SeverityLevel.WARNING : SeverityLevel.SUGGESTION);
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
   * The detections in a unit; none in tests, in generated code, or where the options make no sense.
   */
  List<Detection> detections(CompilationUnitTree unit, VisitorState state) {
    if (analysis == null || !Sources.isLookedAt(unit, state, options.testSources())) {
      return List.of();
    }
    return analysis.of(unit);
  }

  /**
   * Takes the facts of a unit, to be stored. Generated code is as good as any other to lead to what
   * blocks; what is done in tests is done to nobody who compiles against this module.
   */
  void store(CompilationUnitTree unit, VisitorState state) {
    if (facts.isPresent() && (options.testSources() || !Sources.isTest(unit, state))) {
      facts.get().read(unit);
    }
  }

  private void tellBadFacts(String problem) {
    guard.tellOnce("Unclog leaves stored facts aside, and goes by class files: " + problem);
  }

  private void tellUnreadable(String problem) {
    guard.tellOnce(
        "Unclog cannot see through a class, and is silent where it would have to: " + problem);
  }
}
