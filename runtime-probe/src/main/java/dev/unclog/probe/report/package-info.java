/**
 * Judges what was seen, off the hubs, and says it.
 *
 * <p>In come sightings and what the watchdog found, out go observations: those whose kind is asked
 * for, which no annotation and no file allows, with the application's frame. They are written as
 * they come, one JSON object a line, and kept for tests.
 */
package dev.unclog.probe.report;
