package dev.unclog.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Sets up every project that has the plugin, before anything is built, so that its POM needs to say
 * no more. Maven asks it if the plugin is declared with {@code <extensions>true</extensions>}.
 */
public final class Participant extends AbstractMavenLifecycleParticipant {
  private static final String MAVENS = "org.apache.maven.plugins";

  @Override
  public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
    List<MavenProject> judged = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      Plugin own = project.getPlugin(Own.GROUP + ":" + Own.ARTIFACT);
      if (own != null) {
        try {
          boolean skip =
              Boolean.parseBoolean(session.getUserProperties().getProperty("unclog.skip"));
          Choices choices = Choices.of((Xpp3Dom) own.getConfiguration(), skip);
          if (!choices.skip()) {
            setUp(project, own, choices, session);
            if (!choices.check()) {
              execution(own, "check", "verify");
              judged.add(project);
            }
          }
        } catch (IllegalArgumentException e) {
          throw new MavenExecutionException(
              Own.ARTIFACT + ": " + e.getMessage(), project.getFile());
        }
      }
    }
    Awaited.put(session, judged); // They are told of once, for tests of one run code of others.
  }

  private static void setUp(
      MavenProject project, Plugin own, Choices choices, MavenSession session) {
    CompilerSetup compiler =
        new CompilerSetup(choices, Runtime.version().feature(), isCompilerOpen());
    List<CompilerSetup.Library> libraries = libraries(project, session);
    for (Xpp3Dom configuration : configurations(project, "maven-compiler-plugin", "compile")) {
      compiler.apply(configuration, libraries);
    }
    if (choices.probe() && !choices.check()) {
      configurations(project, "maven-surefire-plugin", "test").forEach(TestSetup::apply);
      configurations(project, "maven-failsafe-plugin", "integration-test")
          .forEach(TestSetup::apply);
      Properties properties = project.getProperties();
      properties.putIfAbsent("argLine", "");
      properties.putIfAbsent(Own.ARGUMENTS, "");
      execution(own, "probe", "initialize");
    }
  }

  /**
   * The configurations of a goal; of each execution its own, since Maven has joined them by now.
   */
  private static List<Xpp3Dom> configurations(MavenProject project, String plugin, String goal) {
    List<Xpp3Dom> configurations = new ArrayList<>();
    Plugin found = project.getPlugin(MAVENS + ":" + plugin);
    if (found != null) {
      for (PluginExecution execution : found.getExecutions()) {
        if (execution.getGoals().contains(goal)) {
          if (execution.getConfiguration() == null) {
            execution.setConfiguration(new Xpp3Dom("configuration"));
          }
          configurations.add((Xpp3Dom) execution.getConfiguration());
        }
      }
    }
    return configurations;
  }

  private static void execution(Plugin plugin, String goal, String phase) {
    boolean isBound =
        plugin.getExecutions().stream().anyMatch(known -> known.getGoals().contains(goal));
    if (!isBound) {
      PluginExecution execution = new PluginExecution();
      execution.setId("unclog-" + goal);
      execution.addGoal(goal);
      execution.setPhase(phase);
      execution.setConfiguration(plugin.getConfiguration());
      plugin.addExecution(execution);
      plugin.flushExecutionMap();
    }
  }

  /** The dependencies that may bring processors: what the build makes itself is not packed yet. */
  private static List<CompilerSetup.Library> libraries(MavenProject project, MavenSession session) {
    List<CompilerSetup.Library> libraries = new ArrayList<>();
    for (Dependency dependency : project.getDependencies()) {
      boolean isOnClassPath =
          List.of("compile", "provided").contains(dependency.getScope())
              && dependency.getType().equals("jar")
              && dependency.getClassifier() == null;
      if (isOnClassPath && !isBuilt(dependency, session)) {
        libraries.add(
            new CompilerSetup.Library(
                dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion()));
      }
    }
    return libraries;
  }

  private static boolean isBuilt(Dependency dependency, MavenSession session) {
    return session.getProjects().stream()
        .anyMatch(
            project ->
                project.getGroupId().equals(dependency.getGroupId())
                    && project.getArtifactId().equals(dependency.getArtifactId()));
  }

  /** Whether this JVM has been started with what Error Prone asks for. */
  private static boolean isCompilerOpen() {
    Module own = Participant.class.getModule();
    return ModuleLayer.boot()
        .findModule("jdk.compiler")
        .filter(compiler -> compiler.isExported("com.sun.tools.javac.util", own))
        .filter(compiler -> compiler.isOpen("com.sun.tools.javac.comp", own))
        .isPresent();
  }
}
