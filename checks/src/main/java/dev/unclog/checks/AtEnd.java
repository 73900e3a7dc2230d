package dev.unclog.checks;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.List;

/** Notes for the end of the compilation, below all findings. */
final class AtEnd implements TaskListener {
  private final Guard guard;
  private final List<String> notes = new ArrayList<>();

  private AtEnd(Guard guard) {
    this.guard = guard;
  }

  /** Waits for the end of a compilation. */
  static AtEnd of(Context context) {
    AtEnd made = new AtEnd(Guard.of(context));
    MultiTaskListener.instance(context).add(made);
    return made;
  }

  void tell(String note) {
    notes.add(note);
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      notes.forEach(guard::tellOnce);
      notes.clear();
    }
  }
}
