/**
 * What the catalogue knows, for a person who asks.
 *
 * <p>In come a catalogue and the name of a type or member; out go every line that speaks of it,
 * through its supertypes too, or what was probably meant. Nothing here knows how a question was
 * typed or where the catalogue came from.
 */
package dev.unclog.cli.explain;
