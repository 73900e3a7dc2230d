package dev.unclog.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.util.Context;
import dev.unclog.call.Interests;
import dev.unclog.source.Analysis;
import dev.unclog.store.BadFactsException;
import dev.unclog.store.FactsFile;
import dev.unclog.store.Stamp;
import dev.unclog.store.StoredFacts;
import dev.unclog.store.StoredUnit;
import java.io.IOException;
import java.io.InputStream;
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
 * Puts the facts of a module's own bodies beside its class files, for those who compile against it.
 *
 * <p>Bodies are read while the compiler still has their trees, and written when it is done. What
 * was not compiled this time keeps the facts it had.
 */
final class ModuleFacts implements TaskListener {
  private final ClassOutput files;
  private final Interests interests;
  private final Consumer<String> trouble;
  private final Map<CompilationUnitTree, List<StoredUnit>> read = new HashMap<>();
  private final List<StoredUnit> units = new ArrayList<>();
  private final Set<String> generated = new HashSet<>();
  private final Set<String> outermost = new HashSet<>();

  private ModuleFacts(ClassOutput files, Interests interests, Consumer<String> trouble) {
    this.files = files;
    this.interests = interests;
    this.trouble = trouble;
  }

  /**
   * Listens to a compiler; empty if it has no one folder to write to.
   *
   * @param interests what facts are read for
   */
  static Optional<ModuleFacts> of(Context context, Interests interests, Consumer<String> trouble) {
    Optional<ClassOutput> files = ClassOutput.of(context);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    ModuleFacts facts = new ModuleFacts(files.get(), interests, trouble);
    MultiTaskListener.instance(context).add(facts);
    AtTheEnd.of(context, facts::write, trouble);
    return Optional.of(facts);
  }

  /** Takes the facts of a unit, to be written if the compiler comes to it. */
  void read(CompilationUnitTree unit, Analysis analysis) {
    try {
      read.put(unit, analysis.facts(unit));
    } catch (StackOverflowError e) {
      // An expression that is nested too deep: whoever needs its facts has the class file.
    }
  }

  /** Comes to a unit, as each check does in turn. */
  void comeTo(CompilationUnitTree unit) {
    List<StoredUnit> known = read.remove(unit);
    if (known != null) {
      units.addAll(known);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE
        && event.getTypeElement() instanceof ClassSymbol type
        && type.owner.kind != Kind.MDL) { // A module's own descriptor is in no class.
      generated.add(type.flatName().toString());
      outermost.add(type.outermostClass().flatName().toString());
    }
  }

  private void write() {
    if (!generated.isEmpty()) {
      try {
        writeNews();
      } catch (IOException e) {
        trouble.accept(StoredFacts.RESOURCE + " cannot be written: " + e.getMessage());
      }
    }
  }

  private void writeNews() throws IOException {
    List<StoredUnit> compiled = new ArrayList<>();
    for (StoredUnit unit : units) {
      StoredUnit stamped = unit.stamped(this::stamp);
      if (!stamped.classes().isEmpty()) {
        compiled.add(stamped);
      }
    }
    Optional<byte[]> before = files.read(StoredFacts.RESOURCE);
    FactsFile after =
        before
            .flatMap(this::known)
            .filter(file -> file.isFor(interests))
            .orElseGet(() -> new FactsFile(interests, List.of()))
            .updated(compiled, outermost, files::hasClassFile);
    byte[] bytes = after.bytes();
    boolean isNews = before.map(old -> !Arrays.equals(old, bytes)).orElse(!compiled.isEmpty());
    if (isNews) {
      files.write(StoredFacts.RESOURCE, bytes);
    }
  }

  private Optional<FactsFile> known(byte[] bytes) {
    try {
      return Optional.of(FactsFile.read(bytes));
    } catch (BadFactsException e) {
      return Optional.empty(); // Whoever read it before now has told, and it is whole in a moment.
    }
  }

  /** Of a class file that this compilation wrote. */
  private Optional<Stamp> stamp(String type) {
    if (!generated.contains(type)) {
      return Optional.empty();
    }
    try (InputStream in = files.classFile(type).openInputStream()) {
      return Optional.of(Stamp.of(in.readAllBytes()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
