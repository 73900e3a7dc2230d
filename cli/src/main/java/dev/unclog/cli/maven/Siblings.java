package dev.unclog.cli.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/**
 * The modules of one build, for a resolver that would look for them in repositories: it gets their
 * models, and no jars, since nothing was built.
 */
final class Siblings implements WorkspaceReader {
  private final WorkspaceRepository repository = new WorkspaceRepository("siblings");
  private final Map<String, Path> poms = new ConcurrentHashMap<>();
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  void add(MavenModule module) {
    poms.put(module.id(), module.pom());
    versions.put(module.id(), module.model().getVersion());
  }

  /** Whether an artifact is one of the modules. */
  boolean contain(Artifact artifact) {
    return artifact.getVersion().equals(versions.get(id(artifact)));
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public File findArtifact(Artifact artifact) {
    return artifact.getExtension().equals("pom") && contain(artifact)
        ? poms.get(id(artifact)).toFile()
        : null;
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    String version = versions.get(id(artifact));
    return version == null ? List.of() : List.of(version);
  }

  private static String id(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }
}
