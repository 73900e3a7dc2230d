package dev.unclog.cli.loop;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.sarif.BadFindingsException;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The findings that a project has come to live with: a file to be kept beside the sources, in which
 * each finding is a line that tells people what it is.
 */
public final class Baseline {
  private static final String NAME = "unclogBaseline";
  private static final long FORMAT = 1;

  private final SortedMap<String, String> known;

  private Baseline(Map<String, String> known) {
    this.known = new TreeMap<>(known);
  }

  /**
   * What is found now.
   *
   * @param findings the findings; suppressed ones are settled already, and left out
   * @return a baseline of the others
   */
  public static Baseline of(List<Recorded> findings) {
    return new Baseline(
        findings.stream()
            .filter(finding -> finding.suppression().isEmpty())
            .collect(
                Collectors.toMap(
                    Recorded::fingerprint,
                    finding -> finding.check() + ": " + finding.root() + " > " + finding.sink(),
                    (one, other) -> one)));
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the baseline
   * @throws CannotRunException if it is none, or not a whole one
   */
  public static Baseline read(Path file) {
    try {
      Tree tree = Tree.of(JsonText.read(Files.readString(file)));
      if (tree.number(NAME) != FORMAT) {
        throw new CannotRunException(
            tree.in(NAME).isThere()
                ? "%s: it was written by another version of unclog (format %d, not %d)"
                    .formatted(file, tree.number(NAME), FORMAT)
                : file + ": it is no baseline of unclog");
      }
      Map<String, String> known = new LinkedHashMap<>();
      tree.in("findings").map().forEach((name, words) -> known.put(name, String.valueOf(words)));
      return new Baseline(known);
    } catch (BadFindingsException e) {
      throw new CannotRunException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CannotRunException("cannot read the baseline " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether a finding was there before.
   *
   * @param finding the finding
   * @return false if it is new
   */
  public boolean knows(Recorded finding) {
    return known.containsKey(finding.fingerprint());
  }

  /**
   * What is no longer found.
   *
   * @param findings what is found now
   * @return a line for each finding that is gone, or that is suppressed now
   */
  public List<String> fixed(List<Recorded> findings) {
    Set<String> open = Set.copyOf(of(findings).known.keySet());
    List<String> fixed = new ArrayList<>();
    known.forEach(
        (fingerprint, words) -> {
          if (!open.contains(fingerprint)) {
            fixed.add(words);
          }
        });
    return fixed.stream().sorted(Comparator.naturalOrder()).toList();
  }

  /**
   * This baseline without what is no longer found. Nothing is ever added by that.
   *
   * @param findings what is found now
   * @return what is left
   */
  public Baseline without(List<Recorded> findings) {
    Set<String> open = of(findings).known.keySet();
    Map<String, String> left = new TreeMap<>(known);
    left.keySet().retainAll(open);
    return new Baseline(left);
  }

  /**
   * How many findings are in it.
   *
   * @return their number
   */
  public int size() {
    return known.size();
  }

  /**
   * The text of the file: the same for the same findings, a line each.
   *
   * @return all of it
   */
  public String text() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(NAME, FORMAT);
    tree.put("findings", known);
    return JsonText.of(tree);
  }
}
