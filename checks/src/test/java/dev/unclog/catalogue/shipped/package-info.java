/**
 * Holds the stub files that ship against the class files that they speak of: in come the index and
 * the releases that the stubs' headers name, JDKs and libraries; out go the entries that do not
 * resolve, and how many members the others stand for.
 */
package dev.unclog.catalogue.shipped;
