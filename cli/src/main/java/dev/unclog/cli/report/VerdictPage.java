package dev.unclog.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.loop.Blocked;
import dev.unclog.cli.loop.Judged;
import dev.unclog.cli.loop.Observations;
import dev.unclog.cli.loop.Observed;
import dev.unclog.cli.loop.Outcome;
import dev.unclog.cli.loop.Recorded;
import dev.unclog.cli.loop.Unpredicted;
import dev.unclog.cli.loop.Verdict;
import dev.unclog.sarif.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verdicts as one page that needs nothing but a browser: a template, and the data in it. The page
 * shows all text as text, whatever it looks like.
 */
public final class VerdictPage {
  private static final String TEMPLATE = "page.html";
  private static final String PLACE = "\"data goes here\"";
  private static final String PAGES = "https://unclog.dev/checks/";

  /** How the line that tells of a context names the stub's library. */
  private static final Pattern FRAMEWORK =
      Pattern.compile("cooperative: .* by ([^()]+) \\([^()]*\\.stub:\\d+\\).*");

  private final Outcome outcome;

  private VerdictPage(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Writes a report.
   *
   * @param outcome what there is to tell
   * @param version this program's version
   * @return the page
   */
  public static String of(Outcome outcome, String version) {
    VerdictPage page = new VerdictPage(outcome);
    // Nothing in it can end the element that it stands in, for that takes an angle bracket.
    String data = JsonText.of(page.data(version)).replace("<", "\\u003c").replace(">", "\\u003e");
    return template().replace(PLACE, data.strip());
  }

  private static String template() {
    try (InputStream in = VerdictPage.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("this program's jar is damaged", e);
    }
  }

  private Map<String, Object> data(String version) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", version);
    data.put("jvms", outcome.joined().observations().jvms().size());
    data.put("verdicts", verdicts());
    data.put("findings", outcome.joined().judged().stream().map(this::finding).toList());
    data.put(
        "unpredicted", outcome.joined().unpredicted().stream().map(this::unpredicted).toList());
    data.put("hubs", Hubs.of(outcome.joined().observations()));
    data.put("flame", Flame.of(outcome.joined().observations().observed()));
    data.put("hasBaseline", outcome.baseline().isPresent());
    data.put("fixed", outcome.fixed());
    data.put("notes", outcome.notes());
    return data;
  }

  private static List<Object> verdicts() {
    List<Object> all = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      all.add(pair("id", verdict.word(), "words", verdict.words()));
      if (verdict == Verdict.CONFIRMED) {
        all.add(pair("id", "unpredicted", "words", "unpredicted"));
      }
    }
    return all;
  }

  private static Map<String, Object> pair(String one, Object first, String other, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, first);
    map.put(other, second);
    return map;
  }

  private Map<String, Object> finding(Judged judged) {
    Recorded finding = judged.finding();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", judged.verdict().word());
    object.put("module", finding.module());
    object.put("check", finding.check());
    object.put("link", PAGES + finding.check());
    object.put("headline", finding.headline());
    object.put("place", finding.file() + ":" + finding.line());
    object.put("kind", finding.kind());
    object.put("framework", framework(finding));
    object.put("root", finding.root());
    object.put("details", finding.details());
    finding.suppression().ifPresent(reason -> object.put("suppressed", reason));
    object.put("isNew", outcome.isNew(finding));
    object.put("fails", outcome.fails(judged));
    List<String> evidence = Evidence.of(judged);
    object.put("evidence", evidence.stream().filter(line -> !line.startsWith("  ")).toList());
    object.put("stack", judged.blocked().map(VerdictPage::stack).orElse(List.of()));
    return object;
  }

  private static String framework(Recorded finding) {
    for (String line : finding.details()) {
      Matcher matcher = FRAMEWORK.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "marked";
  }

  private Map<String, Object> unpredicted(Unpredicted unpredicted) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("verdict", "unpredicted");
    object.put("module", "");
    object.put("check", "");
    object.put(
        "headline",
        unpredicted.place().isEmpty() ? "outside of the application" : unpredicted.place());
    object.put("place", "");
    object.put("kind", unpredicted.blocked().shortest().kind());
    object.put("framework", "");
    object.put("root", "");
    object.put("details", List.of("not foretold: " + unpredicted.silence().words()));
    object.put("isNew", false);
    object.put("fails", outcome.unpredictedFails());
    object.put("evidence", List.of(Evidence.of(unpredicted.blocked()).get(0)));
    object.put("stack", stack(unpredicted.blocked()));
    return object;
  }

  private static List<String> stack(Blocked blocked) {
    return blocked.shortest().stack().stream().map(Observed.Frame::text).toList();
  }

  /** When each hub was blocked, and how late its work began. */
  private static final class Hubs {
    private Hubs() {}

    static List<Object> of(Observations observations) {
      Map<String, List<Object>> blocks = new LinkedHashMap<>();
      Map<String, Map<String, Object>> hubs = new LinkedHashMap<>();
      for (Observations.Lag lag : observations.lags()) {
        Map<String, Object> hub = hub(hubs, lag.jvm(), lag.hub(), observations);
        hub.put("p50", lag.p50Millis());
        hub.put("p99", lag.p99Millis());
        hub.put("max", lag.maxMillis());
      }
      Map<String, List<Object>> lagging = new LinkedHashMap<>();
      for (Observations.Lagging second : observations.lagging()) {
        hub(hubs, second.jvm(), second.hub(), observations);
        lagging
            .computeIfAbsent(second.jvm() + " " + second.hub(), name -> new ArrayList<>())
            .add(Map.of("time", second.time(), "millis", second.maxMillis()));
      }
      for (Observed seen : observations.observed()) {
        hub(hubs, seen.jvm(), seen.hub(), observations);
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("time", seen.time());
        block.put("millis", seen.millis());
        block.put("kind", seen.kind());
        block.put("operation", seen.operation());
        block.put("place", seen.place());
        block.put("foretold", !seen.findings().isEmpty());
        blocks.computeIfAbsent(seen.jvm() + " " + seen.hub(), name -> new ArrayList<>()).add(block);
      }
      hubs.forEach(
          (name, hub) -> {
            hub.put("blocks", blocks.getOrDefault(name, List.of()));
            hub.put("lagging", lagging.getOrDefault(name, List.of()));
          });
      return List.copyOf(hubs.values());
    }

    private static Map<String, Object> hub(
        Map<String, Map<String, Object>> hubs, String jvm, String name, Observations all) {
      return hubs.computeIfAbsent(
          jvm + " " + name,
          key -> {
            Map<String, Object> hub = pair("hub", name, "jvm", jvm);
            hub.put("began", all.jvms().getOrDefault(jvm, ""));
            return hub;
          });
    }
  }

  /** Where the blocked time went: the stacks laid upon each other, the outermost first. */
  private static final class Flame {
    private static final int DEEPEST = 60;

    private final String name;
    private final Map<String, Flame> inner = new LinkedHashMap<>();
    private double millis;

    private Flame(String name) {
      this.name = name;
    }

    static Map<String, Object> of(List<Observed> all) {
      Flame root = new Flame("all blocked time");
      for (Observed seen : all) {
        root.millis += seen.millis();
        Flame at = root;
        List<Observed.Frame> stack = seen.stack();
        int last = Math.max(0, stack.size() - DEEPEST);
        for (int i = stack.size() - 1; i >= last; i--) {
          Observed.Frame frame = stack.get(i);
          at = at.inner.computeIfAbsent(frame.type() + "." + frame.method(), Flame::new);
          at.millis += seen.millis();
        }
      }
      return root.tree();
    }

    private Map<String, Object> tree() {
      Map<String, Object> tree = pair("name", name, "millis", millis);
      tree.put("inner", inner.values().stream().map(Flame::tree).toList());
      return tree;
    }
  }
}
