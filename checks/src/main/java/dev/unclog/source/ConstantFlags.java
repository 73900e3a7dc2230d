package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.unclog.call.Assigned;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Flags that are the same in every object. Of final ones all constructions in sight say so; whether
 * code out of sight makes others is not known, as with implementations. Others are raised by tests
 * alone.
 */
final class ConstantFlags {
  /** How many constructors may pass a flag on to one another. */
  private static final int DEEPEST = 4;

  private final Callees callees;
  private final AssignedFields fields;
  private final Constructions constructions;
  private final TestsOnly testsOnly;
  private final Map<Value.Flag, Optional<Boolean>> known = new HashMap<>();

  ConstantFlags(
      Callees callees, AssignedFields fields, Constructions constructions, TestsOnly testsOnly) {
    this.testsOnly = testsOnly;
    this.callees = callees;
    this.fields = fields;
    this.constructions = constructions;
  }

  Optional<Boolean> of(Value.Flag flag) {
    Optional<Boolean> value = known.get(flag);
    if (value == null) {
      value = find(flag);
      known.put(flag, value);
    }
    return value;
  }

  private Optional<Boolean> find(Value.Flag flag) {
    Optional<VarSymbol> field = field(flag);
    if (field.filter(TestsOnly::maySet).isPresent()) {
      return testsOnly.raise(field.get()) ? Optional.of(false) : Optional.empty();
    }
    Agreement agreement = new Agreement();
    for (Assigned assigned : field.flatMap(fields::writes).orElse(List.of())) {
      agreement.add(assigned.method(), assigned.value(), 0);
    }
    return agreement.value();
  }

  private Optional<VarSymbol> field(Value.Flag flag) {
    return callees
        .type(flag.type())
        .flatMap(
            type -> {
              for (Symbol member :
                  type.members().getSymbolsByName(type.name.table.fromString(flag.name()))) {
                if (member instanceof VarSymbol field
                    && (isFlag(field) || TestsOnly.maySet(field))) {
                  return Optional.of(field);
                }
              }
              return Optional.empty();
            });
  }

  static Value.Flag flag(VarSymbol field) {
    return new Value.Flag(NameTexts.of(field.owner.flatName()), NameTexts.of(field.name));
  }

  /** Whether a field is given to an object when it is made, and is true or false. */
  static boolean isFlag(VarSymbol field) {
    return field.owner.kind == com.sun.tools.javac.code.Kinds.Kind.TYP
        && field.type.hasTag(TypeTag.BOOLEAN)
        && (field.flags() & (Flags.FINAL | Flags.STATIC)) == Flags.FINAL;
  }

  /** Whether all that a flag is given is one constant. */
  private final class Agreement {
    private Boolean found;
    private boolean isBroken;

    Optional<Boolean> value() {
      return isBroken ? Optional.empty() : Optional.ofNullable(found);
    }

    void add(MethodKey method, Value value, int depth) {
      if (value instanceof Value.Constant constant) {
        boolean answer = constant.text().equals("true");
        isBroken |= found != null && found != answer;
        found = answer;
      } else if (value instanceof Value.Parameter parameter
          && method.name().equals("<init>")
          && depth < DEEPEST) {
        passed(method, parameter.position(), depth + 1);
      } else {
        isBroken = true;
      }
    }

    private void passed(MethodKey constructor, int position, int depth) {
      Optional<List<Constructions.Made>> made = constructions.of(constructor);
      isBroken |= made.isEmpty();
      for (Constructions.Made each : made.orElse(List.of())) {
        if (isBroken) {
          return;
        }
        List<Value> arguments = each.call().arguments();
        if (position < arguments.size()) {
          add(each.by(), arguments.get(position), depth);
        } else {
          isBroken = true;
        }
      }
    }
  }
}
