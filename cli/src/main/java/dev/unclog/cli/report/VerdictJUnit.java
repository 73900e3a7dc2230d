package dev.unclog.cli.report;

import dev.unclog.cli.loop.Judged;
import dev.unclog.cli.loop.Outcome;
import dev.unclog.cli.loop.Recorded;
import dev.unclog.cli.loop.Unpredicted;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Verdicts as the results of tests, which every CI can show: a suite for each module, a case for
 * each finding, failed where the policy says so.
 */
public final class VerdictJUnit {
  private final Outcome outcome;
  private final XMLStreamWriter xml;

  private VerdictJUnit(Outcome outcome, XMLStreamWriter xml) {
    this.outcome = outcome;
    this.xml = xml;
  }

  /**
   * Writes a report.
   *
   * @param outcome what there is to tell
   * @return the document
   */
  public static String of(Outcome outcome) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new VerdictJUnit(outcome, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("there is no disk to be full", e);
    }
    return text + "\n";
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    Map<String, List<Judged>> byModule =
        outcome.joined().judged().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.finding().module(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Judged>> module : byModule.entrySet()) {
      suite(module.getKey(), module.getValue());
    }
    unpredicted(outcome.joined().unpredicted());
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String module, List<Judged> all) throws XMLStreamException {
    begin("unclog " + module, all.size(), all.stream().filter(outcome::fails).count());
    for (Judged judged : all) {
      Recorded finding = judged.finding();
      List<String> evidence = Evidence.of(judged);
      write(
          finding.root().replaceFirst("#.*", ""),
          finding.check() + ": " + finding.root() + " > " + finding.sink(),
          outcome.fails(judged),
          judged.verdict().words() + ": " + finding.headline(),
          "%s:%d%n%s%n%s"
              .formatted(
                  finding.file(),
                  finding.line(),
                  String.join("\n", finding.message()),
                  String.join("\n", evidence))
              .replace("\r\n", "\n"));
    }
    end();
  }

  private void unpredicted(List<Unpredicted> all) throws XMLStreamException {
    if (all.isEmpty()) {
      return;
    }
    boolean fails = outcome.unpredictedFails();
    begin("unclog unpredicted", all.size(), fails ? all.size() : 0);
    for (Unpredicted each : all) {
      write(
          "unpredicted",
          each.place(),
          fails,
          "unpredicted: " + each.place(),
          String.join("\n", Evidence.of(each.blocked())) + "\n" + each.silence().words());
    }
    end();
  }

  private void begin(String name, long tests, long failures) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", name);
    attribute("tests", Long.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("errors", "0");
    attribute("skipped", "0");
  }

  private void end() throws XMLStreamException {
    line(1);
    xml.writeEndElement();
  }

  private void write(String type, String name, boolean fails, String headline, String words)
      throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", type);
    attribute("name", name);
    line(3);
    xml.writeStartElement(fails ? "failure" : "system-out");
    if (fails) {
      attribute("message", headline);
      xml.writeCharacters(allowed(words));
    } else {
      xml.writeCharacters(allowed(headline + "\n" + words));
    }
    xml.writeEndElement();
    line(2);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** XML has no way to write some characters. */
  private static String allowed(String words) {
    StringBuilder text = new StringBuilder(words.length());
    words
        .codePoints()
        .map(
            c ->
                c == '\n' || c == '\t' || (c >= ' ' && !Character.isISOControl(c) && isCharacter(c))
                    ? c
                    : '?')
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean isCharacter(int c) {
    return !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        && (c & 0xFFFE) != 0xFFFE;
  }
}
