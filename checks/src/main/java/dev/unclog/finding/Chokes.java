package dev.unclog.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a report needs to be told once only: findings of one check whose ways end in the same
 * call are told in full by the first of them, and what one call leads to is told at once.
 */
public final class Chokes {
  private static final int MOST_NAMED = 4;

  private final Map<Finding, Choke> chokes = new HashMap<>();
  private final Map<Finding, List<Finding>> beside = new HashMap<>();
  private final Set<Finding> toldWithAnother = new HashSet<>();

  private record Start(String check, String root, Finding.Place place) {}

  private record End(String check, String caller, String sink) {}

  private Chokes() {}

  /**
   * Finds what findings have in common. Suppressed ones are passed over, and so are those whose
   * call blocks itself.
   *
   * @param findings in the order in which they are to be told
   * @return what they share
   */
  public static Chokes among(List<Finding> findings) {
    Chokes chokes = new Chokes();
    Map<End, List<Finding>> byEnd = new LinkedHashMap<>();
    Map<Start, Finding> told = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.suppression().isEmpty() && !finding.way().isEmpty()) {
        Finding first =
            told.putIfAbsent(new Start(finding.check(), finding.root(), finding.place()), finding);
        if (first != null) {
          chokes.beside.computeIfAbsent(first, key -> new ArrayList<>()).add(finding);
          chokes.toldWithAnother.add(finding);
          continue;
        }
        String last = finding.way().get(finding.way().size() - 1).caller();
        byEnd
            .computeIfAbsent(
                new End(finding.check(), last, finding.sink()), end -> new ArrayList<>())
            .add(finding);
      }
    }
    byEnd.values().forEach(chokes::add);
    return chokes;
  }

  private void add(List<Finding> sharing) {
    List<Finding.Step> common = inCommon(sharing);
    if (sharing.size() > 1 && !common.isEmpty()) {
      String repair =
          common.stream()
              .map(Finding.Step::repair)
              .filter(how -> !how.isEmpty())
              .findFirst()
              .orElse("");
      Choke choke = new Choke(common.get(0), repair, sharing);
      sharing.forEach(finding -> chokes.put(finding, choke));
    }
  }

  /** The end of the ways that all of them share, from the first body on that makes a call. */
  private static List<Finding.Step> inCommon(List<Finding> sharing) {
    List<Finding.Step> common = sharing.get(0).way();
    for (Finding finding : sharing) {
      List<Finding.Step> way = finding.way();
      int same = 0;
      while (same < Math.min(common.size(), way.size())
          && common.get(common.size() - 1 - same).equals(way.get(way.size() - 1 - same))) {
        same++;
      }
      common = common.subList(common.size() - same, common.size());
    }
    int begin = 0;
    while (begin < common.size() && common.get(begin).caller().isEmpty()) {
      begin++; // A choice between bodies is no place to repair.
    }
    return common.subList(begin, common.size());
  }

  /**
   * What a finding shares with others.
   *
   * @param finding one of those given
   * @return empty if it stands alone
   */
  public Optional<Choke> of(Finding finding) {
    return Optional.ofNullable(chokes.get(finding));
  }

  /**
   * Whether a finding is told with another: one call leads to several that block.
   *
   * @param finding one of those given
   * @return false if it has lines of its own
   */
  public boolean isToldWithAnother(Finding finding) {
    return toldWithAnother.contains(finding);
  }

  /** What else the call of a finding leads to. */
  private List<String> others(Finding finding) {
    List<Finding> others = beside.getOrDefault(finding, List.of());
    if (others.isEmpty()) {
      return List.of();
    }
    String named =
        others.stream()
            .limit(MOST_NAMED)
            .map(other -> Names.brief(other.sink()) + kind(other))
            .collect(Collectors.joining(", "));
    return List.of(
        "also leads to "
            + named
            + (others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : ""));
  }

  private static String kind(Finding finding) {
    return finding.kind().map(kind -> " (" + kind.word() + ")").orElse("");
  }

  /**
   * What to tell beneath a finding's headline.
   *
   * @param finding one of those given
   * @return its details if it stands alone or is the first of those that share a call, with what
   *     there is to say for all; for any other, what it does not share
   */
  public List<String> details(Finding finding) {
    Choke choke = chokes.get(finding);
    List<String> details = new ArrayList<>();
    if (choke == null || finding == choke.first()) {
      details.addAll(finding.details());
      details.addAll(others(finding));
      details.addAll(choke == null ? List.of() : choke.summary());
      return details;
    }
    details.add(finding.way().get(0).text());
    details.add(
        (finding.way().size() == 1 ? "the same call as " : "the rest of the way as ")
            + choke.reference());
    finding.cooperative().ifPresent(details::add);
    details.addAll(others(finding));
    return details;
  }
}
