package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * A way from a call to something that blocks.
 *
 * @param hops the calls on the way, from the one in the body that was first run to the one that
 *     blocks; empty if the call itself blocks
 * @param sink what blocks
 * @param isSure false if it only may block, or only some of the implementations on the way do
 */
public record Chain(List<Hop> hops, Program.Judged.Sink sink, boolean isSure) {
  /** Copies the list. */
  public Chain {
    hops = List.copyOf(hops);
  }

  /**
   * What the thread would wait for.
   *
   * @return the sink's kind
   */
  public BlockingKind kind() {
    return sink.verdict().kind();
  }

  /**
   * A call on the way.
   *
   * @param body the body in which the call stands; empty for a choice between bodies
   * @param caller that body, as reports write it; empty for a choice between bodies
   * @param callee what is called, as people write it
   * @param file the simple name of the file in which the call stands; empty if unknown
   * @param line the line; 0 if unknown
   */
  public record Hop(
      Optional<MethodKey> body, String caller, String callee, String file, int line) {}
}
