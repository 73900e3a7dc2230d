package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Findings of a compilation, and what reports of the probe make of them. */
final class ReportTest {
  private static final String SERVER =
      """
      package acme;
      import dev.unclog.annotations.*;
      class Server {
        @Cooperative void slow() throws Exception { Thread.sleep(1); }
        @Cooperative void quick() throws Exception { Thread.sleep(1); }
        @Cooperative void elsewhere() throws Exception { Thread.sleep(1); }
        @Cooperative void never() throws Exception { Thread.sleep(1); }
        @Cooperative void stale() throws Exception { Thread.sleep(1); }
        @AllowBlocking(reason = "never slow")
        @Cooperative void allowed() throws Exception { Thread.sleep(1); }
      }
      """;

  @TempDir Path folder;
  private Recording module;
  private Map<String, String> names;
  private Path report;

  @BeforeEach
  void record() throws Exception {
    module = new Recording(folder.resolve("server")).source("acme/Server.java", SERVER).compile();
    names = module.fingerprints();
    report = folder.resolve("server/target/probe.jsonl");
  }

  private static String start(String jvm) {
    return "{\"type\":\"start\",\"pid\":1,\"jvm\":\"" + jvm + "\"}";
  }

  private String site(String method, int onHubs, int elsewhere, String jvm) {
    return site(method, 0, onHubs, elsewhere, jvm);
  }

  private String site(String method, int call, int onHubs, int elsewhere, String jvm) {
    return ("{\"type\":\"site\",\"finding\":\"%s\",\"call\":%d,\"class\":\"acme.Server\",\"number\":1,"
            + "\"onHubs\":%d,\"elsewhere\":%d,\"longest\":3.5,\"longestElsewhere\":9,\"jvm\":\"%s\"}")
        .formatted(names.get(method), call, onHubs, elsewhere, jvm);
  }

  private String blocked(String type, String method, double millis, String... more) {
    List<String> stack = new ArrayList<>(List.of("\"java.lang.Thread.sleep(Native Method)\""));
    Arrays.stream(more).map(frame -> "\"" + frame + "\"").forEach(stack::add);
    stack.add("\"acme.Server." + method + "(Server.java:4)\"");
    String findings =
        names.containsKey(method) ? ",\"findings\":[\"" + names.get(method) + "\"]" : "";
    return ("{\"type\":\"%s\",\"number\":1,\"hub\":\"hub\",\"kind\":\"wait\",\"operation\":\"sleep\","
            + "\"millis\":%s,\"frame\":{\"class\":\"acme.Server\",\"method\":\"%s\",\"file\":"
            + "\"Server.java\",\"line\":4},\"stack\":%s%s,\"jvm\":\"1@a\"}")
        .formatted(type, millis, method, stack, findings);
  }

  private void write(String... lines) {
    Subjects.write(report, String.join("\n", lines) + "\n");
  }

  private void writeAll() {
    write(
        start("1@a"),
        site("slow", 2, 0, "1@a"),
        blocked("observation", "slow", 20.0),
        blocked("observation", "slow", 180.0, "acme.Other.deep(Other.java:1)"),
        site("quick", 3, 0, "1@a"),
        site("quick", 5, 1, "1@a"),
        site("elsewhere", 0, 7, "1@a"),
        site("never", 0, 0, "1@a"),
        "{\"type\":\"site\",\"finding\":\""
            + names.get("stale")
            + "\",\"call\":0,\"missing\":true}",
        blocked("allowed", "allowed", 400.0),
        blocked("observation", "unknown", 50.0),
        "{\"type\":\"end\",\"jvm\":\"1@a\"}");
  }

  private Unclog report(Object... more) {
    Object[] all = new Object[more.length + 5];
    all[0] = "report";
    all[1] = "--findings";
    all[2] = folder;
    all[3] = "--observations";
    all[4] = folder;
    System.arraycopy(more, 0, all, 5, more.length);
    return Unclog.run(all);
  }

  @Test
  void everyVerdictIsToldWithItsEvidence() {
    writeAll();

    Unclog run = report();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    String out = run.out();
    assertThat(out).contains("confirmed: 2\n  acme/Server.java:4:");
    assertThat(out)
        .contains(
            "blocked a hub 2 times: sleep (wait), at most 180 ms, 99 % of them at most 180 ms");
    assertWithMessage("the shortest stack").that(out).doesNotContain("acme.Other.deep");
    assertThat(out).contains("suppressed: @AllowBlocking: never slow\n      blocked a hub once");
    assertThat(out).contains("reached, did not block: 1\n  acme/Server.java:5:");
    assertThat(out).contains("ran on a hub 5 times, the longest for 3.5 ms");
    assertThat(out).contains("reached off the hub: 1\n  acme/Server.java:6:");
    assertThat(out).contains("ran 7 times, never on a hub");
    assertThat(out).contains("not reached: 1\n  acme/Server.java:7:");
    assertThat(out).contains("not watched: 1\n  acme/Server.java:8:");
    assertThat(out).contains("unpredicted: 1\n  acme.Server.unknown(Server.java:4)");
    assertThat(out).contains("  confirmed                  2  (1 suppressed)\n");
    assertThat(out).contains("6 findings, 1 JVM watched");
  }

  @Test
  void severalJvmsAndModulesAreAddedUp() throws Exception {
    new Recording(folder.resolve("other"))
        .source(
            "other/Other.java",
            """
            package other;
            class Other {
              @dev.unclog.annotations.Cooperative void o() throws Exception { Thread.sleep(1); }
            }
            """)
        .compile();
    write(
        start("1@a"),
        start("2@b"),
        site("quick", 5, 0, "1@a"),
        site("quick", 3, 0, "2@b"),
        site("quick", 6, 0, "1@a"));

    String out = report().out();

    assertThat(out).contains("ran on a hub 9 times");
    assertThat(out).contains("7 findings, 2 JVMs watched");
  }

  @Test
  void whyTheCompilerWasSilentIsToldAsFarAsItCanBe() {
    write(start("1@a"), blocked("observation", "unknown", 50.0));
    assertThat(report().out())
        .contains(
            "not foretold: Thread.sleep is known to block, but not that any code on the way is");

    String viaRoot =
        blocked("observation", "unknown", 50.0, "x.Y.z(Y.java:1)")
            .replace("x.Y.z", "acme.Server.slow");
    write(start("1@a"), viaRoot);
    assertThat(report().out())
        .contains("not foretold: Server.slow is known to be cooperative and Thread.sleep to block");

    write(
        start("1@a"),
        blocked("observation", "unknown", 50.0)
            .replace("java.lang.Thread.sleep", "acme.Own.grind")
            .replace("\"sleep\"", "\"park\""));
    assertThat(report().out())
        .contains("not foretold: the catalogue has no line that says of a method on the way");
  }

  @Test
  void whatTheProbeStoodInForIsKnownThoughItIsNotOnTheStack() {
    String without =
        blocked("observation", "unknown", 50.0)
            .replace("\"java.lang.Thread.sleep(Native Method)\",", "");
    write(start("1@a"), without);

    assertThat(report().out())
        .contains("not foretold: Thread.sleep is known to block, but not that any code on the way");

    write(start("1@a"), without.replace("\"sleep\"", "\"monitor\""));
    assertThat(report().out()).contains("not foretold: it waited for a lock, and which are held");
  }

  @Test
  void theJdksOwnClassesAreKnownByWhatTheyExtendAndByPatterns() {
    for (String[] each :
        new String[][] {
          {"sun.nio.ch.FileChannelImpl.force", "FileChannel.force"},
          {"java.io.RandomAccessFile.readFully", "RandomAccessFile.readFully"},
        }) {
      write(
          start("1@a"),
          blocked("observation", "unknown", 50.0).replace("java.lang.Thread.sleep", each[0]));

      assertThat(report().out()).contains("not foretold: " + each[1] + " is known to block");
    }
  }

  @Test
  void aTornLineCostsThatLineAlone() {
    writeAll();
    Path other = report.resolveSibling("killed.jsonl");
    Subjects.write(
        other, start("2@b") + "\n{\"type\":\"observation\",\"num\n" + site("never", 1, 0, "2@b"));

    String out = report().out();

    assertThat(out).contains("killed.jsonl:2 is left out: it was cut short");
    assertThat(out).contains("not reached                0");
  }

  @Test
  void whatIsNoReportIsRefusedWithFileAndLine() throws Exception {
    for (String foreign : List.of("{\"a\":1}\n{\"b\":2}\n", "plain\n", "", "[1,2]\n")) {
      Path file = Subjects.write(folder.resolve("foreign.jsonl"), foreign);

      Unclog run = Unclog.run("report", "--findings", folder, "--observations", file);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(file + ":");
      assertThat(run.err()).contains("this is no report of the probe");
    }
    Path binary = folder.resolve("binary.jsonl");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Unclog run = Unclog.run("report", "--findings", folder, "--observations", binary);
    assertThat(run.err()).contains(binary + ":1: this is no text");
  }

  @Test
  void findingsThatCannotBeReadAreRefusedWithFileAndLine() throws Exception {
    String whole = Files.readString(module.findingsFile());
    for (String[] each :
        new String[][] {
          {whole.substring(0, whole.length() / 2), "it ends in its middle, at line "},
          {whole.replace("\"unclogFormat\": 1", "\"unclogFormat\": 7"), "(format 7, not 1)"},
          {"{\"version\": \"2.1.0\", \"runs\": []}", "it is no findings file of Unclog"},
          {"[]", "it is no findings file of Unclog"},
        }) {
      Files.writeString(module.findingsFile(), each[0]);

      Unclog run = report();

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains(module.findingsFile().toString());
      assertThat(run.err()).contains(each[1]);
      assertThat(Files.readString(module.findingsFile())).isEqualTo(each[0]);
    }
  }

  @Test
  void withoutFindingsItSaysHowToGetSome() {
    Unclog run = Unclog.run("report", "--findings", folder.resolve("server/src"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("compile with -XepOpt:Unclog:Mode=record");
  }

  @Test
  void withoutObservationsNothingIsReachedAndNothingRefuted() {
    String out = report().out();

    assertThat(out).contains("6 findings, 0 JVMs watched");
    assertThat(out).contains("not reached                6");
  }

  @Test
  void sarifValidatesAndHoldsVerdicts() throws Exception {
    writeAll();

    Unclog run = report("--format", "sarif");

    JsonNode sarif = new ObjectMapper().readTree(run.out());
    assertThat(SarifTest.violations(sarif)).isEmpty();
    JsonNode first = sarif.at("/runs/0/results/0");
    assertThat(first.at("/properties/verdict").asText()).isEqualTo("confirmed");
    assertThat(first.at("/properties/evidence/blocked/maxMillis").asDouble()).isEqualTo(180.0);
    assertThat(first.at("/partialFingerprints/unclog~1v1").asText()).isEqualTo(names.get("slow"));
    assertThat(sarif.at("/runs/0/results/6/ruleId").asText()).isEqualTo("UnpredictedBlocking");
    assertThat(sarif.at("/runs/0/results/6/properties/silence").asText())
        .isEqualTo("unknown-context");
  }

  @Test
  void whatTheCompilerWritesValidatesToo() throws Exception {
    assertThat(SarifTest.violations(new ObjectMapper().readTree(module.findingsFile().toFile())))
        .isEmpty();
  }

  @Test
  void aCiSeesTheFailuresThatThePolicyNames() throws Exception {
    writeAll();

    Unclog run = report("--format", "junit", "--fail-on", "confirmed,unpredicted");

    assertThat(run.status()).isEqualTo(1);
    Document xml = parse(run.out());
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("unclog server");
    assertThat(suite.getAttribute("tests")).isEqualTo("6");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
        .contains("at most 180 ms");
  }

  @Test
  void markupAndControlCharactersInNamesStayText() throws Exception {
    String evil = "<script>alert(1)</script>&\\\"]]>\\u0007\\u001b[31m\\ud800";
    write(
        start("1@a"),
        blocked("observation", "slow", 20.0).replace("\"sleep\"", "\"" + evil + "\""),
        blocked("observation", "unknown", 20.0).replace("unknown", "<b onload='x'>"));

    Document xml = parse(report("--format", "junit").out());
    assertThat(xml.getElementsByTagName("system-out").item(0).getTextContent())
        .contains("<script>alert(1)</script>&\"]]>");
    assertThat(xml.getElementsByTagName("script").getLength()).isEqualTo(0);
    assertThat(report().out()).doesNotContain("\u001b");
    assertThat(SarifTest.violations(new ObjectMapper().readTree(report("--format", "sarif").out())))
        .isEmpty();
  }

  @Test
  void thePageHoldsAllAndNothingInItCanRun() throws Exception {
    String evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    write(
        start("1@a"),
        "{\"type\":\"lag\",\"hub\":\"hub\",\"count\":3,\"p50\":0.1,\"p99\":2,\"max\":90,\"jvm\":\"1@a\"}",
        "{\"type\":\"lagging\",\"hub\":\"hub\",\"time\":\"2026-01-01T00:00:02Z\",\"max\":90,\"jvm\":\"1@a\"}",
        blocked("observation", "slow", 20.0),
        blocked("observation", "unknown", 30.0).replace("unknown", evil));

    String page = report("--format", "html").out();

    assertThat(page.split("<script", -1)).hasLength(3);
    assertThat(page).doesNotContain("<img");
    assertThat(page).contains("default-src 'none'");
    assertThat(page.replaceAll("https://unclog.dev/checks/|http://www.w3.org/2000/svg", ""))
        .doesNotContain("://");
    String from = "id=\"data\">";
    int begin = page.indexOf(from) + from.length();
    JsonNode data =
        new ObjectMapper().readTree(page.substring(begin, page.indexOf("</script>", begin)));
    assertThat(data.get("findings")).hasSize(6);
    assertThat(data.at("/findings/0/verdict").asText()).isEqualTo("confirmed");
    assertThat(data.at("/findings/0/framework").asText()).isEqualTo("marked");
    assertThat(data.at("/unpredicted/0/headline").asText()).contains(evil);
    assertThat(data.at("/hubs/0/blocks")).hasSize(2);
    assertThat(data.at("/hubs/0/lagging/0/millis").asDouble()).isEqualTo(90.0);
    assertThat(data.at("/hubs/0/max").asDouble()).isEqualTo(90.0);
    assertThat(data.at("/flame/millis").asDouble()).isEqualTo(50.0);
    assertThat(data.at("/flame/inner")).hasSize(2);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void thePolicyDecidesTheExitStatus() {
    writeAll();

    assertThat(report().status()).isEqualTo(0);
    assertThat(report("--fail-on", "never").status()).isEqualTo(0);
    assertThat(report("--fail-on", "confirmed").status()).isEqualTo(1);
    assertThat(report("--fail-on", "confirmed").out()).contains("FAILS BlockingCall");
    assertThat(report("--fail-on", "error").status()).isEqualTo(1);
    assertThat(report("--fail-on", "unpredicted").status()).isEqualTo(1);
    assertThat(report("--fail-on", "new").status()).isEqualTo(2);
    assertThat(report("--fail-on", "new").err()).contains("name a --baseline");

    write(start("1@a"), site("quick", 1, 0, "1@a"), blocked("allowed", "allowed", 400.0));
    assertThat(report("--fail-on", "confirmed").status()).isEqualTo(0);
  }

  private Path baseline(Object... more) {
    Path file = folder.resolve("unclog-baseline.json");
    Object[] all = {"baseline", "--findings", folder, "--output", file};
    Object[] both = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    Unclog run = Unclog.run(both);
    assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
    return file;
  }

  @Test
  void whatIsInTheBaselineFailsOnlyOnceItIsConfirmed() throws Exception {
    Path known = baseline();
    writeAll();

    assertThat(report("--baseline", known, "--fail-on", "new,error").status()).isEqualTo(0);
    assertThat(report("--baseline", known, "--fail-on", "confirmed").status()).isEqualTo(1);

    module
        .source(
            "acme/Server.java",
            "\n\n"
                + SERVER.replace(
                    "never()",
                    "another() throws Exception { Thread.sleep(1); } @Cooperative void never()"))
        .compile();
    Unclog run = report("--baseline", known, "--fail-on", "new");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("FAILS new BlockingCall");
    assertThat(run.out()).contains("  new                        1\n");
    assertThat(run.out()).contains("  failing                    1\n");
  }

  @Test
  void whatIsFixedIsToldAndDropsOutAndNothingIsAdded() throws Exception {
    Path known = baseline();
    String before = Files.readString(known);
    module.source("acme/Server.java", SERVER.replace("void never()", "void another()")).compile();

    assertThat(report("--baseline", known).out())
        .contains(
            "fixed since the baseline: 1\n"
                + "  BlockingCall: acme.Server#never() > java.lang.Thread#sleep(long)\n");
    assertThat(Files.readString(known)).isEqualTo(before);

    baseline();
    assertThat(Files.readString(known)).doesNotContain("never()");
    assertThat(Files.readString(known)).doesNotContain("another()");
    assertThat(report("--baseline", known).out()).contains("  fixed                      0\n");

    baseline("--renew");
    assertThat(Files.readString(known)).contains("another()");
  }

  @Test
  void aBaselineThatIsNoneIsNeitherReadNorWrittenOver() throws Exception {
    String whole = Files.readString(baseline());
    for (String[] each :
        new String[][] {
          {"{}", "it is no baseline of unclog"},
          {whole.substring(0, whole.length() / 2), "it ends in its middle, at line "},
          {whole.replace("\"unclogBaseline\": 1", "\"unclogBaseline\": 2"), "(format 2, not 1)"},
        }) {
      Path file = Subjects.write(folder.resolve("b.json"), each[0]);
      for (Unclog run :
          List.of(
              report("--baseline", file),
              Unclog.run("baseline", "--findings", folder, "--output", file),
              Unclog.run("baseline", "--findings", folder, "--output", file, "--renew"))) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(file + ": ");
        assertThat(run.err()).contains(each[1]);
        assertThat(Files.readString(file)).isEqualTo(each[0]);
      }
    }
  }
}
