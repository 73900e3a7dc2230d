package dev.unclog.probe.findings;

import dev.unclog.probe.report.Foretold;
import dev.unclog.probe.report.Json;
import dev.unclog.probe.weave.CallSite;
import dev.unclog.probe.weave.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The calls that findings name: which findings each stands for, and what became of it. */
public final class WatchedSites implements Sites, Foretold {
  private final Map<String, Map<String, Watched>> byType = new HashMap<>();
  private final int findings;
  private final Map<String, WovenSite> byInstruction = new LinkedHashMap<>();
  private final Map<String, List<WovenSite>> byFrame = new HashMap<>();
  private final ConcurrentLinkedQueue<Json> news = new ConcurrentLinkedQueue<>();

  /** A call that several findings may name. */
  private static final class Watched {
    final CallSite site;
    final List<WovenSite.Part> parts = new ArrayList<>();

    Watched(CallSite site) {
      this.site = site;
    }
  }

  WatchedSites(List<Finding> all) {
    this.findings = all.size();
    for (Finding finding : all) {
      int call = 0;
      for (Finding.Call each : finding.calls()) {
        watched(each).parts.add(new WovenSite.Part(finding, call++));
      }
    }
  }

  private Watched watched(Finding.Call call) {
    Map<String, Watched> inType = byType.get(call.type());
    if (inType == null) {
      inType = new LinkedHashMap<>();
      byType.put(call.type(), inType);
    }
    String key = call.site().key();
    Watched known = inType.get(key);
    if (known == null) {
      known = new Watched(call.site());
      inType.put(key, known);
    }
    return known;
  }

  /**
   * What there is to watch.
   *
   * @return a line for the report
   */
  public Json summary() {
    return Json.line("findings").add("findings", findings).add("classes", byType.size());
  }

  @Override
  public List<CallSite> in(String type) {
    Map<String, Watched> watched = byType.get(type);
    if (watched == null) {
      return List.of();
    }
    List<CallSite> sites = new ArrayList<>();
    for (Watched each : watched.values()) {
      sites.add(each.site);
    }
    return sites;
  }

  private List<WovenSite.Part> parts(CallSite site, String type) {
    return byType.get(type.replace('.', '/')).get(site.key()).parts;
  }

  @Override
  public synchronized int found(
      CallSite site, String type, String method, int line, int instruction, Set<String> others) {
    // The same class in another loader has its calls counted together with this one's.
    String place = type + '@' + instruction;
    WovenSite at = byInstruction.get(place);
    if (at == null) {
      at = new WovenSite(type, method, line, site.callee(), others);
      byInstruction.put(place, at);
      List<WovenSite> beside = byFrame.get(frame(type, method, line));
      if (beside == null) {
        beside = new ArrayList<>();
        byFrame.put(frame(type, method, line), beside);
      }
      beside.add(at);
    }
    at.standsFor(parts(site, type));
    return at.number();
  }

  private static String frame(String type, String method, int line) {
    return type + '.' + method + ':' + line;
  }

  @Override
  public void missing(CallSite site, String type) {
    for (WovenSite.Part part : parts(site, type)) {
      news.add(
          Json.line("site")
              .add("finding", part.finding().fingerprint())
              .add("call", part.call())
              .add("class", type)
              .add("missing", true));
    }
  }

  /**
   * What has changed since the last time that this was asked.
   *
   * @return lines for the report; of each call that has been made again, its counts so far
   */
  public synchronized List<Json> changes() {
    List<Json> lines = new ArrayList<>();
    for (Json next = news.poll(); next != null; next = news.poll()) {
      lines.add(next);
    }
    for (WovenSite each : byInstruction.values()) {
      each.addChanges(lines);
    }
    return lines;
  }

  /** Where one call leads to several ends, those whose end it was, as names and kinds tell. */
  @Override
  public synchronized List<String> by(List<StackTraceElement> stack, String kind) {
    List<String> best = new ArrayList<>();
    int closest = 0;
    for (int i = 0; i < stack.size(); i++) {
      StackTraceElement at = stack.get(i);
      for (WovenSite site :
          byFrame.getOrDefault(
              frame(at.getClassName(), at.getMethodName(), at.getLineNumber()), List.of())) {
        if (!site.mayHaveCalled(stack.subList(0, i))) {
          continue;
        }
        for (WovenSite.Part part : site.parts()) {
          int closeness = part.closeness(stack.subList(0, i), kind);
          if (closeness > closest) {
            best.clear();
            closest = closeness;
          }
          String fingerprint = part.finding().fingerprint();
          if (closeness > 0 && closeness == closest && !best.contains(fingerprint)) {
            best.add(fingerprint);
          }
        }
      }
    }
    return best;
  }
}
