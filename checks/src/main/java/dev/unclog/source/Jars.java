package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.JavaFileObject;

/** Where class files come from, in a word that is the same on every machine. */
final class Jars {
  private Jars() {}

  /** What a root is in the file system: of the root within a jar, the jar. */
  static Path place(Path root) {
    return root.getFileSystem() == FileSystems.getDefault()
        ? root
        : Path.of(root.getFileSystem().toString()); // Which is the jar's path.
  }

  /**
   * The simple name of the jar that a class came in, or that of its module in a run-time image;
   * empty for a class file in a folder, which has no name but its path.
   */
  static Optional<String> nameOf(ClassSymbol type) {
    JavaFileObject file = type.classfile;
    if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
      return Optional.empty();
    }
    URI uri = file.toUri();
    String text = uri.toString();
    if ("jrt".equals(uri.getScheme())) {
      return Optional.of(type.packge().modle.name.toString());
    }
    int inside = text.indexOf("!/");
    if (!"jar".equals(uri.getScheme()) || inside < 0) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(URI.create(text.substring("jar:".length(), inside)));
      return Optional.ofNullable(jar.getFileName()).map(Path::toString);
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return Optional.empty(); // A file manager of somebody's own, with names of its own.
    }
  }
}
