package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.comp.Enter;
import java.util.IdentityHashMap;

/**
 * Timers that have one task: nothing else waits for their threads. A unit that makes a timer and
 * schedules one task in all has made it for that task.
 */
final class OwnTimers {
  private static final String TIMER = "java.util.Timer";
  private static final String TASK = "java.util.TimerTask";

  private final Enter enter;
  private final IdentityHashMap<CompilationUnitTree, Boolean> known = new IdentityHashMap<>();

  OwnTimers(Enter enter) {
    this.enter = enter;
  }

  /**
   * Whether a task has its timer's thread for itself.
   *
   * @param above the type that makes the class a task, by binary name
   * @param task the class
   */
  boolean have(String above, ClassSymbol task) {
    if (!above.equals(TASK)) {
      return false;
    }
    var environment = enter.getEnv(task.outermostClass());
    return environment != null
        && known.computeIfAbsent(environment.toplevel, OwnTimers::schedulesOneTask);
  }

  private static boolean schedulesOneTask(CompilationUnitTree unit) {
    Uses uses = new Uses();
    uses.scan(unit, null);
    return uses.timers > 0 && uses.tasks == 1;
  }

  private static final class Uses extends TreeScanner<Void, Void> {
    int timers;
    int tasks;

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      timers += isOfTimer(ASTHelpers.getSymbol(tree)) ? 1 : 0;
      return super.visitNewClass(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      Symbol method = ASTHelpers.getSymbol(tree);
      tasks += isOfTimer(method) && method.name.toString().startsWith("schedule") ? 1 : 0;
      return super.visitMethodInvocation(tree, null);
    }

    private static boolean isOfTimer(Symbol member) {
      return member != null && member.owner.flatName().contentEquals(TIMER);
    }
  }
}
