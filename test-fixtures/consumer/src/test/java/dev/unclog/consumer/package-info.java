/**
 * Integration tests from a user's side. They read the README and do what it says, word by word, so
 * that it cannot say what does not work; and they run the packaged linter on this project itself.
 * Nothing here knows the classes of Unclog.
 */
package dev.unclog.consumer;
