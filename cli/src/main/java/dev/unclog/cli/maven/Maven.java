package dev.unclog.cli.maven;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.terminal.Progress;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/** Maven's resolver and model builder, with the user's settings. */
public final class Maven implements Closeable {
  private final Context context;
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final MavenModelReader models;
  private final Siblings siblings = new Siblings();

  private Maven(Context context, Settings settings) {
    this.context = context;
    this.system = context.repositorySystem();
    this.session =
        new DefaultRepositorySystemSession(context.repositorySystemSession())
            .setWorkspaceReader(siblings)
            .setOffline(settings.isOffline());
    this.models = new MavenModelReader(context);
  }

  /**
   * Reads the user's settings and makes ready.
   *
   * @param progress told of every download
   * @return the resolver; to be closed
   * @throws CannotRunException if the settings cannot be read
   */
  public static Maven open(Progress progress) {
    ContextOverrides overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .transferListener(new Downloads(progress))
            .build();
    try {
      Context context = Runtimes.INSTANCE.getRuntime().create(overrides);
      return new Maven(context, settings(context));
    } catch (IllegalStateException | SettingsBuildingException e) {
      throw new CannotRunException("cannot read Maven's settings: " + e.getMessage(), e);
    }
  }

  /**
   * Whether the user works offline, so that only the local repository is looked into.
   *
   * @return true if the settings say so
   */
  public boolean isOffline() {
    return session.isOffline();
  }

  /**
   * A file of an artifact.
   *
   * @param coordinates the artifact
   * @param classifier which of its files; empty for the main one
   * @return the file in the local repository; empty if there is none in any repository
   * @throws CannotRunException if it could not be looked for
   */
  public Optional<Path> jar(Coordinates coordinates, String classifier) {
    Artifact artifact = artifact(coordinates, classifier, "jar");
    ArtifactRequest request = new ArtifactRequest(artifact, context.remoteRepositories(), "unclog");
    try {
      return Optional.of(system.resolveArtifact(session, request).getArtifact().getFile().toPath());
    } catch (ArtifactResolutionException e) {
      if (isAbsent(e)) {
        return Optional.empty();
      }
      throw new CannotRunException("cannot fetch " + artifact + ": " + e.getMessage(), e);
    }
  }

  /**
   * What a published artifact was compiled against: its direct dependencies, the optional ones too,
   * and what those need.
   *
   * @param coordinates the artifact
   * @param withTests whether dependencies of scope {@code test} count
   * @return the jars, and what could not be had
   * @throws CannotRunException if the artifact's own description cannot be read
   */
  public ClassPath dependencies(Coordinates coordinates, boolean withTests) {
    Artifact pom = artifact(coordinates, "", "pom");
    ArtifactDescriptorRequest request =
        new ArtifactDescriptorRequest(pom, context.remoteRepositories(), "unclog");
    try {
      ArtifactDescriptorResult described = system.readArtifactDescriptor(session, request);
      return classPath(pom, described, repositories(described), withTests);
    } catch (RepositoryException e) {
      throw new CannotRunException("cannot read the model of " + coordinates + message(e), e);
    }
  }

  /**
   * What a module is compiled against, without its siblings.
   *
   * @param module the module
   * @param withTests whether dependencies of scope {@code test} count
   * @return the jars, and what could not be had
   */
  public ClassPath dependencies(MavenModule module, boolean withTests) {
    Coordinates coordinates =
        new Coordinates(
            module.model().getGroupId(),
            module.model().getArtifactId(),
            module.model().getVersion());
    return classPath(
        artifact(coordinates, "", "pom"), module.dependencies(), module.repositories(), withTests);
  }

  /**
   * Reads a project. Those read before it are its siblings: their models are found where they lie.
   *
   * @param pom its {@code pom.xml}
   * @return the project
   * @throws CannotRunException if the model cannot be built
   */
  public MavenModule module(Path pom) {
    try {
      ModelResponse response =
          models.getImpl().readModel(session, ModelRequest.builder().setPomFile(pom).build());
      ArtifactDescriptorResult described =
          response.toArtifactDescriptorResult(response.getEffectiveModel());
      MavenModule module =
          new MavenModule(pom, response.getEffectiveModel(), described, repositories(described));
      siblings.add(module);
      return module;
    } catch (RepositoryException e) {
      throw new CannotRunException("cannot read " + pom + message(e), e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** The settings once more, for what MIMA does not take from them: whether to work offline. */
  private static Settings settings(Context context) throws SettingsBuildingException {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(System.getProperties());
    request.setUserSettingsFile(context.mavenUserHome().settingsXml().toFile());
    if (context.mavenSystemHome() != null) {
      request.setGlobalSettingsFile(context.mavenSystemHome().settingsXml().toFile());
    }
    return new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
  }

  private ClassPath classPath(
      Artifact root,
      ArtifactDescriptorResult described,
      List<RemoteRepository> repositories,
      boolean withTests) {
    List<Dependency> direct =
        described.getDependencies().stream()
            .filter(dependency -> withTests || !dependency.getScope().equals("test"))
            .toList();
    CollectRequest request =
        new CollectRequest(direct, described.getManagedDependencies(), repositories)
            .setRootArtifact(root);
    List<ArtifactRequest> wanted = new ArrayList<>();
    for (Artifact artifact : collect(request)) {
      if (artifact.getExtension().equals("jar") && !siblings.contain(artifact)) {
        wanted.add(new ArtifactRequest(artifact, repositories, "unclog"));
      }
    }
    List<Path> jars = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ArtifactResult result : resolve(wanted)) {
      if (result.isResolved()) {
        jars.add(result.getArtifact().getFile().toPath());
      } else {
        missing.add(result.getRequest().getArtifact().toString());
      }
    }
    return new ClassPath(jars, missing);
  }

  private List<Artifact> collect(CollectRequest request) {
    DependencyNode root;
    try {
      root = system.collectDependencies(session, request).getRoot();
    } catch (DependencyCollectionException e) {
      // What could be read is better than nothing: sources that miss the rest are left out.
      root = e.getResult().getRoot();
    }
    if (root == null) {
      return List.of();
    }
    PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
    root.accept(nodes);
    return nodes.getDependencies(true).stream().map(Dependency::getArtifact).toList();
  }

  private List<ArtifactResult> resolve(List<ArtifactRequest> wanted) {
    try {
      return system.resolveArtifacts(session, wanted);
    } catch (ArtifactResolutionException e) {
      return e.getResults();
    }
  }

  /** The user's repositories, and after them those that a model names. */
  private List<RemoteRepository> repositories(ArtifactDescriptorResult described) {
    List<RemoteRepository> all = new ArrayList<>(context.remoteRepositories());
    for (RemoteRepository repository :
        system.newResolutionRepositories(session, described.getRepositories())) {
      if (all.stream().noneMatch(known -> known.getId().equals(repository.getId()))) {
        all.add(repository);
      }
    }
    return all;
  }

  private static Artifact artifact(Coordinates coordinates, String classifier, String extension) {
    return new DefaultArtifact(
        coordinates.group(), coordinates.artifact(), classifier, extension, coordinates.version());
  }

  private static boolean isAbsent(ArtifactResolutionException e) {
    return e.getResults().stream()
        .flatMap(result -> result.getExceptions().stream())
        .allMatch(ArtifactNotFoundException.class::isInstance);
  }

  /** The innermost message, where the resolver says what is really wrong. */
  private static String message(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return ": " + cause.getMessage();
  }
}
