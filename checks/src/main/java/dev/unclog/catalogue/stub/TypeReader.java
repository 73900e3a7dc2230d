package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import dev.unclog.annotations.AllowBlocking;
import dev.unclog.annotations.Blocking;
import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.NonBlocking;
import dev.unclog.annotations.stub.EveryFunctionParameter;
import dev.unclog.annotations.stub.ExecutorNature;
import dev.unclog.annotations.stub.Instead;
import dev.unclog.annotations.stub.MakesExecutor;
import dev.unclog.annotations.stub.MarksThreads;
import dev.unclog.annotations.stub.Meaning;
import dev.unclog.annotations.stub.Means;
import dev.unclog.annotations.stub.NeverEntered;
import dev.unclog.annotations.stub.Possibly;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Context;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Origin;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.Entry.Versions;
import dev.unclog.catalogue.LibraryHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads type declarations: what is said of the type as such, and then its members. */
final class TypeReader {
  private final LibraryHeader header;
  private final Problems problems;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Set<Meaning>> meanings = new LinkedHashMap<>();

  TypeReader(LibraryHeader header, Problems problems) {
    this.header = header;
    this.problems = problems;
  }

  List<Entry> entries() {
    return entries;
  }

  Map<String, Set<Meaning>> meanings() {
    return meanings;
  }

  /**
   * Reads what is said of a package.
   *
   * @param written the unit's own
   * @param words what it carries
   */
  void read(PackageDeclaration written, Words words) {
    if (words.has(NeverEntered.class)) {
      entries.add(
          new Entry(
              new Origin(header.name(), header.file(), Problems.lineOf(written.getName())),
              written.getNameAsString(),
              new Members.Package(),
              Versions.ALL,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              /* isNeverEntered= */ true,
              /* isPossibly= */ false));
    }
  }

  /**
   * Reads a type and all that is written in it.
   *
   * @param around the names around it
   * @param versions in which versions what is around it holds
   */
  void read(TypeDeclaration<?> type, TypeNames around, Versions versions) {
    if (type instanceof AnnotationDeclaration annotation) {
      readMeaning(annotation, around.inside(type).type());
      return;
    }
    TypeNames names = around.inside(type);
    Words words = Words.read(type.getAnnotations(), Place.TYPE, problems);
    Claims claims = new Claims(words, problems);
    Versions own = claims.versions(versions);
    Optional<Context> context = typeContext(words);
    TypeWords defaults =
        new TypeWords(
            claims.verdict(),
            claims.nearby(),
            context,
            words.broken()
                || context.isPresent()
                || words.has(EveryFunctionParameter.class)
                || words.has(NeverEntered.class)
                || words.has(MakesExecutor.class),
            words.has(Possibly.class));
    readWhole(type, names, words, context, own);
    int before = problems.count();
    int callables = 0;
    boolean blocks = false;
    MemberReader members = new MemberReader(names, defaults, own, this::origin, problems);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        read(nested, names, own);
      } else if (member instanceof CallableDeclaration<?> callable) {
        callables++;
        Optional<Entry> entry = members.read(callable);
        entry.ifPresent(entries::add);
        blocks |= entry.flatMap(Entry::verdict).orElse(null) instanceof Verdict.Blocks;
      } else if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          readField(field.getAnnotations(), variable.getName(), names, own);
        }
      }
    }
    if (type instanceof EnumDeclaration constants) {
      for (EnumConstantDeclaration constant : constants.getEntries()) {
        readField(constant.getAnnotations(), constant.getName(), names, own);
      }
    }
    if (!words.broken() && problems.count() == before) {
      refuseDefaultsForNobody(words, callables, blocks);
    }
  }

  private void readWhole(
      TypeDeclaration<?> type,
      TypeNames names,
      Words words,
      Optional<Context> context,
      Versions versions) {
    Optional<ExecutorNature> makes = words.get(MakesExecutor.class).map(MakesExecutor::value);
    var everyFunction = words.get(EveryFunctionParameter.class).map(EveryFunctionParameter::value);
    boolean neverEntered = words.has(NeverEntered.class);
    if (context.isEmpty() && makes.isEmpty() && everyFunction.isEmpty() && !neverEntered) {
      return;
    }
    entries.add(
        new Entry(
            origin(type.getName()),
            names.type(),
            new Members.WholeType(),
            versions,
            context,
            everyFunction,
            makes,
            neverEntered,
            words.has(Possibly.class)));
  }

  private Optional<Context> typeContext(Words words) {
    boolean marks = words.has(MarksThreads.class);
    boolean cooperative = words.has(Cooperative.class);
    if (marks && cooperative) {
      problems.add(
          words.line(MarksThreads.class),
          "@MarksThreads speaks of threads and @Cooperative of the type's own methods: say one");
    }
    return new Claims(words, problems).context(marks || cooperative, marks);
  }

  /** Defaults that stand for no member are a misunderstanding: they do not mean the whole type. */
  private void refuseDefaultsForNobody(Words words, int callables, boolean blocks) {
    for (var word : List.of(Blocking.class, NonBlocking.class, AllowBlocking.class)) {
      if (callables == 0 && words.has(word)) {
        problems.add(
            words.line(word),
            "@"
                + word.getSimpleName()
                + " on a type stands for the methods and constructors written in it, and there are"
                + " none; @Matching(\".*\") on a method stands for every method");
        return;
      }
    }
    if (!blocks && !words.insteads().isEmpty()) {
      problems.add(words.line(Instead.class), Claims.INSTEAD_OF_NOTHING);
    }
  }

  private void readField(
      List<AnnotationExpr> written, SimpleName name, TypeNames names, Versions versions) {
    Words words = Words.read(written, Place.FIELD, problems);
    Optional<ExecutorNature> makes = words.get(MakesExecutor.class).map(MakesExecutor::value);
    if (makes.isEmpty()) {
      // An enum's constants may be listed because the grammar wants them before its methods.
      boolean constant = name.getParentNode().orElse(null) instanceof EnumConstantDeclaration;
      if (!words.broken() && !constant) {
        problems.add(name, Claims.nothingSaid(name.getIdentifier()));
      }
      return;
    }
    entries.add(
        new Entry(
            origin(name),
            names.type(),
            new Members.Field(name.getIdentifier()),
            versions,
            Optional.empty(),
            Optional.empty(),
            makes,
            /* isNeverEntered= */ false,
            /* isPossibly= */ false));
  }

  private void readMeaning(AnnotationDeclaration annotation, String type) {
    Words words = Words.read(annotation.getAnnotations(), Place.ANNOTATION_TYPE, problems);
    Set<Meaning> meant =
        words.get(Means.class).map(means -> Set.of(distinct(means.value()))).orElse(Set.of());
    if (words.broken()) {
      return;
    }
    if (meant.isEmpty()) {
      problems.add(
          annotation.getName(),
          "@Means is missing: what does @" + annotation.getNameAsString() + " say?");
    } else if (meanings.put(type, meant) != null) {
      problems.add(annotation.getName(), "@Means for " + type + " is written a second time");
    }
  }

  private static Meaning[] distinct(Meaning[] values) {
    return Arrays.stream(values).distinct().toArray(Meaning[]::new);
  }

  private Origin origin(SimpleName name) {
    return new Origin(header.name(), header.file(), Problems.lineOf(name));
  }
}
