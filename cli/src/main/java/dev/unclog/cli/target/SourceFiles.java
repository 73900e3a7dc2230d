package dev.unclog.cli.target;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds Java sources beneath a folder. */
final class SourceFiles {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

  /** Maven's folder of test sources, and what users of Gradle add to it. */
  private static final Pattern TESTS = Pattern.compile("(test|[a-zA-Z]+Test)[a-zA-Z]*");

  private SourceFiles() {}

  /**
   * The sources beneath a folder, sorted by name, so that every run sees them in one order.
   * Descriptors of modules are left out, since everything is compiled as one unnamed module, and so
   * are the copies for other releases that a multi-release archive holds, and what a build
   * generated.
   *
   * @param folder where to look; links are not followed
   * @param withTests whether what lies in a {@code src/test} folder counts
   * @return the files
   */
  static List<Path> beneath(Path folder, boolean withTests) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return isLeftAlone(folder, dir, withTests)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.getFileName().toString();
              if (attributes.isRegularFile()
                  && name.endsWith(".java")
                  && !name.equals("module-info.java")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + folder + ": " + e.getMessage(), e);
    }
    found.sort(null);
    return found;
  }

  private static boolean isLeftAlone(Path folder, Path dir, boolean withTests) {
    if (dir.equals(folder)) {
      return false;
    }
    String name = withoutSlash(dir.getFileName());
    String parent = dir.getParent() == null ? "" : withoutSlash(dir.getParent().getFileName());
    return (name.startsWith(".") && name.length() > 1)
        || (name.equals("versions") && parent.equals("META-INF"))
        || (!withTests && TESTS.matcher(name).matches() && parent.equals("src"))
        || isGenerated(dir);
  }

  /** Whether a folder is where a build puts sources that nobody wrote. */
  private static boolean isGenerated(Path dir) {
    return dir.endsWith("target/generated-sources")
        || dir.endsWith("target/generated-test-sources")
        || dir.endsWith("build/generated");
  }

  /**
   * The source roots of what a build generated beneath a folder, wherever modules lie in it.
   *
   * @param folder where to look
   * @return the roots, each once
   */
  static List<Path> generatedBeneath(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isDirectory)
          .filter(SourceFiles::isGenerated)
          .flatMap(generated -> rootsBeneath(generated).stream())
          .toList();
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Some JDKs' archive file systems end a folder's name with a slash. */
  private static String withoutSlash(Path name) {
    return name == null ? "" : name.toString().replace("/", "");
  }

  /**
   * The source roots beneath a folder whose subfolders nest in nobody's agreed way, as {@code
   * generated-sources}: told by the package that a source says it is in.
   *
   * @param folder where to look; need not exist
   * @return the roots, each once
   */
  static List<Path> rootsBeneath(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> roots = new ArrayList<>();
    for (Path source : beneath(folder, true)) {
      if (roots.stream().noneMatch(source::startsWith)) {
        Path root = rootOf(source);
        if (root.startsWith(folder)) {
          roots.add(root);
        }
      }
    }
    return roots;
  }

  private static Path rootOf(Path source) {
    Path root = source.getParent();
    // One byte to a character: a package line is ASCII, whatever the rest of the file is.
    try (Stream<String> lines = Files.lines(source, ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher matcher = PACKAGE.matcher(line);
        if (matcher.find()) {
          int depth = matcher.group(1).split("\\.", -1).length;
          for (int i = 0; i < depth && root != null; i++) {
            root = root.getParent();
          }
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root == null ? source.getParent() : root;
  }
}
