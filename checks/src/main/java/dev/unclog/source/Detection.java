package dev.unclog.source;

import com.sun.source.tree.Tree;
import dev.unclog.finding.Finding;

/**
 * A finding and the tree it stands at.
 *
 * @param finding the finding
 * @param tree where a compiler should point
 */
public record Detection(Finding finding, Tree tree) {}
