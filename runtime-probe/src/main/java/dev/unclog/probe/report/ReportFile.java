package dev.unclog.probe.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report, one JSON object a line, each in the operating system's hands when {@link #write}
 * returns. A full disk costs lines but never throws; how many were lost is written when there is
 * room again, and said on standard error at once.
 */
public final class ReportFile {
  private final Path path;
  private final OutputStream out;
  private final PrintStream errors;
  private boolean torn;
  private long lost;

  private ReportFile(Path path, OutputStream out, PrintStream errors) {
    this.path = path;
    this.out = out;
    this.errors = errors;
  }

  /**
   * Begins a report, behind what may be there: several JVMs may write to one file, one after the
   * other or at once.
   *
   * @param path the file
   * @param errors where to say that lines are lost
   * @return the report
   * @throws IOException if it cannot be made
   */
  public static ReportFile create(Path path, PrintStream errors) throws IOException {
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    ReportFile report =
        new ReportFile(path, new FileOutputStream(path.toFile(), /* append= */ true), errors);
    report.torn = endsInsideALine(path);
    return report;
  }

  /** Whether somebody was killed in the middle of one. */
  private static boolean endsInsideALine(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() == 0) {
        return false;
      }
      file.seek(file.length() - 1);
      return file.read() != '\n';
    }
  }

  /** For tests, which bring a disk that fills. */
  static ReportFile to(OutputStream out, PrintStream errors) {
    return new ReportFile(Path.of("report"), out, errors);
  }

  /**
   * Writes a line.
   *
   * @param line the line
   */
  public synchronized void write(Json line) {
    if (lost > 0 && put(Json.line("lost").add("lines", lost))) {
      lost = 0;
    }
    if (!put(line)) {
      lost++;
    }
  }

  private boolean put(Json line) {
    // A line that was cut short must not swallow the next.
    String text = (torn ? "\n" : "") + line + "\n";
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      torn = false;
      return true;
    } catch (IOException e) {
      if (lost == 0 && !torn) {
        errors.println("unclog: cannot write to " + path + ", observations are lost: " + e);
      }
      torn = true;
      return false;
    }
  }
}
