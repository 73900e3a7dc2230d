package dev.unclog.probe.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The findings files that concern this JVM. */
public final class FindingsFiles {
  private static final String RESOURCE = "META-INF/unclog/findings.sarif";

  private FindingsFiles() {}

  /**
   * Reads those on the class path, and one that is named.
   *
   * @param named a file whose findings are read as well
   * @param errors where to say which files on the class path cannot be read
   * @return what to watch; empty if there is no file
   * @throws IOException if the named one cannot be read
   */
  public static Optional<WatchedSites> read(Optional<Path> named, PrintStream errors)
      throws IOException {
    List<Finding> all = new ArrayList<>();
    int files = 0;
    if (named.isPresent()) {
      files++;
      try (Reader text = Files.newBufferedReader(named.get())) {
        all.addAll(FindingsReader.read(text));
      }
    }
    Enumeration<URL> found = ClassLoader.getSystemResources(RESOURCE);
    while (found.hasMoreElements()) {
      URL url = found.nextElement();
      files++;
      try {
        all.addAll(read(url));
      } catch (IOException e) {
        errors.println("unclog: " + url + " is left out: " + e.getMessage());
      }
    }
    return files == 0 ? Optional.empty() : Optional.of(new WatchedSites(onceEach(all)));
  }

  private static List<Finding> read(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false); // What is kept of a jar would keep it from being written over.
    try (InputStream in = connection.getInputStream();
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return FindingsReader.read(text);
    }
  }

  /** A module may be there twice, as a folder and as a jar. */
  private static List<Finding> onceEach(List<Finding> all) {
    Set<String> known = new HashSet<>();
    List<Finding> once = new ArrayList<>();
    for (Finding finding : all) {
      if (known.add(finding.fingerprint())) {
        once.add(finding);
      }
    }
    return once;
  }
}
