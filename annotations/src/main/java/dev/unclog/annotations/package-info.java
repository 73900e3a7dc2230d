/**
 * The words that code says about blocking, for its readers, for Unclog's compiler checks and for
 * its run-time probe.
 *
 * <p>Five annotations are enough for code of one's own:
 *
 * <pre>{@code
 * @Cooperative                                    // runs on an event loop: must not block
 * void onMessage(Message message) {
 *   workers.offload(() -> store.save(message));   // fine: offload's parameter is @Offloaded
 *   audit(message);
 * }
 *
 * @AllowBlocking(reason = "a local pipe, drained by the same loop", kinds = BlockingKind.FILE)
 * private void audit(Message message) { ... }
 *
 * @Blocking(kind = BlockingKind.DATABASE, instead = "saveAsync")
 * public void save(Message message) { ... }
 * }</pre>
 *
 * <p>The same words, and some more in {@link dev.unclog.annotations.stub}, describe code that
 * cannot be annotated: a <em>stub file</em> is Java source without bodies, each declaration
 * carrying the words that its library's authors did not write.
 *
 * <p>Nothing here has behaviour, depends on anything, or need be present at run time.
 */
package dev.unclog.annotations;
