package dev.unclog.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder whose files may go at any time, by anyone's hand, and that several builds write to at
 * once. Whatever fails in it is as if there were no folder.
 */
final class CacheFolder {
  private static final long MOST_BYTES = 256L << 20;

  /** How exact the time of a file's last use is. */
  private static final Duration DAY = Duration.ofDays(1);

  /** What is ours to delete, should somebody name a folder of something else. */
  private static final Pattern OURS =
      Pattern.compile(
          "[0-9a-f]{" + JarDigest.LENGTH + "}\\.(facts|types|uses|stubs)([0-9]+\\.tmp)?");

  private final Path folder;

  CacheFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the user's system wants such a folder. */
  static Optional<Path> usual(String system, Map<String, String> environment, String home) {
    if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
      return absolute(environment.get("LOCALAPPDATA")).map(base -> base.resolve("unclog/cache"));
    }
    return absolute(environment.get("XDG_CACHE_HOME"))
        .or(() -> absolute(home).map(base -> base.resolve(".cache")))
        .map(base -> base.resolve("unclog"));
  }

  private static Optional<Path> absolute(String path) {
    return Optional.ofNullable(path)
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** A file's content; empty if there is none to be had. */
  Optional<byte[]> read(String name) {
    Path file = folder.resolve(name);
    try {
      byte[] bytes = Files.readAllBytes(file);
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DAY))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      return Optional.of(bytes);
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** Puts a file in its place, whole or not at all. */
  void write(String name, byte[] bytes) {
    Path unfinished = null;
    try {
      Files.createDirectories(folder);
      unfinished = Files.createTempFile(folder, name, ".tmp");
      Files.write(unfinished, bytes);
      move(unfinished, folder.resolve(name));
    } catch (IOException | SecurityException e) {
      delete(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING); // Its checksum guards it as well.
    }
  }

  /** A file of the folder, as it was when it was looked at. */
  private record Used(Path file, Instant last, long size) {}

  /** Drops what was used longest ago, until the rest is small enough. */
  void prune(long mostBytes) {
    List<Used> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.filter(CacheFolder::isOurs).toList()) {
        files.add(new Used(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
      }
    } catch (IOException | RuntimeException e) {
      return; // Somebody else is at it.
    }
    files.sort(Comparator.comparing(Used::last).reversed());
    long size = 0;
    for (Used used : files) {
      size += used.size;
      if (size > mostBytes || isAbandoned(used)) {
        delete(used.file);
      }
    }
  }

  void prune() {
    prune(MOST_BYTES);
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(file.getFileName().toString()).matches();
  }

  /** Whoever was writing it is long gone. */
  private static boolean isAbandoned(Used used) {
    return used.file.toString().endsWith(".tmp") && used.last.isBefore(Instant.now().minus(DAY));
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | SecurityException e) {
      // Then it stays.
    }
  }
}
