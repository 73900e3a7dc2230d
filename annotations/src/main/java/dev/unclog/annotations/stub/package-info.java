/**
 * Words for stub files alone: what a library does with functions, executors and streams, which
 * members a line stands for, and in which versions.
 *
 * <p>A stub file is a series of Java declarations without bodies, several packages to a file if
 * need be. The types of this package, those of {@link dev.unclog.annotations} and those of {@code
 * java.lang} need no import in it; a type of another package is named in full, or imported after
 * the {@code package} line.
 *
 * <pre>{@code
 * @Library(name = "Acme client", checkedAgainst = "com.acme:client:2.1")
 * package com.acme.client;
 *
 * @Blocking(kind = NETWORK, instead = "the method of the same name in AsyncClient")
 * interface Client {
 *   Reply get(String key);
 *   Reply get(String key, @NeverBlocksWhen(zero = true) long timeoutMillis);
 *   @EveryOverload void put(String key, byte[] value);
 *   @Matching("scan.*") Object any();
 *   @NonBlocking Metrics metrics();
 *   @NonBlocking void watch(String key, @Cooperative Listener listener);
 *   @NonBlocking void inBackground(@Offloaded Runnable task);
 * }
 * }</pre>
 *
 * <p>A member's own word goes before its type's. A type may stand several times in a file, each
 * time with other words for the members that are written there. What a type's stub says holds for
 * its subtypes too, until one of them says otherwise.
 */
package dev.unclog.annotations.stub;
