package dev.unclog.source;

import com.sun.source.tree.Tree;
import dev.unclog.finding.Finding;

/**
 * A finding and the tree it stands at.
 *
 * @param finding the finding
 * @param tree where a compiler should point
 * @param dropIn a method of the same receiver that can be called in the place of the one that
 *     blocks; empty if there is none
 */
public record Detection(Finding finding, Tree tree, String dropIn) {}
