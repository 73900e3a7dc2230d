package dev.unclog.catalogue;

import java.util.List;

/**
 * What a stub file says of itself.
 *
 * @param name the library's name, as its users say it
 * @param checkedAgainst where its entries were last resolved: {@code group:artifact:version},
 *     joined by {@code +} where several are needed at once, or {@code jdk:17}
 * @param file the stub file, as the user would name it
 */
public record LibraryHeader(String name, List<String> checkedAgainst, String file) {
  /** Copies the list. */
  public LibraryHeader {
    checkedAgainst = List.copyOf(checkedAgainst);
  }
}
