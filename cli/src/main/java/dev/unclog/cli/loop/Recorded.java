package dev.unclog.cli.loop;

import dev.unclog.sarif.SarifResult;
import dev.unclog.sarif.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finding as a compilation recorded it.
 *
 * @param module where it comes from, for people
 * @param fingerprint its name
 * @param check the check's name
 * @param isError whether it is an error rather than a warning
 * @param message the whole text, a line each
 * @param file the path, relative to a root of sources
 * @param line counted from 1
 * @param column counted from 1
 * @param kind what the thread would wait for; empty if it is about no call
 * @param root the cooperative code
 * @param sink what blocks; empty if there is nothing
 * @param suppression why it is not reported by the compiler; empty if it is
 * @param isWatchable whether it names a call that can be watched
 * @param result as SARIF has it
 */
public record Recorded(
    String module,
    String fingerprint,
    String check,
    boolean isError,
    List<String> message,
    String file,
    int line,
    int column,
    String kind,
    String root,
    String sink,
    Optional<String> suppression,
    boolean isWatchable,
    Map<String, Object> result) {
  static Recorded of(Map<String, Object> result, String module) {
    Tree tree = Tree.of(result);
    Tree place = first(tree, "locations").in("physicalLocation");
    Tree properties = tree.in("properties");
    Tree suppression = first(tree, "suppressions");
    return new Recorded(
        module,
        tree.in("partialFingerprints").text(SarifResult.FINGERPRINT),
        tree.text("ruleId"),
        tree.text("level").equals("error"),
        tree.in("message").text("text").lines().toList(),
        place.in("artifactLocation").text("uri"),
        (int) place.in("region").number("startLine"),
        (int) place.in("region").number("startColumn"),
        properties.text("kind"),
        properties.text("root"),
        properties.text("sink"),
        suppression.isThere() ? Optional.of(suppression.text("justification")) : Optional.empty(),
        !properties.in("unclog").list("sites").isEmpty(),
        result);
  }

  private static Tree first(Tree tree, String list) {
    return tree.list(list).stream().findFirst().orElse(Tree.NONE);
  }

  /** What blocks, and where. */
  public String headline() {
    return message.isEmpty() ? check : message.get(0);
  }

  /** The way, why the place is cooperative, what to do instead. */
  public List<String> details() {
    return message.stream().skip(1).map(String::strip).toList();
  }
}
