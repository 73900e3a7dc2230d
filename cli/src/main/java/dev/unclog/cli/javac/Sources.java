package dev.unclog.cli.javac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The compiler's files, without the sources that were left out, and with nowhere to write to. */
final class Sources extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Set<String> hidden;

  /**
   * All files but some.
   *
   * @param files all of them
   * @param hidden URIs of sources that the source path must not offer; may grow
   */
  Sources(StandardJavaFileManager files, Set<String> hidden) {
    super(files);
    this.hidden = hidden;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> all = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.SOURCE_PATH || hidden.isEmpty()) {
      return all;
    }
    List<JavaFileObject> rest = new ArrayList<>();
    for (JavaFileObject file : all) {
      if (!hidden.contains(file.toUri().toString())) {
        rest.add(file);
      }
    }
    return rest;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
      throws IOException {
    throw new IOException("linting writes no class files: " + className);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling)
      throws IOException {
    throw new IOException("linting writes no files: " + relativeName);
  }
}
