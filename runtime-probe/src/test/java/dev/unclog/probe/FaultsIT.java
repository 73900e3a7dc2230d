package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.unclog.probed.Disasters;
import dev.unclog.probed.Faults;
import dev.unclog.probed.OtherAgent;
import dev.unclog.probed.Restricted;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an application does, the probe neither breaks it nor keeps silent about what it lost.
 */
final class FaultsIT {
  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @TempDir private Path folder;

  private static final String HUBS = "hubs=hub-*";

  @Test
  void aClassThatCannotBeWovenRunsAndIsToldOnceForEachCause() {
    Watched watched = play(own(), "jfr=eager", "unweavable");

    List<JsonObject> failures = watched.lines("failure");
    assertWithMessage(watched.brief()).that(failures).hasSize(2);
    assertThat(text(failures.get(0))).startsWith("weaving dev.unclog.probed.Full0: ");
    assertThat(watched.output()).contains("unclog: " + text(failures.get(0)));
    assertThat(failures.get(1).get("count").getAsInt()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"watchdog=on", "watchdog=off"})
  void hubsThatHaveEndedAreLetGo(String watchdog) {
    Watched watched = play(own(), HUBS + "," + watchdog, "leaked");

    assertThat(watched.output()).contains("kept: 0\n");
    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(20);
  }

  @Test
  void virtualThreadsAreNoHubsAndRegisteringOneIsSaidToBeInVain() {
    Path jdk = Jdks.all().get(Jdks.all().size() - 1);
    assumeTrue(Jdks.feature(jdk) >= 21, "a JDK with virtual threads");
    Watched watched = play(jdk, HUBS, "virtual");

    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(1);
    assertThat(watched.observations("hub-2")).hasSize(1);
    assertThat(text(watched.lines("failure").get(0)))
        .isEqualTo("a virtual thread is no hub: hub-1");
  }

  @Test
  void aThousandHubsThatBlockTogetherAreAllTold() {
    Watched watched =
        Watched.run(own(), HUBS, List.of("-Xmx96m"), Faults.class.getName(), "thousand").toTheEnd();

    assertThat(watched.output()).contains("ended: true");
    assertThat(watched.lines("lost")).isEmpty();
    assertThat(watched.lines("failure")).isEmpty();
    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(1_000);
  }

  @Test
  void hubsThatNobodyClosesAreTold() {
    assertThat(play(own(), HUBS, "leaks").lines("observation")).hasSize(20);
  }

  @Test
  void aFullDiskIsSaidAndBreaksNothing() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that is always full");
    List<String> command = Watched.command(own(), HUBS, full, List.of(), Faults.class.getName());
    command.add("leaks");

    Watched watched = Watched.run(command, "leaks");

    assertWithMessage(watched.output()).that(watched.exit()).isEqualTo(0);
    assertThat(watched.output()).contains("played");
    assertThat(watched.output())
        .contains("unclog: cannot write to /dev/full, observations are lost");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anotherAgentAndClassesThatAreRedefinedGoOnBeingWatched(Path jdk) throws Exception {
    Path agent = folder.resolve("other.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(new Attributes.Name("Premain-Class"), OtherAgent.class.getName());
    main.put(new Attributes.Name("Can-Retransform-Classes"), "true");
    main.put(new Attributes.Name("Can-Redefine-Classes"), "true");
    new JarOutputStream(Files.newOutputStream(agent), manifest).close();

    Watched watched =
        Watched.run(
                jdk,
                HUBS,
                List.of("-javaagent:" + agent),
                OtherAgent.class.getName(),
                new String[0])
            .toTheEnd();

    assertThat(watched.output()).contains("played");
    assertWithMessage(watched.brief())
        .that(operations(watched))
        .containsExactly("sleep", "file-metadata", "sleep", "file-metadata")
        .inOrder();
    assertThat(watched.lines("failure")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anApplicationOfModulesIsWatched(Path jdk) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources/app"));
    Path modules = folder.resolve("modules");
    Path info = Files.writeString(sources.resolve("module-info.java"), "module app {}");
    Path main =
        Files.writeString(
            sources.resolve("Main.java"),
            """
            package app;

            public class Main {
              public static void main(String[] nothing) throws Exception {
                Thread hub = new Thread(Main::block, "hub-1");
                hub.start();
                hub.join();
                System.out.println("played in " + Main.class.getModule());
              }

              static void block() {
                try {
                  Thread.sleep(30);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            }
            """);
    compile("--release", "17", "-d", modules.resolve("app").toString(), info, main);

    Watched watched =
        Watched.launch(jdk, HUBS, List.of("-p", modules.toString(), "-m", "app/app.Main"))
            .toTheEnd();

    assertThat(watched.output()).contains("played in module app");
    assertThat(operations(watched)).containsExactly("sleep");
    assertThat(Watched.frame(watched.lines("observation").get(0))).isEqualTo("Main.block:13");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aClassLoaderThatKnowsItsOwnAloneIsNotBroken(Path jdk) {
    // The probe's own classes are among what it does not know, so that JFR must tell on JDK 17.
    Watched watched = Watched.run(jdk, HUBS + ",jfr=eager", Restricted.class).toTheEnd();

    assertThat(watched.output()).contains("played");
    assertWithMessage(watched.brief()).that(operations(watched)).containsExactly("sleep");
    assertThat(watched.lines("failure")).isEmpty();
  }

  @Test
  void anotherAsmOnTheClassPathIsLeftToTheApplication() throws Exception {
    Path source =
        Files.writeString(
            Files.createDirectories(folder.resolve("asm/org/objectweb/asm"))
                .resolve("ClassReader.java"),
            """
            package org.objectweb.asm;

            public class ClassReader {
              static {
                System.out.println("the application's own ASM");
              }

              public static void main(String[] arguments) throws Exception {
                dev.unclog.probed.Faults.main(arguments);
              }
            }
            """);
    Path classes = folder.resolve("asm-classes");
    compile("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), source);

    Watched watched =
        Watched.launch(
                own(),
                HUBS,
                List.of(
                    "-cp",
                    classes + File.pathSeparator + System.getProperty("java.class.path"),
                    "org.objectweb.asm.ClassReader",
                    "leaks"))
            .toTheEnd();

    assertThat(watched.output()).contains("the application's own ASM");
    assertThat(watched.lines("observation")).hasSize(20);
    assertThat(watched.lines("failure")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "memory"})
  void aHubWhoseStackOrMemoryWasUsedUpGoesOnBeingWatched(String disaster) {
    for (Path jdk : Jdks.all()) {
      Watched watched =
          Watched.run(jdk, HUBS, List.of("-Xmx64m"), Disasters.class.getName(), disaster)
              .toTheEnd();

      assertThat(watched.output()).containsMatch("befell: (StackOverflow|OutOfMemory)Error");
      assertThat(watched.output()).contains("played");
      String message = watched.output() + watched.lines("lost") + watched.lines("failure");
      assertWithMessage(message)
          .that(operations(watched).stream().filter("sleep"::equals).toList())
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void systemExitKeepsItsCodeAndLosesNothing(Path jdk) {
    Watched watched = Watched.run(jdk, HUBS, Disasters.class, "exit");

    assertThat(watched.exit()).isEqualTo(3);
    assertThat(watched.lines("end")).hasSize(1);
    assertThat(operations(watched)).contains("sleep");
    // What hung when the JVM ended is told with how long it had.
    assertWithMessage(watched.brief()).that(watched.lines("recovered")).isNotEmpty();
  }

  @Test
  void aKilledJvmLosesAtMostItsLastSecond() throws Exception {
    Path report = folder.resolve("report.jsonl");
    Path output = folder.resolve("output.txt");
    List<String> command =
        Watched.command(own(), HUBS, report, List.of(), Disasters.class.getName());
    command.add("killed");
    Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).start();
    TimeUnit.SECONDS.sleep(6);
    long killed = System.currentTimeMillis();
    process.destroyForcibly().waitFor();

    long due =
        Files.readAllLines(output).stream()
            .map(line -> line.split(" ", -1))
            .filter(words -> words.length == 3 && words[2].length() == 13)
            .filter(words -> Long.parseLong(words[2]) < killed - 1_000)
            .count();
    String text = Files.readString(report);
    long told = text.lines().filter(line -> line.startsWith("{\"type\":\"observation\"")).count();
    assertThat(due).isAtLeast(10);
    assertThat(told).isAtLeast(due);
  }

  private static List<String> operations(Watched watched) {
    return watched.lines("observation").stream()
        .map(line -> line.get("operation").getAsString())
        .toList();
  }

  private static void compile(Object... arguments) {
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, words);
    assertThat(result).isEqualTo(0);
  }

  private static String text(JsonObject failure) {
    return failure.get("message").getAsString();
  }

  private static Watched play(Path jdk, String settings, String fault) {
    Watched watched = Watched.run(jdk, settings, Faults.class, fault).toTheEnd();
    assertThat(watched.output()).contains("played");
    return watched;
  }

  private static Path own() {
    return Path.of(System.getProperty("java.home"));
  }
}
