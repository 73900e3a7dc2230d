package dev.unclog.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Goes through the classes of a jar or folder, those for single releases of Java left out. */
final class ClassFilesIn {
  private static final String SUFFIX = ".class";

  private ClassFilesIn() {}

  /**
   * Reads them one by one.
   *
   * @param place the jar, or the folder that packages are folders of
   * @param reader is given the bytes of each
   */
  static void place(Path place, Consumer<byte[]> reader) throws IOException {
    if (Files.isDirectory(place)) {
      folder(place, reader);
    } else {
      jar(place, reader);
    }
  }

  private static void folder(Path place, Consumer<byte[]> reader) throws IOException {
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isClass(place.relativize(file).toString().replace('\\', '/'))) {
              reader.accept(Files.readAllBytes(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void jar(Path place, Consumer<byte[]> reader) throws IOException {
    try (ZipFile jar = new ZipFile(place.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (isClass(entry.getName())) {
          try (InputStream classFile = jar.getInputStream(entry)) {
            reader.accept(classFile.readAllBytes());
          }
        }
      }
    }
  }

  private static boolean isClass(String path) {
    return path.endsWith(SUFFIX)
        && !path.startsWith("META-INF/")
        && !path.endsWith("module-info.class")
        && !path.endsWith("package-info.class");
  }
}
