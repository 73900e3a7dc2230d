package dev.unclog.source;

import com.sun.source.tree.Tree;
import dev.unclog.finding.Finding;
import java.util.Optional;

/**
 * A finding and the tree it stands at.
 *
 * @param finding the finding
 * @param tree where a compiler should point
 * @param dropIn a method of the same receiver that can be called in the place of the one that
 *     blocks; empty if there is none
 * @param repair what to change for it not to block; empty if that is not so simple
 */
public record Detection(Finding finding, Tree tree, String dropIn, Optional<Repair> repair) {
  /**
   * This detection, with a suppression that was found later.
   *
   * @param by why it is not reported; empty if it is
   * @return this one, or a copy
   */
  public Detection suppressedBy(Optional<String> by) {
    return by.isEmpty() ? this : new Detection(finding.suppressedBy(by), tree, dropIn, repair);
  }
}
