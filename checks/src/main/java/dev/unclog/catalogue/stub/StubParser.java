package dev.unclog.catalogue.stub;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.unclog.annotations.stub.Library;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the text of a stub file. */
public final class StubParser {
  private final String file;
  private final Problems problems;

  private StubParser(String file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  /**
   * Reads a stub file. Whatever the text, this returns: what is wrong with it is in the result.
   *
   * @param file what to call it in messages and origins
   * @param text all of it
   * @return its entries, or its problems
   */
  public static Stub parse(String file, String text) {
    StubParser parser = new StubParser(file);
    try {
      return parser.read(text.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (StackOverflowError e) {
      // JavaParser descends as deep as the text is nested, and a user's text is not ours to bound.
      parser.problems.add(0, "this is nested deeper than can be read");
      return parser.nothing(new LibraryHeader(parser.nameByFile(), List.of(), file));
    }
  }

  private Stub read(String text) {
    List<CompilationUnit> units = new ArrayList<>();
    for (String unit : UnitSplitter.split(text, problems)) {
      ParseResult<CompilationUnit> parsed = newJavaParser().parse(unit);
      parsed.getProblems().forEach(problem -> SyntaxErrors.misplaced(problem, problems));
      if (parsed.isSuccessful()) {
        units.add(parsed.getResult().orElseThrow());
      }
    }
    List<Words> words = units.stream().map(this::wordsOfPackage).toList();
    LibraryHeader header = header(words);
    TypeReader types = new TypeReader(header, problems);
    for (int i = 0; i < units.size(); i++) {
      CompilationUnit unit = units.get(i);
      Words ofPackage = words.get(i);
      unit.getPackageDeclaration().ifPresent(written -> types.read(written, ofPackage));
      TypeNames names = TypeNames.of(unit, problems);
      for (TypeDeclaration<?> type : unit.getTypes()) {
        types.read(type, names, Entry.Versions.ALL);
      }
    }
    Duplicates.find(
        types.entries(), (entry, earlier) -> problems.add(entry.origin().line(), earlier));
    return problems.count() == 0
        ? new Stub(header, types.entries(), types.meanings(), List.of())
        : nothing(header);
  }

  private Stub nothing(LibraryHeader header) {
    return new Stub(header, List.of(), Map.of(), problems.sorted());
  }

  private Words wordsOfPackage(CompilationUnit unit) {
    List<AnnotationExpr> written =
        unit.getPackageDeclaration().map(p -> List.copyOf(p.getAnnotations())).orElse(List.of());
    return Words.read(written, Place.PACKAGE, problems);
  }

  private LibraryHeader header(List<Words> ofPackages) {
    LibraryHeader header = new LibraryHeader(nameByFile(), List.of(), file);
    for (int i = 0; i < ofPackages.size(); i++) {
      Words words = ofPackages.get(i);
      Library library = words.get(Library.class).orElse(null);
      if (library == null) {
        continue;
      }
      if (i > 0) {
        problems.add(words.line(Library.class), Place.PACKAGE.refusal(Library.class));
      } else if (library.name().isBlank()) {
        problems.add(words.line(Library.class), "@Library wants a name");
      } else {
        header = new LibraryHeader(library.name(), List.of(library.checkedAgainst()), file);
      }
    }
    return header;
  }

  /** What to call the library if its stub does not say: the file's name without its ending. */
  private String nameByFile() {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.endsWith(".stub") ? name.substring(0, name.length() - ".stub".length()) : name;
  }

  private static JavaParser newJavaParser() {
    // Raw: methods without bodies are no errors here, and no version of Java is preferred.
    return new JavaParser(
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW).setAttributeComments(false));
  }
}
