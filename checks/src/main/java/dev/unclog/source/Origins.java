package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind an expression of an abstract type: what a stream reads from, what made a
 * receiver.
 */
final class Origins {
  /** The methods by which streams, readers and writers are asked whether they block. */
  private static final List<String> PROBES = List.of("read", "write");

  private static final int DEEPEST_WRAPPING = 8;

  private final Types types;
  private final Catalogue catalogue;
  private final CompilationUnitTree unit;
  private Values values;

  Origins(Types types, Catalogue catalogue, CompilationUnitTree unit) {
    this.types = types;
    this.catalogue = catalogue;
    this.unit = unit;
  }

  /**
   * Whether what an expression stands for blocks.
   *
   * @param never true if it certainly does not
   * @param blocks that it certainly does, and how
   */
  record Nature(boolean never, Optional<Verdict.Blocks> blocks) {
    static final Nature UNKNOWN = new Nature(false, Optional.empty());
    static final Nature NEVER = new Nature(true, Optional.empty());
  }

  /** The callee through the type that its receiver was made as, where that is in sight. */
  JavacCallee refine(Call call) {
    if (call.receiver().isEmpty() || call.method().isFinal()) {
      return call.callee();
    }
    Type common = null;
    for (ExpressionTree value : values().of(call.receiver().get())) {
      Type made = value instanceof NewClassTree ? ASTHelpers.getType(value) : null;
      if (made == null || (common != null && common.tsym != made.tsym)) {
        return call.callee();
      }
      common = made;
    }
    if (common == null || !common.hasTag(TypeTag.CLASS)) {
      return call.callee();
    }
    MethodSymbol overriding =
        call.method().implementation(common.tsym, types, /* checkResult= */ true);
    return new JavacCallee(overriding == null ? call.method() : overriding, common, types);
  }

  /** The expressions that decide whether a call blocks; none if it blocks by itself. */
  List<ExpressionTree> deciding(Judge.Judgement judgement, Call call) {
    List<ExpressionTree> deciding = new ArrayList<>();
    if (judgement.entry().isPresent()) {
      for (Entry.Parameter parameter : judgement.entry().get().parameters()) {
        if (parameter.decides() && parameter.position() < call.arguments().size()) {
          deciding.add(call.arguments().get(parameter.position()));
        }
      }
    }
    if (deciding.isEmpty() && judgement.kind() == BlockingKind.STREAM) {
      call.receiver().ifPresent(deciding::add);
    }
    return deciding;
  }

  /** Whether reading from or writing to what an expression stands for blocks. */
  Nature natureOf(ExpressionTree expression) {
    return natureOf(expression, 0);
  }

  private Nature natureOf(ExpressionTree expression, int depth) {
    if (depth > DEEPEST_WRAPPING) {
      return Nature.UNKNOWN;
    }
    Nature common = null;
    for (ExpressionTree value : values().of(expression)) {
      Nature nature =
          value instanceof NewClassTree made
              ? natureOfMade(made, depth)
              : natureOfType(ASTHelpers.getType(value));
      if (common != null && !common.equals(nature)) {
        return Nature.UNKNOWN;
      }
      common = nature;
    }
    return common == null ? Nature.UNKNOWN : common;
  }

  /** Collected when the first call asks for them: most units make none that does. */
  private Values values() {
    if (values == null) {
      values = Values.in(unit);
    }
    return values;
  }

  private Nature natureOfMade(NewClassTree made, int depth) {
    MethodSymbol constructor = ASTHelpers.getSymbol(made);
    JavacCallee callee = new JavacCallee(constructor, constructor.owner.type, types);
    Optional<Entry> wrapping =
        catalogue.nearest(
            callee, entry -> entry.parameters().stream().anyMatch(Entry.Parameter::decides));
    if (wrapping.isPresent()) {
      for (Entry.Parameter parameter : wrapping.get().parameters()) {
        if (parameter.decides() && parameter.position() < made.getArguments().size()) {
          return natureOf(made.getArguments().get(parameter.position()), depth + 1);
        }
      }
    }
    return natureOfType(ASTHelpers.getType(made));
  }

  private Nature natureOfType(Type type) {
    if (type == null || !type.hasTag(TypeTag.CLASS)) {
      return type != null && type.hasTag(TypeTag.ARRAY) ? Nature.NEVER : Nature.UNKNOWN;
    }
    for (String probe : PROBES) {
      for (Type above : types.closure(type)) {
        for (Symbol member :
            above.tsym.members().getSymbolsByName(above.tsym.name.table.fromString(probe))) {
          if (member instanceof MethodSymbol method) {
            Optional<Verdict> verdict =
                catalogue
                    .nearest(
                        new JavacCallee(method, type, types), entry -> entry.verdict().isPresent())
                    .flatMap(Entry::verdict);
            if (verdict.isPresent()) {
              return nature(verdict.get());
            }
          }
        }
      }
    }
    return Nature.UNKNOWN;
  }

  private static Nature nature(Verdict verdict) {
    if (verdict instanceof Verdict.Blocks blocks) {
      return blocks.kind() == BlockingKind.STREAM
          ? Nature.UNKNOWN
          : new Nature(false, Optional.of(blocks));
    }
    return Nature.NEVER;
  }
}
