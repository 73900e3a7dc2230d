package dev.unclog.realbugs;

import java.util.List;
import java.util.Optional;

/**
 * A bug that was: a row of the table.
 *
 * @param id its name, as {@code B12}
 * @param project whose it was
 * @param reference where it was told or repaired
 * @param artifact {@code group:artifact}; empty if no version is published
 * @param buggy the published version that has it, if any
 * @param fixed the published version that has its repair, if any
 * @param contextClass how its context can be recognised
 * @param path what it takes to see it
 * @param depth the calls between the context and the blocking call, as the table says it
 * @param kind what the thread waits for
 * @param classPath coordinates of what its sources need and its POM does not name
 * @param contexts the cooperative code, as it is marked for the linter; what a finding must be
 *     rooted in
 * @param check the check that is to report it, if not just any
 * @param stub a stub file beside the table that the linter is given, if one is needed
 * @param target the release of Java that the code is taken to run on, if that matters
 * @param kinds the kinds of blocking switched on for it; may be empty
 * @param sinks the calls that block
 * @param through the methods of which one must lie on the way, the context's own included
 * @param trueFix whether the repair keeps the context from blocking at that place
 * @param remark what else to know
 */
record Bug(
    String id,
    String project,
    String reference,
    String artifact,
    Optional<String> buggy,
    Optional<String> fixed,
    ContextClass contextClass,
    PathClass path,
    String depth,
    String kind,
    List<String> classPath,
    List<MemberPattern> contexts,
    Optional<String> check,
    Optional<String> stub,
    Optional<String> target,
    String kinds,
    List<MemberPattern> sinks,
    List<MemberPattern> through,
    boolean trueFix,
    String remark) {
  Bug {
    classPath = List.copyOf(classPath);
    contexts = List.copyOf(contexts);
    sinks = List.copyOf(sinks);
    through = List.copyOf(through);
  }

  /** Whether there is something to lint, before and after. */
  boolean isPublished() {
    return buggy.isPresent() && fixed.isPresent();
  }

  /** Whether it can be told what a finding must look like: where it begins and where it ends. */
  boolean isExpressible() {
    return !contexts.isEmpty() && !sinks.isEmpty();
  }
}
