package dev.unclog.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stubs that mark every method of a library that returns one of some types, or a subtype. A library
 * has hundreds, too many to list by hand, and patterns cannot tell them by what they return.
 */
final class ContextStub {
  private final Path classes;
  private final List<Path> classPath;
  private final List<String> returning;

  /**
   * Stubs of a library.
   *
   * @param classes the folder with its classes
   * @param classPath what they need
   * @param returning the names of types
   */
  ContextStub(Path classes, List<Path> classPath, List<String> returning) {
    this.classes = classes;
    this.classPath = classPath;
    this.returning = returning;
  }

  /** The stub file's text. */
  String text() throws IOException {
    List<URL> urls = new ArrayList<>(List.of(url(classes)));
    classPath.forEach(jar -> urls.add(url(jar)));
    StringBuilder text = new StringBuilder("@Library(name = \"contexts to be measured\")\n");
    try (Stream<Path> files = Files.walk(classes);
        URLClassLoader loader =
            new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      List<Class<?>> types = new ArrayList<>();
      for (String name : returning) {
        types.add(loader.loadClass(name));
      }
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
        append(loader.loadClass(name.replaceAll("\\.class$", "")), types, text);
      }
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
    return text.toString();
  }

  private static void append(Class<?> type, List<Class<?>> returned, StringBuilder text) {
    if (type.getCanonicalName() == null || type.getPackageName().isEmpty()) {
      return; // No name that could be written.
    }
    String members =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && returnsOne(method, returned))
            .map(method -> "  @Cooperative @EveryOverload Object " + method.getName() + "();\n")
            .distinct()
            .sorted()
            .collect(Collectors.joining());
    if (members.isEmpty()) {
      return;
    }
    String nested = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    List<String> names = List.of(nested.split("\\.", -1));
    text.append("package ").append(type.getPackageName()).append(";\n");
    names.forEach(name -> text.append("interface ").append(name).append(" {\n"));
    text.append(members).append("}\n".repeat(names.size()));
  }

  private static boolean returnsOne(Method method, List<Class<?>> types) {
    return types.stream().anyMatch(type -> type.isAssignableFrom(method.getReturnType()));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
