/**
 * Which threads are hubs, and where their loops wait and begin tasks.
 *
 * <p>Recognised by what runs on them where that can be woven, by the thread's class where the
 * framework marks its threads, by name where the user says so. It names types of frameworks, never
 * of an application.
 */
package dev.unclog.probe.hub;
