package dev.unclog.probe.report;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is posted to a reporter that does not come to it. */
final class ReporterTest {
  private static final int FAR_TOO_MANY = 100_000;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Reporter reporter =
      new Reporter(
          null,
          ReportFile.to(written, new PrintStream(new ByteArrayOutputStream(), true)),
          null,
          () -> {});
  private int done;

  @Test
  void noMoreIsKeptThanMemoryHoldsAndTheRestIsSaidToBeLost() {
    for (int i = 0; i < FAR_TOO_MANY; i++) {
      reporter.post(() -> done++);
    }
    reporter.round();

    assertThat(done).isAtLeast(1_000);
    assertThat(done).isLessThan(FAR_TOO_MANY);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("\"type\":\"lost\",\"observations\":" + (FAR_TOO_MANY - done));
  }

  @Test
  void whoKeepsUpLosesNothing() {
    for (int i = 0; i < FAR_TOO_MANY; i++) {
      reporter.post(() -> done++);
      if (i % 1_000 == 0) {
        reporter.round();
      }
    }
    reporter.round();

    assertThat(done).isEqualTo(FAR_TOO_MANY);
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("lost");
  }
}
