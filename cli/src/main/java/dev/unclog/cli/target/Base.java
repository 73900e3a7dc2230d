package dev.unclog.cli.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that names of sources are relative to.
 *
 * @param root the folder, on whichever file system
 * @param uri where others find it; empty for what lies inside an archive
 * @param description what it is, for those who do not
 */
public record Base(Path root, Optional<URI> uri, String description) {
  /**
   * A folder of the user's.
   *
   * @param folder the folder
   * @param description what it is
   * @return the base
   */
  public static Base ofFolder(Path folder, String description) {
    Path absolute = folder.toAbsolutePath().normalize();
    String uri = absolute.toUri().toString();
    return new Base(
        absolute, Optional.of(URI.create(uri.endsWith("/") ? uri : uri + "/")), description);
  }

  /**
   * A source's name.
   *
   * @param source a file, beneath the folder or not
   * @return its path from the folder, parts joined by slashes; absolute if it lies elsewhere
   */
  public String name(Path source) {
    Path absolute = source.toAbsolutePath().normalize();
    Path named = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return named.toString().replace(named.getFileSystem().getSeparator(), "/");
  }
}
