package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonObject;
import dev.unclog.probed.ArmeriaServer;
import dev.unclog.probed.GrpcService;
import dev.unclog.probed.MutinyOnVertx;
import dev.unclog.probed.PekkoActor;
import dev.unclog.probed.VertxWeb;
import dev.unclog.probed.WebFlux;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications of real components: what is planted on an event loop is told with its line, what
 * runs where it may is not, and no event loop goes unrecognised.
 */
final class ApplicationsIT {
  @TempDir private Path folder;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void vertxWebThatAsksADatabaseInAFile(Path jdk) {
    // Made before, and closed: the first connection opens it.
    String url = "jdbc:h2:file:" + folder.resolve("database") + ";DB_CLOSE_ON_EXIT=FALSE";

    tellsThePlantedAlone(play(jdk, VertxWeb.class, url), "netty", "database");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void vertxWebThatAsksAPostgres(Path jdk) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");

      tellsThePlantedAlone(play(jdk, VertxWeb.class, url), "netty", "database");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void webFluxOnReactorNetty(Path jdk) {
    tellsThePlantedAlone(play(jdk, WebFlux.class), "reactor", "file");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void mutinyOnVertx(Path jdk) {
    tellsThePlantedAlone(play(jdk, MutinyOnVertx.class), "netty", "wait");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void grpcOnItsOwnNetty(Path jdk) {
    tellsThePlantedAlone(play(jdk, GrpcService.class), "netty", "wait");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void armeria(Path jdk) {
    tellsThePlantedAlone(play(jdk, ArmeriaServer.class), "netty", "wait");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void pekkosDispatcherWhoseThreadsAreNamed(Path jdk) {
    Watched watched = watch(jdk, "jfr=eager,hubs=" + PekkoActor.HUBS, PekkoActor.class);

    tellsThePlantedAlone(watched, "named", "file");
  }

  private static Watched play(Path jdk, Class<?> application, String... arguments) {
    return watch(jdk, "jfr=eager", application, arguments);
  }

  private static Watched watch(
      Path jdk, String settings, Class<?> application, String... arguments) {
    Watched watched = Watched.run(jdk, settings, application, arguments).toTheEnd();
    assertWithMessage(watched.output()).that(watched.output()).contains("played");
    return watched;
  }

  private static void tellsThePlantedAlone(Watched watched, String hubType, String kind) {
    String message = watched.output() + watched.brief();
    List<JsonObject> observations = watched.lines("observation");
    assertWithMessage(message).that(observations).isNotEmpty();
    for (JsonObject observation : observations) {
      assertWithMessage(message).that(observation.get("kind").getAsString()).isEqualTo(kind);
      assertWithMessage(message).that(observation.get("hubType").getAsString()).isEqualTo(hubType);
    }
    List<String> planted = watched.said("planted at ");
    assertThat(planted).hasSize(1);
    assertWithMessage(message).that(Watched.frame(observations.get(0))).isEqualTo(planted.get(0));
    // A question to a database blocks at more lines than one.
    String method = planted.get(0).replaceAll(":.*", "(");
    for (JsonObject observation : observations) {
      assertWithMessage(message).that(observation.get("stack").toString()).contains(method);
    }
    List<String> hubs = watched.said("hub: ");
    assertWithMessage(message).that(hubs).isNotEmpty();
    List<String> watchedHubs =
        watched.lines("lag").stream().map(line -> line.get("hub").getAsString()).toList();
    assertWithMessage(message).that(watchedHubs).containsAtLeastElementsIn(new TreeSet<>(hubs));
  }
}
