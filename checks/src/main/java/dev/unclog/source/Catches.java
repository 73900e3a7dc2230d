package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.tools.javac.code.Type;
import dev.unclog.call.MachineErrors;

/** What is caught. */
final class Catches {
  private Catches() {}

  /** Whether nothing is caught but errors of the machine. */
  static boolean areOfTheMachine(Tree caught) {
    if (caught instanceof UnionTypeTree several) {
      return several.getTypeAlternatives().stream().allMatch(Catches::areOfTheMachine);
    }
    Type type = ASTHelpers.getType(caught);
    return type != null && MachineErrors.is(NameTexts.of(type.tsym.flatName()));
  }
}
