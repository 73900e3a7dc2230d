package dev.unclog.maven;

import dev.unclog.cli.Main;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals share that tell of each finding what became of it. */
abstract class VerdictMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Leaves everything as it would be without the plugin. */
  @Parameter(property = "unclog.skip", defaultValue = "false")
  private boolean skip;

  /** The findings that were known before, as {@code unclog baseline} wrote them. */
  @Parameter(
      property = "unclog.baseline",
      defaultValue = "${session.executionRootDirectory}/unclog-baseline.json")
  private File baseline;

  /** Stub files of the user's own, joined as a class path is. */
  @Parameter private String stubs;

  final MavenSession session() {
    return session;
  }

  /** All projects of this build, in the order in which they are built. */
  final List<MavenProject> projects() {
    return session.getProjects();
  }

  final boolean isSkipped() {
    return skip;
  }

  final boolean hasBaseline() {
    return baseline.isFile();
  }

  /**
   * What is to be joined: the findings and observations of all projects; empty without findings.
   */
  final List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    for (MavenProject project : projects()) {
      Path findings = Path.of(project.getBuild().getOutputDirectory(), Own.FINDINGS);
      if (Files.isRegularFile(findings)) {
        inputs.addAll(List.of("--findings", findings.toString()));
      }
    }
    if (inputs.isEmpty()) {
      return inputs;
    }
    for (MavenProject project : projects()) {
      Path folder = Path.of(project.getBuild().getDirectory(), Own.OBSERVATIONS).getParent();
      if (Files.isDirectory(folder)) {
        inputs.addAll(List.of("--observations", folder.toString()));
      }
    }
    if (hasBaseline()) {
      inputs.addAll(List.of("--baseline", baseline.toString()));
    }
    if (stubs != null) {
      for (String stub : stubs.split(File.pathSeparator)) {
        inputs.addAll(List.of("--stubs", stub));
      }
    }
    return inputs;
  }

  /**
   * Runs the report.
   *
   * @param more arguments, beside what is to be joined
   * @throws MojoFailureException if it is not as it should be
   * @throws MojoExecutionException if it could not be told
   */
  final void report(List<String> more) throws MojoFailureException, MojoExecutionException {
    List<String> command = new ArrayList<>(List.of("report"));
    command.addAll(inputs());
    command.addAll(more);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(new PrintWriter(out), new PrintWriter(err), command.toArray(String[]::new));
    out.toString().lines().forEach(getLog()::info);
    if (status == 2) {
      throw new MojoExecutionException(err.toString().strip());
    }
    err.toString().lines().forEach(getLog()::warn);
    if (status != 0) {
      throw new MojoFailureException(
          "code that must not block blocks, and the policy is to fail then; what did is told above");
    }
  }
}
