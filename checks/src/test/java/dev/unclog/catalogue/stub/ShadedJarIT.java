package dev.unclog.catalogue.stub;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar as it is published. */
final class ShadedJarIT {
  private static final Path JAR = Path.of(System.getProperty("unclog.jar"));

  @Test
  void theJarHoldsNothingForeignButJavaParserAndAsmUnderNamesOfOurs() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName())
              .filter(name -> !name.startsWith("META-INF/maven/dev.unclog/unclog-checks/"))
              .filter(name -> !name.startsWith("META-INF/services/com.google.errorprone."))
              .toList();

      assertThat(names).contains("dev/unclog/shaded/javaparser/JavaParser.class");
      assertThat(names).contains("dev/unclog/shaded/asm/ClassReader.class");
      assertThat(names).contains("dev/unclog/shaded/asm/tree/analysis/Analyzer.class");
      assertThat(names).contains("dev/unclog/shaded/gson/stream/JsonReader.class");
      assertThat(names).contains("dev/unclog/catalogue/catalogue.index");
      assertThat(names.stream().filter(name -> !name.startsWith("dev/unclog/")))
          .containsExactly("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE");
      assertThat(names.stream().filter(name -> name.startsWith("dev/unclog/annotations/")))
          .isEmpty();
    }
  }

  @Test
  void theJarReadsStubsWithItsOwnJavaParser() throws Exception {
    URL[] path = {
      JAR.toUri().toURL(), Cooperative.class.getProtectionDomain().getCodeSource().getLocation()
    };
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Object right = parse(loader, "package a; class A { @Blocking A(int x); }");
      Object wrong = parse(loader, "package a; class A { @Blocking void f() }");

      assertThat(right.toString()).contains("name=<init>, parameterTypes=[int]");
      assertThat(wrong.toString()).contains("'}' does not belong after ')'; expected ';'");
    }
  }

  @Test
  void theJarReadsAndWritesFindingsWithItsOwnGson() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> file = loader.loadClass("dev.unclog.sarif.FindingsFile");
      Object empty = file.getMethod("empty").invoke(null);
      String text = (String) file.getMethod("text").invoke(empty);

      Object read = file.getMethod("read", String.class).invoke(null, text);
      assertThat(file.getMethod("text").invoke(read)).isEqualTo(text);

      Exception refused =
          assertThrows(
              InvocationTargetException.class,
              () -> file.getMethod("read", String.class).invoke(null, text.substring(0, 40)));
      assertThat(refused.getCause()).hasMessageThat().contains("it ends in its middle, at line 2");
    }
  }

  private static Object parse(ClassLoader loader, String text) throws ReflectiveOperationException {
    Class<?> parser = loader.loadClass("dev.unclog.catalogue.stub.StubParser");
    assertThat(parser.getClassLoader()).isSameInstanceAs(loader);
    return parser.getMethod("parse", String.class, String.class).invoke(null, "x.stub", text);
  }
}
