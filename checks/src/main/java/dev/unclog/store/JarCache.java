package dev.unclog.store;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of jars, kept from one compilation to the next in a folder of this machine.
 *
 * <p>A file is named for the content of a jar, the names that facts were read for, and this version
 * of Unclog, so that it never has to be told that something has changed. It holds what has been
 * asked for so far. Several compilations may use the folder at once, and anybody may empty it; the
 * worst is that something is read once more. Not for use by several threads at once.
 */
public final class JarCache {
  private final CacheFolder folder;
  private final Interests interests;
  private final String salt;
  private final Map<Path, Optional<Jar>> jars = new HashMap<>();

  /**
   * A cache.
   *
   * @param folder where it is; it need not exist, or be writable
   * @param interests what facts are asked for
   */
  public JarCache(Path folder, Interests interests) {
    this.folder = new CacheFolder(folder);
    this.interests = interests;
    this.salt =
        FactsFormat.VERSION + " " + FactsFile.namesOf(interests) + " " + ownVersion().orElse("");
  }

  /**
   * Where caches are kept on this system.
   *
   * @return empty if that is unknown, or while this code is being worked on: what is read by one
   *     state of it must not be taken for what another would read
   */
  public static Optional<Path> usualFolder() {
    return ownVersion()
        .flatMap(
            version ->
                CacheFolder.usual(
                    System.getProperty("os.name"),
                    System.getenv(),
                    System.getProperty("user.home")));
  }

  static Optional<String> ownVersion() {
    return JarDigest.ofOurOwn()
        .map(
            jar -> {
              try {
                return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
              } catch (IOException e) {
                return null;
              }
            });
  }

  /** What is known of a jar. */
  private static final class Jar {
    final String digest;
    final Optional<FactsFile> facts;
    final Map<String, StoredClass> newClasses = new LinkedHashMap<>();
    final Map<String, List<StoredBody>> newBodies = new HashMap<>();
    Optional<Subtypes> newSubtypes = Optional.empty();
    Optional<Uses> newUses = Optional.empty();

    Jar(String digest, Optional<FactsFile> facts) {
      this.digest = digest;
      this.facts = facts;
    }

    String factsName() {
      return digest + ".facts";
    }

    String subtypesName() {
      return digest + ".types";
    }

    String usesName() {
      return digest + ".uses";
    }
  }

  /**
   * The facts of a jar's classes that have been read before.
   *
   * @param root the jar as a file system; anything else has none
   * @return empty if nothing is known
   */
  Optional<FactsFile> facts(Path root) {
    return jar(root).flatMap(jar -> jar.facts);
  }

  /**
   * Learns the facts of a body.
   *
   * @param root the jar as a file system; anything else is passed over
   * @param type the class that the body is in, with the stamp of its class file
   * @param facts what was read
   */
  void learn(Path root, StoredClass type, BodyFacts facts) {
    jar(root)
        .ifPresent(
            jar -> {
              jar.newClasses.put(type.name(), type);
              jar.newBodies
                  .computeIfAbsent(type.name(), name -> new ArrayList<>())
                  .add(new StoredBody(type.name(), facts, ""));
            });
  }

  /**
   * The subtypes in a jar, if they have been looked for before.
   *
   * @param root the jar as a file system
   * @return empty if nothing is known
   */
  public Optional<Subtypes> subtypes(Path root) {
    return jar(root)
        .flatMap(
            jar ->
                jar.newSubtypes.or(
                    () -> folder.read(jar.subtypesName()).flatMap(JarCache::subtypes)));
  }

  private static Optional<Subtypes> subtypes(byte[] bytes) {
    try {
      return Optional.of(Subtypes.read(bytes));
    } catch (BadFactsException e) {
      return Optional.empty();
    }
  }

  /**
   * Learns the subtypes in a jar.
   *
   * @param root the jar as a file system; anything else is passed over
   * @param subtypes what was found
   */
  public void learn(Path root, Subtypes subtypes) {
    jar(root).ifPresent(jar -> jar.newSubtypes = Optional.of(subtypes));
  }

  /**
   * The uses of constructors in a jar, if they have been looked for before.
   *
   * @param root the jar as a file system
   * @return empty if nothing is known
   */
  public Optional<Uses> uses(Path root) {
    return jar(root)
        .flatMap(jar -> jar.newUses.or(() -> folder.read(jar.usesName()).flatMap(JarCache::uses)));
  }

  private static Optional<Uses> uses(byte[] bytes) {
    try {
      return Optional.of(Uses.read(bytes));
    } catch (BadFactsException e) {
      return Optional.empty();
    }
  }

  /**
   * Learns the uses of constructors in a jar.
   *
   * @param root the jar as a file system; anything else is passed over
   * @param uses what was found
   */
  public void learn(Path root, Uses uses) {
    jar(root).ifPresent(jar -> jar.newUses = Optional.of(uses));
  }

  /** Keeps what was learned; does nothing if that is nothing. */
  public void save() {
    boolean isNews = false;
    for (Optional<Jar> known : jars.values()) {
      if (known.isPresent()) {
        Jar jar = known.get();
        if (!jar.newClasses.isEmpty()) {
          isNews = true;
          folder.write(jar.factsName(), merged(jar).bytes());
        }
        if (jar.newSubtypes.isPresent()) {
          isNews = true;
          folder.write(jar.subtypesName(), jar.newSubtypes.get().bytes());
        }
        if (jar.newUses.isPresent()) {
          isNews = true;
          folder.write(jar.usesName(), jar.newUses.get().bytes());
        }
      }
    }
    jars.clear();
    if (isNews) {
      folder.prune();
    }
  }

  /** With what others have learned in the meantime. */
  private FactsFile merged(Jar jar) {
    Optional<FactsFile> before = facts(jar.factsName());
    List<StoredUnit> units = new ArrayList<>();
    jar.newClasses.forEach(
        (name, type) -> {
          Map<MethodKey, StoredBody> bodies = new LinkedHashMap<>();
          before.flatMap(file -> file.unitOf(name)).stream()
              .filter(unit -> unit.classes().equals(List.of(type)))
              .forEach(unit -> putAll(bodies, unit));
          jar.newBodies.get(name).forEach(body -> bodies.put(body.facts().method(), body));
          units.add(StoredUnit.of(name, List.of(type), bodies.values()));
        });
    return before
        .orElseGet(() -> new FactsFile(interests, List.of()))
        .updated(units, jar.newClasses.keySet(), name -> true);
  }

  private static void putAll(Map<MethodKey, StoredBody> bodies, StoredUnit unit) {
    try {
      unit.bodies().forEach(body -> bodies.put(body.facts().method(), body));
    } catch (BadFactsException e) {
      // As good as not there.
    }
  }

  private Optional<Jar> jar(Path root) {
    return jars.computeIfAbsent(
        root,
        key ->
            file(root)
                .flatMap(this::digest)
                .map(digest -> new Jar(digest, facts(digest + ".facts"))));
  }

  private Optional<FactsFile> facts(String name) {
    return folder
        .read(name)
        .flatMap(
            bytes -> {
              try {
                return Optional.of(FactsFile.read(bytes));
              } catch (BadFactsException e) {
                return Optional.empty(); // It will be written anew, and nobody loses by it.
              }
            });
  }

  private Optional<String> digest(Path jar) {
    try {
      return Optional.of(JarDigest.of(jar, salt));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The file of a jar that is mounted as a file system, by the root of that. */
  private static Optional<Path> file(Path root) {
    String uri = root.toUri().toString();
    if (!uri.startsWith("jar:") || !uri.endsWith("!/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Path.of(URI.create(uri.substring("jar:".length(), uri.length() - "!/".length()))));
    } catch (RuntimeException e) {
      return Optional.empty(); // A jar within a jar, or in no file system that we know.
    }
  }
}
