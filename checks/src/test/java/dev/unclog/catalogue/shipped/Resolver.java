package dev.unclog.catalogue.shipped;

import static java.util.stream.Collectors.groupingBy;

import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.shipped.TypeFile.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Looks an entry's members up in releases. */
final class Resolver {
  private static final GenericVersionScheme VERSIONS = new GenericVersionScheme();

  private Resolver() {}

  /**
   * Whether an entry is true to the releases that its stub names. Of several products it speaks of
   * those that have its type; of a product's releases, of all that {@code @Since} and
   * {@code @Until} leave.
   *
   * @return what is wrong, a line for each release; empty if nothing is
   */
  static List<String> problems(Entry entry, List<Release> releases) {
    List<String> problems = new ArrayList<>();
    boolean known = false;
    for (List<Release> product : releases.stream().collect(groupingBy(Release::product)).values()) {
      if (product.stream().noneMatch(release -> has(entry, release))) {
        continue;
      }
      known = true;
      for (Release release : product) {
        problem(entry, release)
            .ifPresent(problem -> problems.add(entry.origin() + ": " + problem + " " + release));
      }
    }
    if (!known) {
      String sort = entry.members() instanceof Members.Package ? "package " : "type ";
      problems.add(entry.origin() + ": no " + sort + entry.type() + " in any of " + releases);
    }
    return problems;
  }

  /** Whether an entry speaks of a release. */
  static boolean holds(Entry entry, Release release) {
    Entry.Versions versions = entry.versions();
    Version version = version(release.version());
    return (versions.since().isEmpty() || version(versions.since()).compareTo(version) <= 0)
        && (versions.until().isEmpty() || version(versions.until()).compareTo(version) > 0);
  }

  /** The later of two releases of one product. */
  static Release later(Release one, Release other) {
    return version(one.version()).compareTo(version(other.version())) < 0 ? other : one;
  }

  private static Version version(String written) {
    try {
      return VERSIONS.parseVersion(written);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalArgumentException(written, e);
    }
  }

  private static Optional<String> problem(Entry entry, Release release) {
    boolean there = resolves(entry, release);
    if (holds(entry, release)) {
      return there
          ? Optional.empty()
          : Optional.of(entry.type() + " has no " + describe(entry.members()) + " in");
    }
    return there
        ? Optional.of(
            entry.type() + " has " + describe(entry.members()) + ", against what it says, in")
        : Optional.empty();
  }

  private static boolean has(Entry entry, Release release) {
    return entry.members() instanceof Members.Package
        ? release.hasPackage(entry.type())
        : release.has(entry.type());
  }

  private static boolean resolves(Entry entry, Release release) {
    if (!has(entry, release)) {
      return false;
    }
    if (entry.members() instanceof Members.Package) {
      return true;
    }
    String type = entry.type();
    Members members = entry.members();
    Collection<Method> methods = release.methods(type);
    if (members instanceof Members.Exactly one) {
      return has(methods, one.name(), one.parameterTypes());
    }
    if (members instanceof Members.EveryOverload every) {
      return has(methods, every.name(), every.example());
    }
    if (members instanceof Members.Matching matching) {
      // What subtypes add, which are generated or the user's, is nowhere to be seen.
      Pattern pattern = Pattern.compile(matching.regex());
      return matching.addedBySubtypes()
          || methods.stream().anyMatch(method -> pattern.matcher(method.name()).matches());
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      return methods.stream().anyMatch(method -> hasAny(methods, method.name() + sibling.suffix()));
    }
    if (members instanceof Members.Field field) {
      return release.hasField(type, field.name());
    }
    return true;
  }

  private static boolean has(Collection<Method> methods, String name, List<String> types) {
    return methods.stream()
        .anyMatch(method -> method.name().equals(name) && method.parameterTypes().equals(types));
  }

  /** Whether there is a method of a name. */
  static boolean hasAny(Collection<Method> methods, String name) {
    return methods.stream().anyMatch(method -> method.name().equals(name));
  }

  private static String describe(Members members) {
    if (members instanceof Members.Exactly one) {
      return one.name() + "(" + String.join(", ", one.parameterTypes()) + ")";
    }
    if (members instanceof Members.EveryOverload every) {
      return every.name() + "(" + String.join(", ", every.example()) + ")";
    }
    if (members instanceof Members.Matching matching) {
      return "method that matches " + matching.regex();
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      return "method with a sibling …" + sibling.suffix();
    }
    return members instanceof Members.Field field ? "field " + field.name() : "such type";
  }
}
