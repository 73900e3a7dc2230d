package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a user sees of a bug of ours. */
final class FailuresTest {
  private final StringWriter err = new StringWriter();
  private final UnclogCommand unclog = new UnclogCommand();
  private final CommandLine command = new CommandLine(unclog).setErr(new PrintWriter(err, true));

  @Test
  void aBugIsALineAndAFileWithTheDetails() throws IOException {
    assertThat(fail(new IllegalStateException("odd"))).isEqualTo(2);

    String words = err.toString();
    assertThat(words).startsWith("unclog: this is a bug in unclog: ");
    assertThat(words).contains("IllegalStateException: odd");
    assertThat(words.lines().count()).isEqualTo(1);
    Path details = Path.of(words.substring(words.indexOf(" are in ") + 8).strip());
    assertThat(Files.readString(details)).contains("\tat ");
    Files.delete(details);
  }

  @Test
  void aBugIsShownWholeWhereDetailsAreAskedFor() {
    command.parseArgs("--verbose");

    assertThat(fail(new IllegalStateException("odd"))).isEqualTo(2);
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void anErrorIsToldLikeAnException() throws IOException {
    fail(new Failures.Crash(new StackOverflowError()));

    assertThat(err.toString()).contains("this is a bug in unclog: java.lang.StackOverflowError");
    String words = err.toString();
    Files.delete(Path.of(words.substring(words.indexOf(" are in ") + 8).strip()));
  }

  private int fail(Exception e) {
    return new Failures(unclog).handleExecutionException(e, command, null);
  }
}
