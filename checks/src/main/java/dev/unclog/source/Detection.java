package dev.unclog.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.unclog.finding.Finding;
import java.util.Optional;

/**
 * A finding and the tree it stands at.
 *
 * @param finding the finding
 * @param path the way through its unit to the tree that a compiler should point to
 * @param dropIn a method of the same receiver that can be called in the place of the one that
 *     blocks; empty if there is none
 * @param repair what to change for it not to block; empty if that is not so simple
 */
public record Detection(Finding finding, TreePath path, String dropIn, Optional<Repair> repair) {
  /** Where a compiler should point. */
  public Tree tree() {
    return path.getLeaf();
  }

  /**
   * This detection, with a suppression that was found later.
   *
   * @param by why it is not reported; empty if it is
   * @return this one, or a copy
   */
  public Detection suppressedBy(Optional<String> by) {
    return by.isEmpty() ? this : new Detection(finding.suppressedBy(by), path, dropIn, repair);
  }
}
