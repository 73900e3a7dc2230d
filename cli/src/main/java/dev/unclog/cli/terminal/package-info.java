/**
 * The terminal, if there is one: in come words about what is under way, out they go where a person
 * watches, and nowhere else. Knows nothing of what is under way.
 */
package dev.unclog.cli.terminal;
