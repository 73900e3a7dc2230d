package dev.unclog.benchmarks;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/**
 * A program of some shape and size, written down to be compiled.
 *
 * @param options what javac is told, however it is run
 * @param sources the files
 */
record GeneratedProject(List<String> options, List<String> sources) {
  /** Writes a program into a folder that is not there yet. */
  static GeneratedProject write(Shape shape, int size, Path folder) throws IOException {
    Shape.Generated generated = shape.generate(size);
    List<Path> classPath = new ArrayList<>(List.of(ChildCompiler.origin(Cooperative.class)));
    if (!generated.library().isEmpty()) {
      classPath.add(jar(write(generated.library(), folder.resolve("library")), folder));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    return new GeneratedProject(
        List.of("-proc:none", "-classpath", Tools.joined(classPath), "-d", classes.toString()),
        write(generated.sources(), folder.resolve("sources")));
  }

  /** Its options, and more. */
  List<String> with(List<String> more) {
    return Stream.concat(options.stream(), more.stream()).toList();
  }

  private static List<String> write(Map<String, String> sources, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey() + ".java");
      Files.writeString(file, "package " + Shape.PACKAGE + ";\n\n" + source.getValue());
      files.add(file.toString());
    }
    return files;
  }

  private static Path jar(List<String> sources, Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("library-classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(sources);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IOException("javac failed on what was generated in " + folder);
    }
    Path jar = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.list(classes.resolve(Shape.PACKAGE))) {
      for (Path compiled : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(Shape.PACKAGE + "/" + compiled.getFileName()));
        Files.copy(compiled, out);
      }
    }
    return jar;
  }
}
