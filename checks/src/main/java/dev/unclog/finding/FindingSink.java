package dev.unclog.finding;

/**
 * Takes the findings of a compilation as data, beside the diagnostics that the compiler prints.
 * Whoever runs javac in process puts one into the compiler's context, under this class as key.
 */
@FunctionalInterface
public interface FindingSink {
  /**
   * Takes one finding, suppressed ones too. Called once for each; within a source file, check by
   * check, in the order of the source.
   *
   * @param finding the finding
   */
  void accept(Finding finding);

  /**
   * Learns of a body that must not block, whether or not anything was found in it.
   *
   * @param body as {@code com.acme.Session#onMessage(Message)}
   */
  default void cooperativeBody(String body) {}

  /**
   * Learns how far calls could be followed. Called once, unless the compilation went wrong.
   *
   * @param coverage of all units
   */
  default void coverage(CoverageReport coverage) {}

  /**
   * Learns why a method that was asked about was found to block, or was not.
   *
   * @param answer for one method
   * @return whether it is taken, so that the compiler need not print it
   */
  default boolean explanation(Explanation answer) {
    return false;
  }
}
