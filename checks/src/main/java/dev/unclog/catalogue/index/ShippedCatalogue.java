package dev.unclog.catalogue.index;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.LibraryHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The catalogue that ships in this jar, read once, when it is first asked for. */
public final class ShippedCatalogue {
  /** Where the index lies in the jar. */
  static final String RESOURCE = "/dev/unclog/catalogue/catalogue.index";

  private static ShippedCatalogue shipped;

  private final Catalogue catalogue;
  private final List<LibraryHeader> libraries;

  private ShippedCatalogue(Index index) {
    this.catalogue = new Catalogue(index.entries(), index.meanings());
    this.libraries = index.libraries();
  }

  /**
   * The catalogue.
   *
   * @return the same at each call
   * @throws IndexException if the jar is damaged or mixed with another version; its message says
   *     what to do
   */
  public static Catalogue load() {
    return shipped().catalogue;
  }

  /**
   * The libraries that it speaks of, as their stub files say it.
   *
   * @return in the order of their files' names
   * @throws IndexException as {@link #load()}
   */
  public static List<LibraryHeader> libraries() {
    return shipped().libraries;
  }

  /** Not a holder class: its failure would be told to the first caller alone. */
  private static synchronized ShippedCatalogue shipped() {
    if (shipped == null) {
      shipped = new ShippedCatalogue(IndexReader.read(bytes()));
    }
    return shipped;
  }

  private static byte[] bytes() {
    try (InputStream stream = ShippedCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IndexException(
            "Unclog's catalogue is missing: "
                + RESOURCE
                + " is not on the processor path; put the whole jar of unclog-checks there");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read Unclog's catalogue, " + RESOURCE, e);
    }
  }
}
