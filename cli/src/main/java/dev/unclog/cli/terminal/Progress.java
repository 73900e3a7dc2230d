package dev.unclog.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Method;

/** Says what is under way, on one line that is written over. Safe for use by several threads. */
public final class Progress {
  private static final int WIDTH = 78;

  private final PrintWriter out;
  private final boolean shown;

  private Progress(PrintWriter out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  /**
   * Progress for a person, or for nobody if the streams lead elsewhere than to a terminal.
   *
   * @param err the error stream, so that a report on the other stays clean
   * @return the progress
   */
  public static Progress onTerminal(PrintWriter err) {
    return new Progress(err, isTerminal(System.console()));
  }

  /**
   * Progress that nobody sees.
   *
   * @return the progress
   */
  public static Progress silent() {
    return new Progress(new PrintWriter(Writer.nullWriter()), false);
  }

  /**
   * Says what is under way, in place of what was said before.
   *
   * @param words less than a line; what is too long is cut
   */
  public synchronized void say(String words) {
    if (shown) {
      String line = words.length() > WIDTH ? words.substring(0, WIDTH) : words;
      out.print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r");
      out.flush();
    }
  }

  /** Leaves the line empty, for whatever is printed next. */
  public void done() {
    say("");
  }

  /** Since JDK 22 there is a console even where there is no terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
