package dev.unclog.catalogue;

import java.util.List;

/**
 * The method, or constructor, that a call names, as the catalogue wants to be asked about it.
 * Whoever reads calls, from syntax trees or from class files, brings an implementation.
 */
public interface Callee {
  /** What stands for a name where the member is a constructor. */
  String CONSTRUCTOR = "<init>";

  /**
   * The member's simple name.
   *
   * @return a method's name, or {@link #CONSTRUCTOR}
   */
  String name();

  /**
   * The receiver's static type first, then its supertypes, the nearer before the farther. A
   * constructor and a static method have one only.
   *
   * @return at least one
   */
  List<Facet> facets();

  /**
   * Whether a type declares or inherits a method.
   *
   * @param type a binary name out of {@link #facets()}
   * @param name a simple name
   * @return true if there is any of that name
   */
  boolean hasMethod(String type, String name);

  /**
   * The member as one type sees it.
   *
   * @param type the type's binary name
   * @param parameterTypes the erased parameter types with which that type declares or inherits it
   * @param isKnown whether it does; false if only a subtype has the member
   */
  record Facet(String type, List<String> parameterTypes, boolean isKnown) {
    /**
     * A member that the type declares or inherits.
     *
     * @param type the type's binary name
     * @param parameterTypes the erased parameter types
     */
    public Facet(String type, List<String> parameterTypes) {
      this(type, parameterTypes, true);
    }

    /** The same with parameters as the library has them that the type was copied out of. */
    Facet asIn(String original) {
      if (!type.endsWith(original)) {
        return this;
      }
      String prefix = type.substring(0, type.length() - original.length());
      return new Facet(
          type,
          parameterTypes.stream()
              .map(each -> each.startsWith(prefix) ? each.substring(prefix.length()) : each)
              .toList(),
          isKnown);
    }
  }
}
