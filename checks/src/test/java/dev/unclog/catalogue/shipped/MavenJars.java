package dev.unclog.catalogue.shipped;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;

/**
 * Libraries in the user's local Maven repository, fetched by the user's own settings where they are
 * not there yet.
 */
final class MavenJars implements AutoCloseable {
  private final Context maven;
  private final List<ZipFile> opened = new ArrayList<>();

  MavenJars() {
    maven =
        Runtimes.INSTANCE
            .getRuntime()
            .create(ContextOverrides.create().withUserSettings(true).build());
  }

  /**
   * A release of a library.
   *
   * @param coordinates {@code group:artifact:version}, or with {@code :jar:classifier} before the
   *     version where the classes are in a jar for one platform; several joined by {@code +}
   * @param jdk for the types of Java itself
   */
  Release release(String coordinates, ClassFiles jdk) {
    List<Artifact> artifacts =
        Arrays.stream(coordinates.split("\\+")).<Artifact>map(DefaultArtifact::new).toList();
    return new Release(
        artifacts.stream()
            .map(each -> each.getGroupId() + ":" + each.getArtifactId())
            .collect(Collectors.joining("+")),
        artifacts.get(0).getVersion(),
        new Jars(artifacts),
        jdk.or(new Dependencies(artifacts)));
  }

  private File fetch(Artifact artifact) throws RepositoryException {
    return maven
        .repositorySystem()
        .resolveArtifact(
            maven.repositorySystemSession(),
            new ArtifactRequest(artifact, maven.remoteRepositories(), null))
        .getArtifact()
        .getFile();
  }

  @Override
  public void close() throws IOException {
    for (ZipFile jar : opened) {
      jar.close();
    }
    maven.close();
  }

  private final class Jars implements ClassFiles {
    private final Deque<Artifact> toFetch;
    private final List<ZipFile> jars = new ArrayList<>();

    Jars(List<Artifact> artifacts) {
      this.toFetch = new ArrayDeque<>(artifacts);
    }

    @Override
    public Optional<byte[]> find(String path) throws IOException {
      for (int i = 0; i < jars.size() || fetchNext(); i++) {
        ZipEntry entry = jars.get(i).getEntry(path);
        if (entry != null) {
          try (InputStream stream = jars.get(i).getInputStream(entry)) {
            return Optional.of(stream.readAllBytes());
          }
        }
      }
      return Optional.empty();
    }

    @Override
    public boolean hasFolder(String path) throws IOException {
      for (int i = 0; i < jars.size() || fetchNext(); i++) {
        if (jars.get(i).stream().anyMatch(entry -> entry.getName().startsWith(path))) {
          return true;
        }
      }
      return false;
    }

    private boolean fetchNext() throws IOException {
      if (toFetch.isEmpty()) {
        return false;
      }
      try {
        ZipFile jar = new ZipFile(fetch(toFetch.remove()));
        opened.add(jar);
        jars.add(jar);
        return true;
      } catch (RepositoryException e) {
        throw new IOException(e);
      }
    }
  }

  /** What artifacts depend on, for supertypes: looked at, nearest first, as far as needed. */
  private final class Dependencies implements ClassFiles {
    private final List<Artifact> artifacts;
    private Jars jars;

    Dependencies(List<Artifact> artifacts) {
      this.artifacts = artifacts;
    }

    @Override
    public Optional<byte[]> find(String path) throws IOException {
      if (jars == null) {
        jars = new Jars(collect());
      }
      return jars.find(path);
    }

    private List<Artifact> collect() throws IOException {
      CollectRequest request = new CollectRequest();
      artifacts.forEach(each -> request.addDependency(new Dependency(each, "compile")));
      request.setRepositories(maven.remoteRepositories());
      try {
        DependencyNode root =
            maven
                .repositorySystem()
                .collectDependencies(maven.repositorySystemSession(), request)
                .getRoot();
        List<Artifact> found = new ArrayList<>();
        Deque<DependencyNode> level = new ArrayDeque<>(root.getChildren());
        while (!level.isEmpty()) {
          DependencyNode node = level.remove();
          if (node.getArtifact().getExtension().equals("jar")
              && !artifacts.contains(node.getArtifact())) {
            found.add(node.getArtifact());
          }
          level.addAll(node.getChildren());
        }
        return found;
      } catch (RepositoryException e) {
        throw new IOException(e);
      }
    }
  }
}
