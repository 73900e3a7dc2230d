/** Programs that are watched: each is started in a JVM of its own, with the packaged agent. */
package dev.unclog.probed;
