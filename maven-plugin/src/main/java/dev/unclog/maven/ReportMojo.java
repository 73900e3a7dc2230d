package dev.unclog.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells of each finding what became of it when tests ran last, and fails for nothing. */
@Mojo(name = "report", aggregator = true, threadSafe = true)
public final class ReportMojo extends VerdictMojo {
  /** How it is written: {@code text}, {@code sarif}, {@code junit}, {@code html}. */
  @Parameter(property = "unclog.format", defaultValue = "text")
  private String format;

  /** The file to write; the build's log if not given. */
  @Parameter(property = "unclog.output")
  private File output;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (isSkipped()) {
      return;
    }
    if (inputs().isEmpty()) {
      throw new MojoFailureException(
          "there are no findings to tell of: run 'mvn verify' before, with the plugin in the POM");
    }
    report(
        output == null
            ? List.of("--format", format)
            : List.of("--format", format, "--output", output.toString()));
    if (output != null) {
      getLog().info("Unclog: " + output);
    }
  }
}
