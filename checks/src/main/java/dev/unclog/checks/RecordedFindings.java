package dev.unclog.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.util.Context;
import dev.unclog.finding.Finding;
import dev.unclog.sarif.BadFindingsException;
import dev.unclog.sarif.FindingsFile;
import dev.unclog.sarif.SarifResult;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes what was found into a file, beside the class files if no other is named, when the
 * compilation is over. What was not compiled this time keeps the findings it had.
 */
final class RecordedFindings {
  private final Optional<Path> named;
  private final Optional<ClassOutput> classes;
  private final Consumer<String> trouble;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> contexts = new HashSet<>();

  private RecordedFindings(
      Optional<Path> named, Optional<ClassOutput> classes, Consumer<String> trouble) {
    this.named = named;
    this.classes = classes;
    this.trouble = trouble;
  }

  /** Those of a compiler; empty if nobody wants them, or there is no place to write them to. */
  static Optional<RecordedFindings> of(Context context, Options options, Consumer<String> trouble) {
    Optional<ClassOutput> classes = ClassOutput.of(context);
    boolean wanted = options.findings().isPresent() || (options.record() && classes.isPresent());
    if (!wanted) {
      return Optional.empty();
    }
    RecordedFindings made = new RecordedFindings(options.findings(), classes, trouble);
    AtTheEnd.of(context, made::write, trouble);
    return Optional.of(made);
  }

  /** Learns of a unit that is compiled, before the compiler takes it apart. */
  void compiles(CompilationUnitTree unit) {
    String uri = unit.getSourceFile().toUri().toString();
    ExpressionTree inside = unit.getPackageName();
    String folder = inside == null ? "" : inside.toString().replace('.', '/') + "/";
    paths.put(uri, folder + uri.substring(uri.lastIndexOf('/') + 1));
    for (Tree type : unit.getTypeDecls()) {
      if (ASTHelpers.getSymbol(type) instanceof ClassSymbol declared) {
        types.add(declared.flatName().toString());
      }
    }
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void addContext(String body) {
    contexts.add(body);
  }

  private void write() {
    if (paths.isEmpty()) {
      return; // It ended before anything was looked at.
    }
    try {
      Optional<byte[]> before = before();
      byte[] after = merged(before).text().getBytes(UTF_8);
      if (before.isEmpty() || !Arrays.equals(before.get(), after)) {
        put(after);
      }
    } catch (BadFindingsException e) {
      trouble.accept(
          "Unclog does not write the findings: "
              + place()
              + " is not what it would go on with: "
              + e.getMessage()
              + ". Delete it, and compile everything.");
    } catch (IOException e) {
      trouble.accept("Unclog cannot write the findings to " + place() + ": " + e);
    }
  }

  private FindingsFile merged(Optional<byte[]> before) throws BadFindingsException {
    FindingsFile known =
        before.isEmpty()
            ? FindingsFile.empty()
            : FindingsFile.read(new String(before.get(), UTF_8));
    return known.updated(
        new FindingsFile.Compiled(
            Set.copyOf(paths.values()),
            types,
            findings.stream()
                .map(each -> SarifResult.of(each, file(each.place().file()), Optional.empty()))
                .toList(),
            contexts),
        type -> classes.isEmpty() || classes.get().hasClassFile(type));
  }

  private Map<String, Object> file(String uri) {
    return FindingsFile.file(paths.getOrDefault(uri, uri.substring(uri.lastIndexOf('/') + 1)));
  }

  private String place() {
    return named.map(Path::toString).orElse(FindingsFile.RESOURCE);
  }

  private Optional<byte[]> before() throws IOException {
    if (named.isEmpty()) {
      return classes.get().read(FindingsFile.RESOURCE);
    }
    return Files.exists(named.get())
        ? Optional.of(Files.readAllBytes(named.get()))
        : Optional.empty();
  }

  private void put(byte[] bytes) throws IOException {
    if (named.isEmpty()) {
      classes.get().write(FindingsFile.RESOURCE, bytes);
      return;
    }
    Path file = named.get().toAbsolutePath();
    Files.createDirectories(file.getParent());
    Path unfinished = Files.createTempFile(file.getParent(), "findings", ".tmp");
    try {
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
