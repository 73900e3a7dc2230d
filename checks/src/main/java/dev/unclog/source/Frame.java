package dev.unclog.source;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;

/** A method or a lambda, as what has parameters. */
final class Frame {
  private final Tree tree;
  private final Frame outer;

  /** What a lambda takes along, in order; null as long as nobody has asked. */
  private List<VarSymbol> captured;

  /**
   * A callable.
   *
   * @param tree a method or a lambda
   * @param outer what a lambda is written in and takes parameters along from; null for a method,
   *     also one of a class within another's code: what its class brings is kept in fields
   */
  Frame(Tree tree, Frame outer) {
    this.tree = tree;
    this.outer = outer;
  }

  Tree tree() {
    return tree;
  }

  boolean isWithin(Frame other) {
    for (Frame around = outer; around != null; around = around.outer) {
      if (around == other) {
        return true;
      }
    }
    return false;
  }

  List<VarSymbol> captured() {
    return captured;
  }

  void setCaptured(List<VarSymbol> parameters) {
    captured = List.copyOf(parameters);
  }
}
