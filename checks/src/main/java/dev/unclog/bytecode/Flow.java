package dev.unclog.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What is known before each instruction of a method.
 *
 * <p>Where that would cost too much, nothing is known of the whole method: for instructions,
 * counted once more for each handler that guards them, times variables and operands above {@link
 * #MOST_CELLS}, instructions run more than {@link #MOST_ROUNDS} times over on average, and for the
 * subroutines that compilers of old made of {@code finally}. So time and memory grow with the code
 * alone. The same holds for code that the JVM would refuse.
 */
final class Flow {
  private static final int MOST_CELLS = 4_000_000;
  private static final int MOST_ROUNDS = 24;

  private Flow() {}

  /**
   * Works it out.
   *
   * @return a frame for each instruction, null where nothing leads; empty if nothing is known
   */
  static Optional<List<Frame<Cell>>> of(MethodNode method, Surroundings surroundings) {
    int size = method.instructions.size();
    if (cells(method) > MOST_CELLS || hasSubroutine(method)) {
      return Optional.empty();
    }
    CellInterpreter interpreter =
        new CellInterpreter(surroundings, method, (long) size * MOST_ROUNDS);
    try {
      List<Frame<Cell>> frames =
          Arrays.asList(new FlowAnalyzer(interpreter).analyze(surroundings.owner(), method));
      // There are none for a method that has code though it is abstract or native.
      return frames.size() == size ? Optional.of(frames) : Optional.empty();
    } catch (AnalyzerException | RuntimeException | AssertionError e) {
      return Optional.empty();
    }
  }

  private static long cells(MethodNode method) {
    long instructions = method.instructions.size();
    for (TryCatchBlockNode handler : method.tryCatchBlocks) {
      instructions +=
          method.instructions.indexOf(handler.end) - method.instructions.indexOf(handler.start);
    }
    return instructions * (method.maxLocals + method.maxStack);
  }

  private static boolean hasSubroutine(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each.getOpcode() == Opcodes.JSR) {
        return true;
      }
    }
    return false;
  }

  private static final class FlowAnalyzer extends Analyzer<Cell> {
    FlowAnalyzer(CellInterpreter interpreter) {
      super(interpreter);
    }

    @Override
    protected Frame<Cell> newFrame(int locals, int operands) {
      return new FlowFrame(locals, operands);
    }

    @Override
    protected Frame<Cell> newFrame(Frame<? extends Cell> frame) {
      return new FlowFrame(frame);
    }
  }
}
