package dev.unclog.cli.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;

/**
 * One project of a Maven build, read and not built.
 *
 * @param pom its {@code pom.xml}
 * @param model what its build amounts to, parents and active profiles merged
 * @param dependencies what it says of them
 * @param repositories where they are looked for
 */
public record MavenModule(
    Path pom,
    Model model,
    ArtifactDescriptorResult dependencies,
    List<RemoteRepository> repositories) {
  /** Copies the list. */
  public MavenModule {
    repositories = List.copyOf(repositories);
  }

  /**
   * What tells it from its siblings.
   *
   * @return {@code group:artifact}
   */
  public String id() {
    return model.getGroupId() + ":" + model.getArtifactId();
  }

  /**
   * Its folder.
   *
   * @return where its {@code pom.xml} lies
   */
  public Path folder() {
    return pom.getParent();
  }
}
