package dev.unclog.realbugs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Small bugs and reports. */
final class Samples {
  static final String ROOT = "com.acme.Session#open()";
  static final String SINK = "java.lang.Thread#sleep(long)";

  private Samples() {}

  static Bug bug(PathClass path, boolean trueFix) {
    return bug("-", path, trueFix);
  }

  static Bug bug(String check, PathClass path, boolean trueFix) {
    return bug(check, ContextClass.C0, path, trueFix);
  }

  static Bug bugIn(ContextClass context) {
    return bug("-", context, PathClass.P1, true);
  }

  private static Bug bug(String check, ContextClass context, PathClass path, boolean trueFix) {
    return BugTable.parse(
            String.join("\t", BugTable.COLUMNS)
                + "\nB1\tacme\t#1\tcom.acme:acme\t1\t2\t"
                + context
                + "\t"
                + path
                + "\t1\twait\t-\tcom.acme.Session#open\t"
                + check
                + "\t-\t-\t+entropy\tjava.lang.Thread#sleep\tcom.acme.Pause#now"
                + " com.acme.Session#open\t"
                + (trueFix ? "yes" : "no")
                + "\twhy not")
        .get(0);
  }

  static String resultOf(String check, String root, String sink, String... rest) {
    return """
    {"ruleId": "%s", "message": {"text": "blocks"},
     "locations": [{"physicalLocation": {
       "artifactLocation": {"uri": "com/acme/Session.java", "uriBaseId": "SRCROOT"},
       "region": {"startLine": 7}}}],
     "properties": {"root": "%s", "sink": "%s"} %s}\
    """
        .formatted(check, root, sink, String.join("", rest));
  }

  static String result(String root, String sink, String... rest) {
    return resultOf("BlockingCall", root, sink, rest);
  }

  /** A code flow, for the end of a result. */
  static String way(String... members) {
    String steps =
        List.of(members).stream()
            .map(
                member ->
                    member.isEmpty()
                        ? "{\"location\": {}}"
                        : "{\"location\": {\"logicalLocations\": [{\"fullyQualifiedName\": \""
                            + member
                            + "\"}]}}")
            .collect(Collectors.joining(", "));
    return ", \"codeFlows\": [{\"threadFlows\": [{\"locations\": [" + steps + "]}]}]";
  }

  static String leftOut(String file, String reason) {
    return """
    {"level": "warning", "message": {"text": "left out: %s"},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"},
       "region": {"startLine": 1}}}]}\
    """
        .formatted(reason, file);
  }

  static LintReport report(List<String> results, String... notifications) {
    return LintReport.parse(
        """
        {"version": "2.1.0", "runs": [{"results": [%s],
          "invocations": [{"toolExecutionNotifications": [%s]}]}]}
        """
            .formatted(String.join(",", results), String.join(",", notifications)));
  }

  static Optional<Answer> answer(Answer.Kind kind, String because) {
    return Optional.of(new Answer(kind, because));
  }
}
