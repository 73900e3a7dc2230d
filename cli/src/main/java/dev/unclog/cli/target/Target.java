package dev.unclog.cli.target;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One thing to lint, as a user names it.
 *
 * @param name what the user calls it
 * @param base where its sources lie
 * @param units what is compiled together, each on its own
 * @param missing coordinates of dependencies that could not be had
 * @param resources what must stay open while sources are read
 */
public record Target(
    String name, Base base, List<Unit> units, List<String> missing, List<Closeable> resources)
    implements Closeable {

  /** Copies the lists. */
  public Target {
    units = List.copyOf(units);
    missing = List.copyOf(missing);
    resources = List.copyOf(resources);
  }

  /** Lets go of archives; the sources cannot be read any more. */
  @Override
  public void close() {
    for (Closeable resource : resources) {
      try {
        resource.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
