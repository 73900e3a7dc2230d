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
}
