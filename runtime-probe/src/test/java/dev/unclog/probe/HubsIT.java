package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonObject;
import dev.unclog.probed.Annotated;
import dev.unclog.probed.Frameworks;
import dev.unclog.probed.Inheriting;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs are recognised by themselves, and only what blocks one is told. */
final class HubsIT {
  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  static Stream<Arguments> frameworks() {
    return Jdks.all().stream()
        .flatMap(
            jdk ->
                Stream.of("netty", "vertx", "reactor", "rxjava", "awt")
                    .map(framework -> Arguments.of(jdk, framework)));
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void thePlantedBlockOnAFrameworksHubIsToldAndNothingElse(Path jdk, String framework) {
    Watched watched = Watched.run(jdk, "jfr=eager", Frameworks.class, framework);

    assertThat(watched.output()).contains("played");
    List<JsonObject> observations = watched.lines("observation");
    assertWithMessage(watched.brief()).that(observations).hasSize(1);
    assertThat(watched.said("planted at ")).containsExactly(Watched.frame(observations.get(0)));
    assertThat(observations.get(0).get("operation").getAsString()).isEqualTo("sleep");
    String type = framework.equals("vertx") ? "netty" : framework;
    assertThat(observations.get(0).get("hubType").getAsString()).isEqualTo(type);
    // The watchdog tells of it as well, unless the machine is too busy to let it look while it
    // lasts. What else takes long then is no wait.
    List<String> blocked =
        watched.lines("hang").stream()
            .filter(line -> line.get("state").getAsString().equals("blocked"))
            .filter(line -> !line.get("kind").getAsString().equals("class-loading"))
            .filter(line -> line.has("frame"))
            .map(line -> line.getAsJsonObject("frame").get("method").getAsString())
            .distinct()
            .toList();
    assertWithMessage(watched.brief()).that(blocked).isIn(Set.of(List.of("planted"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"registered"})
  void whatTheUserRegistersIsAHubFromThenOn(String framework) {
    Watched watched = Watched.run(Jdks.all().get(0), "", Frameworks.class, framework);

    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(1);
    assertThat(Watched.frame(watched.lines("observation").get(0)))
        .startsWith("Frameworks.planted:");
  }

  @Test
  void heartbeatsDoNotPutOffAGracefulShutdown() {
    Watched watched = Watched.run(Jdks.all().get(0), "", Frameworks.class, "netty");

    String took = watched.output().replaceAll("(?s).*shut down in (\\d+) ms.*", "$1");
    // It takes at least its quiet period of 200 ms, and at most 5 s if that begins again and again.
    assertThat(Integer.parseInt(took)).isLessThan(3_000);
  }

  @Test
  void annotationsSayWhatIsCooperativeAndWhatIsAllowed() {
    Watched watched = Watched.run(Jdks.all().get(0), "hubs=hub", Annotated.class);

    assertThat(watched.lines("observation").stream().map(HubsIT::method).toList())
        .containsExactly("notAllowed", "otherKindAllowed", "cooperative")
        .inOrder();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void overridesOfCooperativeMethodsAreCooperative(Path jdk) {
    Watched watched = Watched.run(jdk, "", Inheriting.class).toTheEnd();

    assertWithMessage(watched.brief())
        .that(watched.lines("observation").stream().map(HubsIT::method).toList())
        .containsExactly(
            "overridden",
            "typed",
            "lambda$main$0",
            "ofType",
            "ofMember",
            "ofGrandchild",
            "ofPackage",
            "ofMemberInPackage")
        .inOrder();
  }

  private static String method(JsonObject line) {
    return line.getAsJsonObject("frame").get("method").getAsString();
  }
}
