package dev.unclog.maven;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.report.WholeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows what a POM needs, or writes it there. */
@Mojo(name = "setup", aggregator = true, requiresProject = true, threadSafe = true)
public final class SetupMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session.executionRootDirectory}/pom.xml", readonly = true)
  private File pom;

  /** Whether to write the plugin into the POM rather than to show it. */
  @Parameter(property = "unclog.apply", defaultValue = "false")
  private boolean apply;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    try {
      Path file = pom.toPath();
      PomText before = PomText.of(Files.readString(file));
      if (before.hasPlugin()) {
        getLog().info("Unclog: " + file + " has the plugin already.");
        return;
      }
      String after = before.withPlugin();
      if (!apply) {
        getLog().info("Add this to the plugins of " + file + ", or have it written by");
        getLog().info("-Dunclog.apply=true:");
        PomText.block("").lines().forEach(getLog()::info);
        return;
      }
      WholeFile.at(file).write(after);
      getLog().info("Unclog: wrote the plugin into " + file);
    } catch (PomText.NoPlaceException e) {
      throw new MojoFailureException(pom + ": " + e.getMessage(), e);
    } catch (IOException | CannotRunException e) {
      throw new MojoExecutionException("cannot read or write " + pom + ": " + e, e);
    }
  }
}
