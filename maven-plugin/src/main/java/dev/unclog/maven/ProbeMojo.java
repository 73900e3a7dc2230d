package dev.unclog.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Has tests run with the probe: puts what their JVMs are told into the property {@code
 * unclog.argLine}. Bound by the plugin itself.
 */
@Mojo(name = "probe", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class ProbeMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> pluginArtifacts;

  /** Leaves everything as it would be without the plugin. */
  @Parameter(property = "unclog.skip", defaultValue = "false")
  private boolean skip;

  /** More settings of the probe, as {@code hubs=acme-*,threshold=5ms}. */
  @Parameter(property = "unclog.settings")
  private String settings;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    File probe = pluginArtifacts.get(Own.GROUP + ":" + Own.PROBE).getFile();
    Path report = Path.of(project.getBuild().getDirectory(), Own.OBSERVATIONS);
    try {
      Files.createDirectories(report.getParent());
      if (isFirst(report)) {
        Files.deleteIfExists(report); // What was seen of code as it was is no evidence.
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot make room for what the probe writes: " + e, e);
    }
    String agent =
        "-javaagent:" + probe + "=report=" + report + (settings == null ? "" : "," + settings);
    project
        .getProperties()
        .setProperty(Own.ARGUMENTS, agent.contains(" ") ? "\"" + agent + "\"" : agent);
  }

  /**
   * Whether this build was not here before: plugins that have earlier phases run again, as the one
   * that packs sources does, come by after the tests.
   */
  private boolean isFirst(Path report) {
    Map<String, Object> data = session.getRequest().getData();
    synchronized (data) {
      return data.put(Own.GROUP + ".probe." + report, "began") == null;
    }
  }
}
