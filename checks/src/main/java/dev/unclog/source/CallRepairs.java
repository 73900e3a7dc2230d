package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import java.util.Optional;

/** What to put in the place of a call that blocks, where that takes no thought. */
final class CallRepairs {
  private final ComposedStages stages;
  private final DelayedElements elements;
  private final Continuations continuations;

  CallRepairs(CompilationUnitTree unit, Types types) {
    SourceText text = new SourceText(unit);
    this.stages = new ComposedStages(text, types);
    this.elements = new DelayedElements(text);
    this.continuations = new Continuations(text, types);
  }

  /**
   * A repair.
   *
   * @param tree the call
   * @param place the trees around it, the call the last
   */
  Optional<Repair> of(Tree tree, Nesting place) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    MethodSymbol method = ASTHelpers.getSymbol(call);
    String name = method.name.toString();
    return switch (method.owner.flatName().toString()) {
      case "java.lang.Thread", "java.util.concurrent.TimeUnit" ->
          name.equals("sleep")
              ? elements.of(call, place).or(() -> continuations.ofSleep(call, place))
              : Optional.empty();
      case "io.vertx.core.file.FileSystem" -> continuations.ofFile(call, place);
      default -> stages.of(call, place);
    };
  }
}
