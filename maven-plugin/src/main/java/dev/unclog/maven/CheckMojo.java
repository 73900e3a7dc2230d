package dev.unclog.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Tells of each finding what became of it in the tests of all projects, and fails by policy. The
 * plugin itself binds it in each project that has the plugin, and the one that comes to it last
 * tells.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends VerdictMojo {
  /**
   * What to fail for: {@code confirmed}, {@code new}, {@code error}, {@code unpredicted}, with
   * commas, or {@code never}. Without a word, what was confirmed, and where there is a baseline
   * what is not in it.
   */
  @Parameter(property = "unclog.failOn")
  private String failOn;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (isSkipped() || !Awaited.in(session()).isLast(project)) {
      return;
    }
    if (inputs().isEmpty()) {
      if (hasClasses()) {
        getLog()
            .warn(
                "Unclog: the classes are from before the plugin was in the POM, and were not compiled"
                    + " again, so there is nothing to tell; run 'mvn clean verify' once");
      }
      return;
    }
    MavenProject top = top();
    Path page = Path.of(top.getBuild().getDirectory(), "unclog", "unclog.html");
    try {
      Files.createDirectories(page.getParent());
    } catch (IOException e) {
      throw new MojoExecutionException("cannot make room for " + page + ": " + e, e);
    }
    report(List.of("--format", "html", "--output", page.toString()));
    getLog().info("Unclog: " + page);
    List<String> policy = new ArrayList<>(List.of("--fail-on"));
    policy.add(failOn != null ? failOn : hasBaseline() ? "confirmed,new" : "confirmed");
    report(policy);
  }

  /** The project where the build began. */
  private MavenProject top() {
    return projects().stream().filter(MavenProject::isExecutionRoot).findFirst().orElse(project);
  }

  private boolean hasClasses() {
    return projects().stream()
        .anyMatch(each -> new File(each.getBuild().getOutputDirectory()).isDirectory());
  }
}
