package dev.unclog.cli.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.maven.ClassPath;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.maven.MavenModule;
import dev.unclog.cli.problem.CannotRunException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Dependency;

/** A Maven project with all its modules: read, resolved, and never built. */
public final class ProjectTarget {
  private final Maven maven;
  private final List<Path> more;
  private final boolean withTests;
  private final Lombok lombok;
  private final Map<String, MavenModule> modules = new LinkedHashMap<>();

  private ProjectTarget(Maven maven, List<Path> more, boolean withTests, Lombok lombok) {
    this.maven = maven;
    this.more = more;
    this.withTests = withTests;
    this.lombok = lombok;
  }

  /**
   * Whether a folder is such a project.
   *
   * @param folder the folder
   * @return true if it holds a {@code pom.xml}
   */
  public static boolean isProject(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  /**
   * Reads a project.
   *
   * @param folder where its {@code pom.xml} lies
   * @param maven what its models and dependencies are resolved with
   * @param more what else its sources are compiled against
   * @param withTests whether test sources count
   * @param lombok for sources that need it
   * @return the target, a unit for each module that has sources
   * @throws CannotRunException if a model cannot be read, or there are no sources
   */
  public static Target of(
      Path folder, Maven maven, List<Path> more, boolean withTests, Lombok lombok) {
    ProjectTarget project = new ProjectTarget(maven, more, withTests, lombok);
    project.read(folder.toAbsolutePath().normalize().resolve("pom.xml"));
    List<Unit> units = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    for (MavenModule module : project.modules.values()) {
      project.addUnit(module, units, missing);
    }
    if (units.isEmpty()) {
      throw new CannotRunException("no Java sources in the Maven project " + folder);
    }
    return new Target(
        folder.toString(),
        Base.ofFolder(folder, "the Maven project " + folder),
        units,
        List.copyOf(missing),
        List.of());
  }

  private void read(Path pom) {
    if (!Files.isRegularFile(pom)) {
      throw new CannotRunException("no such module: " + pom);
    }
    MavenModule module = maven.module(pom);
    if (modules.putIfAbsent(module.id(), module) == null) {
      for (String child : module.model().getModules()) {
        Path path = module.folder().resolve(child).normalize();
        read(Files.isDirectory(path) ? path.resolve("pom.xml") : path);
      }
    }
  }

  private void addUnit(MavenModule module, List<Unit> units, Set<String> missing) {
    List<Path> sources = new ArrayList<>();
    for (Path root : sourceRoots(module)) {
      sources.addAll(SourceFiles.beneath(root, true));
    }
    if (sources.isEmpty()) {
      return;
    }
    List<Path> sourcePath = new ArrayList<>(generatedRoots(module));
    List<Path> compiled = new ArrayList<>(compiledClasses(module));
    for (MavenModule sibling : siblingsOf(module)) {
      sourcePath.addAll(sourceRoots(sibling));
      sourcePath.addAll(generatedRoots(sibling));
      compiled.addAll(compiledClasses(sibling));
    }
    ClassPath dependencies = maven.dependencies(module, withTests);
    missing.addAll(dependencies.missing());
    List<Path> classPath = new ArrayList<>(compiled);
    classPath.addAll(dependencies.jars());
    classPath.addAll(more);
    Lombok.Processors processors = lombok.processors(classPath);
    missing.addAll(processors.missing());
    units.add(new Unit(sources, sourcePath, classPath, processors.jars(), encoding(module)));
  }

  /** The modules that a module depends on, directly or by way of others. */
  private Set<MavenModule> siblingsOf(MavenModule module) {
    Set<MavenModule> found = new LinkedHashSet<>();
    List<MavenModule> open = new ArrayList<>(List.of(module));
    while (!open.isEmpty()) {
      for (Dependency dependency : open.remove(0).model().getDependencies()) {
        MavenModule sibling =
            modules.get(dependency.getGroupId() + ":" + dependency.getArtifactId());
        boolean counts = withTests || !"test".equals(dependency.getScope());
        if (sibling != null && counts && !sibling.id().equals(module.id()) && found.add(sibling)) {
          open.add(sibling);
        }
      }
    }
    return found;
  }

  private List<Path> sourceRoots(MavenModule module) {
    List<Path> roots = new ArrayList<>();
    roots.add(module.folder().resolve(module.model().getBuild().getSourceDirectory()));
    if (withTests) {
      roots.add(module.folder().resolve(module.model().getBuild().getTestSourceDirectory()));
    }
    return existing(roots);
  }

  private List<Path> generatedRoots(MavenModule module) {
    Path target = module.folder().resolve(module.model().getBuild().getDirectory());
    List<Path> roots =
        new ArrayList<>(SourceFiles.rootsBeneath(target.resolve("generated-sources")));
    if (withTests) {
      roots.addAll(SourceFiles.rootsBeneath(target.resolve("generated-test-sources")));
    }
    return roots;
  }

  /** What an earlier build left: stands in for sources that need an annotation processor. */
  private static List<Path> compiledClasses(MavenModule module) {
    return existing(
        List.of(module.folder().resolve(module.model().getBuild().getOutputDirectory())));
  }

  private static List<Path> existing(List<Path> folders) {
    return folders.stream().filter(Files::isDirectory).toList();
  }

  private static Charset encoding(MavenModule module) {
    String name = module.model().getProperties().getProperty("project.build.sourceEncoding");
    return name != null && isCharset(name) ? Charset.forName(name) : UTF_8;
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
