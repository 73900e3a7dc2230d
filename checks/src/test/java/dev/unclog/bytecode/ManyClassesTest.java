package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.Value;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Every class of the JDK's base and of a few jars can be read. */
final class ManyClassesTest {
  private static final Interests INTERESTS =
      new Interests(Set.of("isDone", "configureBlocking"), Set.of("isEmpty", "isHeldExclusively"));

  private int classes;
  private int calls;
  private int receivers;
  private int guards;
  private int held;

  @Test
  void everyClassOfTheJdksBase() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : (Iterable<Path>) files.filter(ManyClassesTest::isClass)::iterator) {
        read(file.toString(), Files.readAllBytes(file));
      }
    }

    assertThat(classes).isGreaterThan(5_000);
    assertThat(calls).isGreaterThan(100_000);
    assertThat(receivers).isGreaterThan(calls / 10);
    assertThat(guards).isGreaterThan(1_000);
    assertThat(held).isGreaterThan(1_000);
    assertThat(held).isLessThan(calls / 10);
    assertThat(DirectSubtypes.in(base).of("java.io.Reader")).contains("java.io.StringReader");
  }

  @Test
  void everyClassOfJarsOnTheClassPath() throws IOException {
    for (String name : List.of("guava", "junit-jupiter-engine", "maven-resolver-impl")) {
      try (ZipFile jar = new ZipFile(onClassPath(name))) {
        for (ZipEntry entry : Collections.list(jar.entries())) {
          if (entry.getName().endsWith(".class")) {
            read(entry.getName(), jar.getInputStream(entry).readAllBytes());
          }
        }
      }
    }

    assertThat(classes).isGreaterThan(2_000);
  }

  private void read(String file, byte[] bytes) {
    classes++;
    ClassFacts facts = ClassFacts.read(bytes);
    List<BodyFacts> bodies = new ArrayList<>();
    for (MethodHeader method : facts.header().methods()) {
      bodies.add(facts.body(method.key(), INTERESTS).orElseThrow());
    }
    facts.staticInitializer(INTERESTS).ifPresent(bodies::add);
    for (BodyFacts body : bodies) {
      for (var call : body.calls()) {
        calls++;
        guards += call.guards().size();
        held += call.held().size();
        receivers += call.receiver() instanceof Value.Unknown ? 0 : 1;
        if (call.arguments().size() != call.callee().parameterTypes().size()) {
          throw new AssertionError("arguments of " + call + " in " + file);
        }
      }
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  private static File onClassPath(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().startsWith(name + "-") && file.getName().endsWith(".jar"))
        .findFirst()
        .orElseThrow();
  }
}
