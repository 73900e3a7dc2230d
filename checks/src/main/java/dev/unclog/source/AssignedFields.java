package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Value;
import dev.unclog.summary.Program;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/** What the private and final fields of objects are assigned: nobody else assigns them. */
final class AssignedFields {
  private final Callees callees;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;

  AssignedFields(Callees callees, SourceBodies sources, Optional<ClassFileBodies> classFiles) {
    this.callees = callees;
    this.sources = sources;
    this.classFiles = classFiles;
  }

  /**
   * What a field is assigned; empty if others may set it. One that nobody sets, or that has an
   * annotation, is set by others by means that are not in sight.
   */
  Optional<Program.AssignedField> of(String type, String name) {
    return callees
        .field(type, name)
        .filter(AssignedFields::isOne)
        .flatMap(
            field ->
                writes(field)
                    .filter(writes -> !writes.isEmpty())
                    .map(
                        writes ->
                            new Program.AssignedField(
                                (field.flags() & Flags.FINAL) != 0, atFirst(field.type), writes)));
  }

  /**
   * All that a field of objects is assigned; empty if that is not in sight, or not theirs alone.
   */
  Optional<List<Assigned>> writes(VarSymbol field) {
    return sources.hasSource(field.enclClass())
        ? sources.writes(field)
        : classFiles.flatMap(files -> files.writes(field));
  }

  /**
   * Whether a field is one that each object has, and that its own class alone assigns. One that is
   * volatile is often set by an updater.
   */
  static boolean isOne(Symbol field) {
    return field.getKind() == ElementKind.FIELD
        && (field.flags() & (Flags.PRIVATE | Flags.FINAL)) != 0
        && (field.flags() & (Flags.STATIC | Flags.VOLATILE)) == 0
        && field.getRawAttributes().isEmpty();
  }

  private static Value atFirst(Type type) {
    if (!type.isPrimitive()) {
      return new Value.Null();
    }
    return type.hasTag(TypeTag.BOOLEAN) ? new Value.Constant("false") : new Value.Zero();
  }

  /** All bodies of a class. */
  List<BodyFacts> bodiesOf(String type) {
    return callees
        .type(type)
        .map(
            symbol ->
                sources.hasSource(symbol)
                    ? sources.bodiesOf(symbol)
                    : classFiles.map(files -> files.all(type)).orElse(List.of()))
        .orElse(List.of());
  }

  /** The class above a class. */
  Optional<String> superclass(String type) {
    return callees
        .type(type)
        .map(symbol -> symbol.getSuperclass().tsym)
        .map(above -> NameTexts.of(above.flatName()))
        .filter(above -> !above.isEmpty());
  }
}
