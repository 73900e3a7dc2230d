package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.unclog.probed.Predicted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the calls that findings name. */
final class FindingsIT {
  private static final String TYPE = Predicted.class.getName();

  @TempDir private Path folder;
  private List<String> source;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @BeforeEach
  void readSource() throws IOException {
    source =
        Files.readAllLines(
            Path.of("src/test/java", TYPE.replace('.', '/') + ".java").toAbsolutePath());
  }

  private int line(String mark) {
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).endsWith("// " + mark)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line is marked " + mark);
  }

  private Map<String, Object> site(String method, String mark, String owner, String callee) {
    return new HashMap<>(
        Map.of(
            "class", TYPE, "method", method, "line", line(mark), "owner", owner, "callee", callee));
  }

  /** A finding whose fingerprint is its mark. */
  @SafeVarargs
  private static Map<String, Object> finding(
      String mark, String kind, String sink, Map<String, Object>... sites) {
    return Map.of(
        "ruleId",
        "BlockingCall",
        "partialFingerprints",
        Map.of("unclog/v1", mark),
        "properties",
        Map.of(
            "kind", kind, "sink", sink, "unclog", Map.of("class", TYPE, "sites", List.of(sites))));
  }

  private Map<String, Object> sleeping(String method, String mark) {
    return finding(
        mark,
        "wait",
        "java.lang.Thread#sleep(long)",
        site(method, mark, "java.lang.Thread", "sleep"));
  }

  private static String file(List<?> findings) {
    return new Gson()
        .toJson(
            Map.of(
                "version",
                "2.1.0",
                "runs",
                List.of(
                    Map.of(
                        "tool",
                        Map.of("driver", Map.of("name", "Unclog")),
                        "results",
                        findings,
                        "properties",
                        Map.of("unclogFormat", 1)))));
  }

  private Path findings() throws IOException {
    String future = "java.util.concurrent.CompletableFuture";
    List<Map<String, Object>> all =
        List.of(
            sleeping("blocks", "blocks"),
            finding("quick", "wait", future + "#get()", site("isQuick", "quick", future, "get")),
            finding("monitor", "lock", "", site("takesWhatIsFree", "monitor", "", "monitorenter")),
            finding(
                "makes",
                "file",
                "java.io.FileInputStream#<init>(String)",
                site("makes", "makes", "java.io.FileInputStream", "<init>")),
            finding(
                "reference",
                "wait",
                future + "#join()",
                site("byReference", "reference", future, "join")),
            finding(
                "bound", "wait", future + "#get()", site("byReference", "bound", future, "get")),
            sleeping("inFunction", "function"),
            sleeping("allowed", "allowed"),
            finding(
                "leads",
                "wait",
                "java.lang.Thread#sleep(long)",
                site("leads", "leads", TYPE, "inner"),
                site("inner", "inner", "java.lang.Thread", "sleep")),
            finding(
                "leads-to-another",
                "network",
                "java.net.Socket#connect(SocketAddress)",
                site("leads", "leads", TYPE, "inner")),
            finding("fails", "wait", "", site("fails", "fails", "java.lang.Integer", "parseInt")),
            finding(
                "shares",
                "wait",
                "java.lang.Thread#sleep(long)",
                site("sharesItsLine", "shares", TYPE, "isFree")),
            sleeping("blocksElsewhere", "elsewhere"),
            sleeping("isNeverCalled", "never"),
            finding("moved", "wait", "", site("blocks", "quick", "java.lang.Thread", "sleep")));
    return Files.writeString(folder.resolve("findings.sarif"), file(all));
  }

  /** The latest line of each call. */
  private static Map<String, JsonObject> sites(Watched watched, int call) {
    Map<String, JsonObject> latest = new HashMap<>();
    for (JsonObject line : watched.lines("site")) {
      if (line.get("call").getAsInt() == call) {
        latest.put(line.get("finding").getAsString(), line);
      }
    }
    return latest;
  }

  private static String counts(JsonObject site) {
    return site.get("onHubs").getAsInt() + "/" + site.get("elsewhere").getAsInt();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void countsTheCallsThatFindingsNameOnHubsAndElsewhere(Path jdk) throws Exception {
    Watched watched =
        Watched.run(jdk, "hubs=hub,findings=" + findings(), Predicted.class).toTheEnd();

    Map<String, JsonObject> sites = sites(watched, 0);
    Map<String, String> counts = new HashMap<>();
    sites.forEach(
        (finding, site) -> counts.put(finding, site.has("missing") ? "missing" : counts(site)));
    assertThat(counts)
        .containsExactly(
            "blocks", "2/0",
            "quick", "1/0",
            "monitor", "1/0",
            "makes", "1/0",
            "reference", "1/0",
            "bound", "1/0",
            "function", "1/0",
            "allowed", "1/0",
            "leads", "1/0",
            "leads-to-another", "1/0",
            "fails", "1/0",
            "shares", "1/0",
            "elsewhere", "0/1",
            "never", "0/0",
            "moved", "missing");
    assertThat(counts(sites(watched, 1).get("leads"))).isEqualTo("1/0");
    assertThat(sites.get("blocks").get("longest").getAsDouble()).isAtLeast(29.0);
    assertThat(sites.get("quick").get("longest").getAsDouble()).isLessThan(29.0);
    assertThat(sites.get("elsewhere").get("longestElsewhere").getAsDouble()).isAtLeast(29.0);
    assertThat(watched.lines("failure")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void namesTheFindingsThatForetoldAnObservation(Path jdk) throws Exception {
    Watched watched =
        Watched.run(jdk, "hubs=hub,findings=" + findings(), Predicted.class).toTheEnd();

    List<String> seen = new ArrayList<>();
    watched.observations("hub").forEach(line -> seen.add(String.valueOf(line.get("findings"))));
    assertThat(seen)
        .containsExactly(
            "[\"blocks\"]",
            "[\"blocks\"]",
            "[\"makes\"]",
            "[\"function\"]",
            "[\"leads\"]",
            // Another call of the same line, which nothing foretold.
            "null");
    assertThat(watched.lines("allowed")).hasSize(1);
    assertThat(watched.lines("allowed").get(0).get("findings").toString())
        .isEqualTo("[\"allowed\"]");
  }

  @Test
  void findsTheFilesOnTheClassPathByItself() throws Exception {
    Path classes = folder.resolve("classes");
    Path file = classes.resolve("META-INF/unclog/findings.sarif");
    Files.createDirectories(file.getParent());
    Files.writeString(file, file(List.of(sleeping("blocks", "blocks"))));
    Path broken = folder.resolve("broken");
    Path other = broken.resolve("META-INF/unclog/findings.sarif");
    Files.createDirectories(other.getParent());
    Files.writeString(other, Files.readString(file).substring(0, 50));

    Path report = folder.resolve("report.jsonl");
    List<String> command = command(report, "hubs=hub");
    int classPath = command.indexOf("-cp") + 1;
    command.set(classPath, classes + ":" + broken + ":" + command.get(classPath));
    Watched ran = Watched.run(command, TYPE);
    Watched watched = new Watched(ran.exit(), ran.output(), Watched.read(report)).toTheEnd();

    assertThat(counts(sites(watched, 0).get("blocks"))).isEqualTo("2/0");
    assertThat(watched.output()).contains("broken/META-INF/unclog/findings.sarif is left out: ");
    assertThat(watched.output()).contains("line 1");
  }

  @Test
  void aNamedFileThatCannotBeReadIsAnErrorThatSaysSo() throws Exception {
    Path file = findings();
    String whole = Files.readString(file);
    for (String[] each :
        new String[][] {
          {whole.substring(0, whole.length() / 2), "line 1"},
          {"{\"runs\": [], \"version\": \"2.1.0\"}", "no findings file of Unclog"},
          {whole.replace("\"unclogFormat\":1", "\"unclogFormat\":2"), "another version of Unclog"},
          {"{}", "no findings file of Unclog"},
          {"plain text", "line 1"},
        }) {
      Files.writeString(file, each[0]);

      Watched watched = Watched.run(own(), "findings=" + file, Predicted.class);

      assertWithMessage(each[0]).that(watched.exit()).isEqualTo(1);
      assertThat(watched.output()).contains("cannot read findings from " + file);
      assertThat(watched.output()).contains(each[1]);
    }
  }

  @Test
  void aJvmThatIsKilledHasToldAllButTheLastSecond() throws Exception {
    Path report = folder.resolve("report.jsonl");
    List<String> command = command(report, "hubs=hub,findings=" + findings());
    command.add("1500");

    Watched ran = Watched.run(command, TYPE);
    Watched watched = new Watched(ran.exit(), ran.output(), Watched.read(report));

    assertThat(watched.exit()).isEqualTo(9);
    assertThat(watched.lines("end")).isEmpty();
    assertThat(counts(sites(watched, 0).get("blocks"))).isEqualTo("2/0");
    assertThat(watched.lines("observation")).hasSize(6);
  }

  @Test
  void twoJvmsThatWriteToOneReportLoseNothing() throws Exception {
    Path report = folder.resolve("report.jsonl");
    List<String> command = command(report, "hubs=hub,findings=" + findings());
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process process : both) {
      assertThat(process.waitFor()).isEqualTo(0);
    }

    Map<String, List<String>> byJvm = new HashMap<>();
    Watched watched = new Watched(0, "", Watched.read(report)).toTheEnd();
    for (JsonObject line : watched.lines("observation")) {
      byJvm
          .computeIfAbsent(line.get("jvm").getAsString(), jvm -> new ArrayList<>())
          .add(String.valueOf(line.get("findings")));
    }
    assertThat(byJvm).hasSize(2);
    byJvm.values().forEach(seen -> assertThat(seen).hasSize(6));
    assertThat(watched.lines("end")).hasSize(2);
  }

  private static List<String> command(Path report, String settings) {
    return Watched.command(own(), settings, report, List.of(), TYPE);
  }

  private static Path own() {
    return Path.of(System.getProperty("java.home"));
  }
}
