package dev.unclog.catalogue.index;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.stub.StubSet;

/** A user's stubs in the form in which the shipped ones are kept: to read that takes no parser. */
public final class CompiledStubs {
  private CompiledStubs() {}

  /**
   * Compiles stubs.
   *
   * @param stubs without problems
   * @return the index's bytes
   */
  public static byte[] bytes(StubSet stubs) {
    return IndexWriter.write(new Index(stubs.libraries(), stubs.entries(), stubs.meanings()));
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @param bytes all of it
   * @throws IndexException if they are damaged, or of another version
   */
  public static Catalogue catalogue(byte[] bytes) {
    Index index = IndexReader.read(bytes);
    return new Catalogue(index.entries(), index.meanings());
  }
}
