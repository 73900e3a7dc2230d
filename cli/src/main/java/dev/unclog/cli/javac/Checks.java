package dev.unclog.cli.javac;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugCheckerInfo;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The checks that run. */
public final class Checks {
  private final ImmutableList<Class<? extends BugChecker>> checkers;

  private Checks(List<Class<? extends BugChecker>> checkers) {
    this.checkers = ImmutableList.copyOf(checkers);
  }

  /**
   * The checks on this program's own class path, never those of what is linted.
   *
   * @return the checks, by name
   */
  public static Checks own() {
    return new Checks(
        ServiceLoader.load(BugChecker.class, Checks.class.getClassLoader()).stream()
            .<Class<? extends BugChecker>>map(ServiceLoader.Provider::type)
            .sorted(Comparator.comparing(Class::getSimpleName))
            .toList());
  }

  /**
   * What each check says of itself.
   *
   * @return in the order of their names
   */
  public List<Rule> rules() {
    return checkers.stream().map(Checks::rule).toList();
  }

  ScannerSupplier scanners() {
    return ScannerSupplier.fromBugCheckerClasses(checkers);
  }

  private static Rule rule(Class<? extends BugChecker> checker) {
    BugCheckerInfo info = BugCheckerInfo.create(checker);
    String explanation = checker.getAnnotation(BugPattern.class).explanation();
    return new Rule(
        info.canonicalName(),
        info.message(),
        explanation.isBlank() ? info.message() : explanation.strip(),
        info.linkUrl() == null ? "" : info.linkUrl(),
        info.defaultSeverity() == BugPattern.SeverityLevel.ERROR);
  }

  /**
   * A check as its users see it.
   *
   * @param name its name, as in {@code @SuppressWarnings}
   * @param summary a sentence
   * @param explanation some more
   * @param link its page of documentation; empty if it has none
   * @param error whether its findings are errors by default, rather than warnings
   */
  public record Rule(String name, String summary, String explanation, String link, boolean error) {}
}
