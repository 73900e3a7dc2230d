package dev.unclog.catalogue.stub;

import dev.unclog.catalogue.Entry.Context;
import dev.unclog.catalogue.Entry.Nearby;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a type says for its members.
 *
 * @param verdict for those without one of their own
 * @param nearby alternatives for those that block
 * @param context what the type runs in, for members that narrow it
 * @param speaks whether the type says anything else, so that a member without words is not a slip
 * @param isPossibly whether what runs cooperatively does so mostly, and not surely
 */
record TypeWords(
    Optional<Verdict> verdict,
    List<Nearby> nearby,
    Optional<Context> context,
    boolean speaks,
    boolean isPossibly) {}
