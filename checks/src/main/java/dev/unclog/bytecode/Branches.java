package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where a switch over a parameter leads.
 *
 * @param tested the parameter
 * @param constants for which constants it leads to each place but the last
 * @param otherwise where it leads for all others; null if there is no such switch
 */
record Branches(Value tested, Map<LabelNode, List<Value>> constants, LabelNode otherwise) {
  static final Branches NONE = new Branches(new Value.Unknown(""), Map.of(), null);

  /** Of a switch that is about to be run. */
  static Branches of(AbstractInsnNode instruction, FlowFrame frame, CellInterpreter cells) {
    Value tested = cells.compared(frame.operand(0)).value();
    if (Comparisons.isNumber(tested)) {
      return of(instruction, tested, key -> Optional.of(Literals.number("int", key).value()));
    }
    AbstractInsnNode read = TextSwitch.previous(instruction);
    if (read == null || read.getOpcode() != Opcodes.ILOAD) {
      return NONE;
    }
    TextSwitch texts = TextSwitch.before((VarInsnNode) read);
    if (texts.local() < 0 || !Comparisons.isText(frame.getLocal(texts.local()).value())) {
      return NONE;
    }
    return of(
        instruction,
        frame.getLocal(texts.local()).value(),
        key -> Optional.ofNullable(texts.text(key)));
  }

  private interface Constants {
    Optional<Value> of(int key);
  }

  private static Branches of(AbstractInsnNode instruction, Value tested, Constants constants) {
    Map<LabelNode, List<Value>> byLabel = new LinkedHashMap<>();
    LabelNode otherwise;
    List<LabelNode> labels;
    List<Integer> keys;
    if (instruction instanceof LookupSwitchInsnNode lookup) {
      otherwise = lookup.dflt;
      labels = lookup.labels;
      keys = lookup.keys;
    } else {
      TableSwitchInsnNode table = (TableSwitchInsnNode) instruction;
      otherwise = table.dflt;
      labels = table.labels;
      keys = new ArrayList<>(labels.size());
      for (int key = table.min; key <= table.max; key++) {
        keys.add(key);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) != otherwise) {
        Optional<Value> constant = constants.of(keys.get(i));
        if (constant.isEmpty()) {
          return NONE;
        }
        byLabel.computeIfAbsent(labels.get(i), key -> new ArrayList<>()).add(constant.get());
      }
    }
    return new Branches(tested, byLabel, otherwise);
  }

  /** What is known on the way to a branch, of what the switch is over and of all before. */
  Ways to(LabelNode target, Ways before) {
    if (otherwise == null) {
      return before;
    }
    boolean isOther = target == otherwise;
    List<Value> known =
        isOther
            ? constants.values().stream().flatMap(List::stream).toList()
            : constants.getOrDefault(target, List.of());
    return Value.Equals.any(tested, known)
        .map(equal -> before.found(Cell.EMPTY.withValue(equal), !isOther))
        .orElse(before);
  }
}
