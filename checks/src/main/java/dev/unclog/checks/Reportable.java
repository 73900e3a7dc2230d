package dev.unclog.checks;

import com.sun.source.tree.CompilationUnitTree;
import dev.unclog.finding.Chokes;
import dev.unclog.finding.Finding;
import dev.unclog.source.Detection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What one check has to report in a compilation: unit by unit, but none without the others. */
final class Reportable {
  private final Map<CompilationUnitTree, List<Detection>> byUnit = new LinkedHashMap<>();
  private final Chokes chokes;

  /**
   * Picks what is a check's own.
   *
   * @param check its name
   * @param found what was found, in the order in which it is to be told
   * @param suppressed a detection, with the suppression that the check finds around it
   */
  Reportable(
      String check,
      Map<CompilationUnitTree, List<Detection>> found,
      UnaryOperator<Detection> suppressed) {
    found.forEach(
        (unit, detections) ->
            byUnit.put(
                unit,
                detections.stream()
                    .filter(detection -> detection.finding().check().equals(check))
                    .map(suppressed)
                    .toList()));
    this.chokes =
        Chokes.among(
            byUnit.values().stream().flatMap(List::stream).map(Detection::finding).toList());
  }

  /** What there is to report in a unit, suppressed findings too. */
  List<Detection> in(CompilationUnitTree unit) {
    return byUnit.getOrDefault(unit, List.of());
  }

  /** Whether a finding is printed with another, as what the same call leads to. */
  boolean isToldWithAnother(Finding finding) {
    return chokes.isToldWithAnother(finding);
  }

  /** What to print of a finding. */
  String message(Finding finding) {
    return finding.message(chokes.details(finding));
  }
}
