/**
 * The catalogue that ships, as one binary resource.
 *
 * <p>At build time the stub files go in and the index comes out, the same bytes for the same files;
 * in a compilation the index goes in and a {@link dev.unclog.catalogue.Catalogue} comes out, with
 * no parser in between. Only {@link dev.unclog.catalogue.index.IndexCompiler} knows that there are
 * stub files; whoever reads or writes an index knows entries alone.
 */
package dev.unclog.catalogue.index;
