package dev.unclog.checks;

import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The folder that a compiler writes class files to. */
final class ClassOutput {
  private final JavaFileManager files;

  private ClassOutput(JavaFileManager files) {
    this.files = files;
  }

  /** That of a compiler; empty if it has no one folder. */
  static Optional<ClassOutput> of(Context context) {
    JavaFileManager files = context.get(JavaFileManager.class);
    return files.hasLocation(StandardLocation.CLASS_OUTPUT)
            && !files.hasLocation(StandardLocation.MODULE_SOURCE_PATH)
        ? Optional.of(new ClassOutput(files))
        : Optional.empty();
  }

  /** A file beside the class files; empty if there is none. */
  Optional<byte[]> read(String resource) throws IOException {
    FileObject file = files.getFileForInput(StandardLocation.CLASS_OUTPUT, "", resource);
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = file.openInputStream()) {
      return Optional.of(in.readAllBytes());
    }
  }

  void write(String resource, byte[] bytes) throws IOException {
    FileObject file =
        files.getFileForOutput(StandardLocation.CLASS_OUTPUT, "", resource, /* sibling= */ null);
    try (OutputStream out = file.openOutputStream()) {
      out.write(bytes);
    }
  }

  /** The class file of a type, null if there is none. */
  JavaFileObject classFile(String type) throws IOException {
    return files.getJavaFileForInput(
        StandardLocation.CLASS_OUTPUT, type, JavaFileObject.Kind.CLASS);
  }

  boolean hasClassFile(String type) {
    try {
      return classFile(type) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
