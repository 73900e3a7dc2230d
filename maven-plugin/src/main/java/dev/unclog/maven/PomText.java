package dev.unclog.maven;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A POM as people wrote it: what is added leaves the rest, to the last blank, as it was. */
final class PomText {
  private static final int NONE = -1;
  private static final Pattern STEP = Pattern.compile("(?m)^([ \t]+)<modelVersion>");

  /** An element that is empty by its start tag has no end tag to add before. */
  private static final int EMPTY = -2;

  private final String text;
  private boolean hasPlugin;
  private int endOfPlugins = NONE;
  private int endOfBuild = NONE;
  private int endOfProject = NONE;

  private PomText(String text) {
    this.text = text;
  }

  /** It is no POM, or one that cannot be added to. */
  static final class NoPlaceException extends Exception {
    private static final long serialVersionUID = 1L;

    NoPlaceException(String message) {
      super(message);
    }
  }

  /**
   * Reads a POM.
   *
   * @throws NoPlaceException if it is none; the line is named
   */
  static PomText of(String text) throws NoPlaceException {
    PomText pom = new PomText(text);
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), pom.new Reader());
    } catch (SAXParseException e) {
      throw new NoPlaceException("line " + e.getLineNumber() + " is no XML: " + e.getMessage());
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new NoPlaceException("it cannot be read: " + e.getMessage());
    }
    if (pom.endOfProject == NONE) {
      throw new NoPlaceException("it has no <project>");
    }
    return pom;
  }

  private final class Reader extends DefaultHandler {
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder content = new StringBuilder();
    private Locator place;

    @Override
    public void setDocumentLocator(Locator locator) {
      place = locator;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      path.addLast(name);
      content.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      content.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      switch (String.join("/", path)) {
        case "project/build/plugins/plugin/artifactId" ->
            hasPlugin |= content.toString().strip().equals(Own.ARTIFACT);
        case "project/build/plugins" -> endOfPlugins = endTag();
        case "project/build" -> endOfBuild = endTag();
        case "project" -> endOfProject = endTag();
        default -> {}
      }
      path.removeLast();
      content.setLength(0);
    }

    /** Where the tag begins that has just been read. */
    private int endTag() {
      int line = 0;
      for (int i = 1; i < place.getLineNumber(); i++) {
        line = text.indexOf('\n', line) + 1;
      }
      int after = line + place.getColumnNumber() - 1;
      return text.startsWith("/>", after - 2) ? EMPTY : text.lastIndexOf("</", after - 1);
    }
  }

  /** Whether the plugin is there. */
  boolean hasPlugin() {
    return hasPlugin;
  }

  /**
   * The same with the plugin.
   *
   * @throws NoPlaceException if {@code <build/>} or {@code <plugins/>} stands there empty
   */
  String withPlugin() throws NoPlaceException {
    if (endOfPlugins != NONE) {
      return before(endOfPlugins, block("  "));
    }
    if (endOfBuild != NONE) {
      return before(endOfBuild, "  <plugins>\n" + block("    ") + "  </plugins>\n");
    }
    return before(
        endOfProject,
        "  <build>\n    <plugins>\n" + block("      ") + "    </plugins>\n  </build>\n");
  }

  /** By how much the file itself moves to the right: what its first such line begins with. */
  private String step() {
    Matcher first = STEP.matcher(text);
    return first.find() ? first.group(1) : "  ";
  }

  /** Adds lines before an end tag, as far to the right as that is. */
  private String before(int tag, String lines) throws NoPlaceException {
    if (tag == EMPTY) {
      throw new NoPlaceException("it has an element without content where the plugin would go");
    }
    int line = text.lastIndexOf('\n', tag) + 1;
    String indent = text.substring(line, tag);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    boolean isAlone = indent.isBlank();
    StringBuilder added = new StringBuilder(isAlone ? "" : end);
    Iterator<String> each = lines.lines().iterator();
    while (each.hasNext()) {
      String next = each.next();
      String content = next.stripLeading();
      int depth = (next.length() - content.length()) / 2;
      added.append(isAlone ? indent : "").append(step().repeat(depth)).append(content).append(end);
    }
    int place = isAlone ? line : tag;
    return text.substring(0, place) + added + text.substring(place);
  }

  /** The plugin, each line this far to the right. */
  static String block(String indent) {
    return """
        <plugin>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <extensions>true</extensions>
        </plugin>
        """
        .formatted(Own.GROUP, Own.ARTIFACT, Own.version())
        .indent(indent.length());
  }
}
