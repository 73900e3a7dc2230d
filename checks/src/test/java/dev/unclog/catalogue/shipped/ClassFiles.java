package dev.unclog.catalogue.shipped;

import java.io.IOException;
import java.util.Optional;

/** Where class files are found. */
interface ClassFiles {
  /**
   * Finds one.
   *
   * @param path as in a jar: {@code java/util/Map$Entry.class}
   * @return its bytes; empty if there is none
   */
  Optional<byte[]> find(String path) throws IOException;

  /** Whether there is any in a folder, or below it: {@code java/util/}. */
  default boolean hasFolder(String path) throws IOException {
    throw new UnsupportedOperationException("nobody asks for packages of " + this);
  }

  /** These, and for what is not among them, others. */
  default ClassFiles or(ClassFiles others) {
    return path -> {
      Optional<byte[]> found = find(path);
      return found.isPresent() ? found : others.find(path);
    };
  }
}
