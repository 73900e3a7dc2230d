package dev.unclog.probe.report;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A disk that is full costs lines, and the report says how many when there is room again. */
final class ReportFileTest {
  private final Disk disk = new Disk();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final ReportFile report =
      ReportFile.to(disk, new PrintStream(errors, true, StandardCharsets.UTF_8));

  @Test
  void eachLineIsOnTheDiskAtOnce() {
    report.write(Json.line("one"));

    assertThat(disk.text()).isEqualTo("{\"type\":\"one\"}\n");
  }

  @Test
  void whatDidNotFitIsCountedAndSaid() {
    report.write(Json.line("one"));
    disk.full = true;
    report.write(Json.line("two"));
    report.write(Json.line("three"));
    disk.full = false;
    report.write(Json.line("four"));

    assertThat(disk.text().lines().toList())
        .containsExactly(
            "{\"type\":\"one\"}",
            "{\"typ", // Torn, but the next line is whole.
            "{\"type\":\"lost\",\"lines\":2}",
            "{\"type\":\"four\"}")
        .inOrder();
    assertThat(errors.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(1);
  }

  /** A disk that takes but a few bytes more, once it is full. */
  private static final class Disk extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean full;
    private int room = 5;

    @Override
    public void write(int one) throws IOException {
      if (full && room-- <= 0) {
        throw new IOException("No space left on device");
      }
      written.write(one);
    }

    String text() {
      return written.toString(StandardCharsets.UTF_8);
    }
  }
}
