package dev.unclog.cli.loop;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.cli.loop.Observed.Frame;
import java.util.Optional;

/** What a stub would have to say for the compiler to find what it missed. */
public sealed interface Lesson {
  /**
   * The method that the line is about.
   *
   * @return a frame of it
   */
  Frame frame();

  /**
   * A method blocks.
   *
   * @param frame a frame of the method
   * @param kind what it waits for; empty if the vocabulary has no word for that
   */
  record Sink(Frame frame, Optional<BlockingKind> kind) implements Lesson {}

  /**
   * A method must not block.
   *
   * @param frame a frame of the method
   */
  record Context(Frame frame) implements Lesson {}
}
