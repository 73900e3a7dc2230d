package dev.unclog.finding;

/** Bodies and places as people write them, where reports and fingerprints need more. */
final class Names {
  private static final String FUNCTION = "{function}";

  private Names() {}

  /**
   * {@code Store.save(Item)} for {@code com.acme.Store#save(Item)}; {@code new Store()} for a
   * constructor; {@code a function in Store.save(Item)} for one that is written there.
   */
  static String brief(String body) {
    if (body.endsWith(FUNCTION)) {
      return "a function in " + brief(body.substring(0, body.length() - FUNCTION.length()));
    }
    int hash = body.indexOf('#');
    String type = hash < 0 ? body : body.substring(0, hash);
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    String member = hash < 0 ? "" : body.substring(hash + 1).replace(",", ", ");
    if (member.startsWith("<init>")) {
      return "new " + simple + member.substring("<init>".length());
    }
    return member.isEmpty() ? simple : simple + "." + member;
  }

  /** {@code Store.java:12}. */
  static String place(Finding.Place place) {
    return place.file().substring(place.file().lastIndexOf('/') + 1) + ":" + place.line();
  }
}
