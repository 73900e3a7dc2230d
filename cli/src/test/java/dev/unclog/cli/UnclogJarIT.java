package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The executable jar, started as users start it: no JVM flags, on every JDK that is here. */
final class UnclogJarIT {
  private static final String SETTINGS =
      """
      <settings>
        <offline>true</offline>
      </settings>
      """;

  @TempDir Path folder;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aFindingEndsWithStatusOne(Path jdk) throws Exception {
    Subjects.write(folder.resolve("src/acme/Sleeper.java"), Subjects.SLEEPER);

    Unclog run = run(jdk, "lint", folder.resolve("src"), "--cooperative", "acme.Sleeper");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("BlockingCall: Thread.sleep(long)");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aDeepExpressionIsLinted(Path jdk) throws Exception {
    Subjects.write(
        folder.resolve("src/Deep.java"),
        "class Deep { static int f(int x) { return x; } int g() { return "
            + "f(".repeat(5000)
            + "0"
            + ")".repeat(5000)
            + "; } }");

    Unclog run = run(jdk, "lint", folder.resolve("src"), "--cooperative", "Deep");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theCatalogueIsInTheJar(Path jdk) throws Exception {
    Unclog run = run(jdk, "explain", "java.lang.Thread#sleep");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("blocks: wait");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aStubOfTheUsersIsParsed(Path jdk) throws Exception {
    Path stub = Subjects.write(folder.resolve("acme.stub"), "class {");

    Unclog run = run(jdk, "explain", "java.lang.Thread", "--stubs", stub);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("acme.stub:1");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aPublishedArtifactIsLintedInItsArchive(Path jdk) throws Exception {
    publish(
        Map.of(
            "acme/Sleeper.java", Subjects.SLEEPER,
            "acme/Odd.java", "package acme; class Odd { missing.Optional it; }",
            "acme/User.java", "package acme; class User { Odd odd; }",
            "module-info.java", "module acme { requires nothing.there; }",
            "META-INF/versions/21/acme/Sleeper.java", "no Java"));

    Unclog run = run(jdk, "lint", "acme:lib:1.0", "--cooperative", "acme.Sleeper", "--verbose");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("acme/Sleeper.java\n  5:");
    assertThat(run.out()).contains("left out: acme/Odd.java:1: package missing does not exist");
    assertThat(run.out()).contains("2 files linted, 1 left out; 1 finding");
    assertThat(run.out()).contains("dependency not found: acme:optional:jar:1");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anArchiveWritesNothingAnywhere(Path jdk) throws Exception {
    publish(
        Map.of(
            "acme/Sleeper.java", Subjects.SLEEPER, "../../../../evil/Evil.java", "class Evil { }"));
    List<Path> before = files();

    run(jdk, "lint", "acme:lib:1.0");

    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void coordinatesThatDoNotExistAreRefused(Path jdk) throws Exception {
    publish(Map.of("acme/Sleeper.java", Subjects.SLEEPER));

    Unclog run = run(jdk, "lint", "acme:lib:2.0");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no acme:lib:2.0");
    assertThat(run.err()).contains("offline");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void noAnnotationProcessorOfTheClassPathRuns(Path jdk) throws Exception {
    Path processor =
        Subjects.write(
            folder.resolve("processor/Evil.java"),
            """
            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.element.TypeElement;

            @SupportedAnnotationTypes("*")
            public class Evil extends AbstractProcessor {
              static { if (true) throw new Error("executed"); }
              @Override public boolean process(Set<? extends TypeElement> a, RoundEnvironment r) {
                throw new Error("executed");
              }
            }
            """);
    Path classes = Subjects.compile(folder.resolve("classes"), processor);
    for (String service :
        List.of(
            "javax.annotation.processing.Processor",
            "com.google.errorprone.bugpatterns.BugChecker",
            "com.sun.source.util.Plugin")) {
      Subjects.write(classes.resolve("META-INF/services/" + service), "Evil\n");
    }
    Subjects.write(folder.resolve("src/acme/Sleeper.java"), Subjects.SLEEPER);

    Unclog run = run(jdk, "lint", folder.resolve("src"), "--classpath", classes);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void sourcesAreLintedWithWhatLombokWritesIntoThem(Path jdk) throws Exception {
    Path own = folder.resolve("lib/lombok-1.0.jar");
    Files.createDirectories(own.getParent());
    Files.copy(lombok(), own);
    Path place = home().resolve(".m2/repository/org/projectlombok/lombok/1.18.42");
    Files.createDirectories(place);
    Files.copy(lombok(), place.resolve("lombok-1.18.42.jar"));
    accessors();

    Unclog run =
        run(jdk, "lint", folder.resolve("src"), "-cp", own, "--cooperative", "acme.Item#on*");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("acme/Item.java\n  10:5  BlockingCall: Thread.sleep(long)");
    assertThat(run.out()).contains("2 files linted; 1 finding");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void lombokThatCannotBeHadIsTold(Path jdk) throws Exception {
    Path own = folder.resolve("lib/lombok.jar");
    Files.createDirectories(own.getParent());
    Files.copy(lombok(), own);
    accessors();

    Unclog nothing = run(jdk, "lint", folder.resolve("src"), "-cp", own);

    assertThat(nothing.err()).contains("dependency not found: org.projectlombok:lombok:1.18.42\n");
    assertThat(nothing.err()).contains("the first of 2 errors is acme/Item.java:10");

    Subjects.write(folder.resolve("src/acme/Sleeper.java"), Subjects.SLEEPER);

    Unclog rest = run(jdk, "lint", folder.resolve("src"), "-cp", own, "--verbose");

    assertThat(rest.err()).isEmpty();
    assertThat(rest.status()).isEqualTo(0);
    assertThat(rest.out()).contains("left out: acme/User.java:4: ");
    assertThat(rest.out()).contains("dependency not found: org.projectlombok:lombok:1.18.42\n");
  }

  /** One class has what is written into it only by Lombok, and another calls that. */
  private void accessors() {
    Subjects.write(
        folder.resolve("src/acme/Item.java"),
        """
        package acme;

        import lombok.Data;

        @Data
        class Item {
          private final int millis;

          void onMessage() throws Exception {
            Thread.sleep(getMillis());
          }
        }
        """);
    Subjects.write(
        folder.resolve("src/acme/User.java"),
        """
        package acme;

        class User {
          int all = new Item(1).getMillis();
        }
        """);
  }

  private static Path lombok() throws Exception {
    return Path.of(lombok.Data.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Puts an artifact into the local repository of a user who is offline. */
  private void publish(Map<String, String> sources) {
    Path home = home();
    Path place = home.resolve(".m2/repository/acme/lib/1.0");
    Subjects.write(
        place.resolve("lib-1.0.pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>acme</groupId>
          <artifactId>lib</artifactId>
          <version>1.0</version>
          <dependencies>
            <dependency>
              <groupId>acme</groupId>
              <artifactId>optional</artifactId>
              <version>1</version>
              <optional>true</optional>
            </dependency>
          </dependencies>
        </project>
        """);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    sources.forEach((name, text) -> entries.put(name, text.getBytes(UTF_8)));
    Subjects.zip(place.resolve("lib-1.0-sources.jar"), entries);
    Path odd = Subjects.write(folder.resolve("odd/Odd.java"), "package acme; class Odd { }");
    Path classes = Subjects.compile(folder.resolve("odd/classes"), odd);
    try {
      Subjects.zip(
          place.resolve("lib-1.0.jar"),
          Map.of("acme/Odd.class", Files.readAllBytes(classes.resolve("acme/Odd.class"))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path home() {
    Path home = folder.resolve("home");
    Subjects.write(home.resolve(".m2/settings.xml"), SETTINGS);
    return home;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      // The resolver keeps notes of its own in the local repository.
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private Unclog run(Path jdk, Object... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.add("-Duser.home=" + home());
    command.add("-jar");
    command.add(System.getProperty("unclog.jar"));
    Stream.of(args).map(Object::toString).forEach(command::add);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Unclog(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
