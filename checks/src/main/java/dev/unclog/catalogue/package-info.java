/**
 * What is known of libraries, as data.
 *
 * <p>In come the entries that stub files hold, out of the index that ships or out of a user's own
 * files; out go answers about one member at a time. Nothing here knows how a call was found, what a
 * compiler is, or what becomes of an answer.
 */
package dev.unclog.catalogue;
