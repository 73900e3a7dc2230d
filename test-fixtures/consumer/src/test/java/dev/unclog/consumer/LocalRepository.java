package dev.unclog.consumer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A local Maven repository that has the artifacts just built, and for all else is the user's own.
 *
 * <p>It is a folder of links into the user's: what must be fetched goes there as ever, through the
 * user's settings and mirrors, and our unfinished artifacts do not.
 */
final class LocalRepository {
  private final Path folder;

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  /** Makes one in a folder, in place of any that is there. */
  static LocalRepository in(Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    Path users = Path.of(Built.property("maven.repository"));
    link(users, folder, "dev");
    Files.createDirectories(folder.resolve("dev"));
    link(users.resolve("dev"), folder.resolve("dev"), "unclog");
    LocalRepository repository = new LocalRepository(folder);
    repository.install("unclog-parent", "pom", Built.root().resolve("pom.xml"));
    for (String module : new String[] {"annotations", "checks"}) {
      String artifact = "unclog-" + module;
      Path sources = Built.root().resolve(module);
      // What shading took into the jar, a user need not fetch.
      Path reduced = sources.resolve("target/dependency-reduced-pom.xml");
      repository.install(
          artifact, "pom", Files.exists(reduced) ? reduced : sources.resolve("pom.xml"));
      repository.install(artifact, "jar", Built.jar(artifact + "-"));
    }
    return repository;
  }

  /** Adds the Maven plugin, and what it brings along. */
  LocalRepository withPlugin() throws IOException {
    String version = "-" + Built.property("version");
    add("cli", "unclog-cli", "unclog-cli" + version);
    add("runtime-probe", "unclog-runtime-probe", "unclog-runtime-probe");
    add("maven-plugin", "unclog-maven-plugin", "unclog-maven-plugin" + version);
    return this;
  }

  private void add(String module, String artifact, String jar) throws IOException {
    Path sources = Built.root().resolve(module);
    install(artifact, "pom", sources.resolve("pom.xml"));
    install(artifact, "jar", sources.resolve("target/" + jar + ".jar"));
  }

  /** The command that runs Maven with this repository, as the README has it for this JDK. */
  List<String> maven(String goal) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(Built.property("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", goal, "-Dmaven.repo.local=" + folder));
    Path settings = Path.of(Built.property("maven.settings").replaceFirst("^file=", ""));
    if (Files.exists(settings)) {
      command.addAll(List.of("-s", settings.toString()));
    }
    if (Built.property("maven.offline").endsWith("true")) {
      command.add("--offline");
    }
    // What any project has, and what the snippet's comment says to write on this JDK.
    command.add("-Dmaven.compiler.release=17");
    command.add("-Dproject.build.sourceEncoding=UTF-8");
    command.add("-Dversion.error-prone=" + Built.property("error-prone"));
    return command;
  }

  /** Links are deleted, and never what they lead to. */
  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
        for (Path child : children) {
          delete(child);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  private static void link(Path from, Path to, String except) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(from)) {
      for (Path child : children) {
        if (!child.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(child.getFileName()), child);
        }
      }
    }
  }

  private void install(String artifact, String extension, Path file) throws IOException {
    String version = Built.property("version");
    Path target = folder.resolve("dev/unclog").resolve(artifact).resolve(version);
    Files.createDirectories(target);
    Files.copy(file, target.resolve(artifact + "-" + version + "." + extension));
  }
}
