package dev.unclog.catalogue.stub;

import com.github.javaparser.GeneratedJavaParserConstants;
import com.github.javaparser.ParseException;
import com.github.javaparser.Problem;
import com.github.javaparser.Token;
import com.github.javaparser.TokenMgrException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain words what JavaParser says in its own: which word it stumbled over, after which,
 * and what could have stood there if that is few enough to help.
 */
final class SyntaxErrors {
  private static final int FEW = 4;
  private static final Pattern LEXICAL =
      Pattern.compile(
          "(?s).*line (\\d+), column \\d+\\.\\s+Encountered: (.*?) ?(?:\\(\\d+\\), )?after : (.*)");

  private SyntaxErrors() {}

  /** A grammar mistake. */
  static void misplaced(Problem problem, Problems problems) {
    if (problem.getCause().orElse(null) instanceof ParseException e && e.currentToken != null) {
      Token before = e.currentToken;
      Token found = before.next;
      boolean atEnd = found.kind == GeneratedJavaParserConstants.EOF;
      String where = atEnd ? "the text ends" : "'" + found.image + "' does not belong";
      String after = before.image == null ? "" : " after '" + before.image + "'";
      problems.add(atEnd ? before.endLine : found.beginLine, where + after + expected(e));
      return;
    }
    problems.add(
        problem.getLocation().flatMap(range -> range.toRange()).map(r -> r.begin.line).orElse(0),
        "this is not Java: " + firstLine(problem.getMessage()));
  }

  /** Characters that are no word of Java at all. */
  static void unreadable(TokenMgrException problem, String text, Problems problems) {
    Matcher parts = LEXICAL.matcher(problem.getMessage());
    if (!parts.matches()) {
      problems.add(0, "this is not Java: " + firstLine(problem.getMessage()));
      return;
    }
    int line = Integer.parseInt(parts.group(1));
    boolean atEnd = parts.group(2).startsWith("<EOF>");
    String found = atEnd ? "" : undumped(parts.group(2));
    String before = undumped(parts.group(3));
    if (before.startsWith("\"") && before.endsWith("\\") && !found.isBlank()) {
      problems.add(line, "\\" + found + " stands for nothing in a text; \\ itself is written \\\\");
    } else if (before.startsWith("\"")) {
      problems.add(line, "a text begins with \" on this line and does not end");
    } else if (before.startsWith("'")) {
      problems.add(line, "' is no quotation mark in Java: a text stands in \"");
    } else if (atEnd && before.isEmpty()) {
      int opened = Math.max(0, text.lastIndexOf("/*"));
      int openedLine = 1 + (int) text.substring(0, opened).chars().filter(c -> c == '\n').count();
      problems.add(
          openedLine, "the comment that begins on this line does not end: a */ is missing");
    } else {
      problems.add(line, "the character " + (before + found).strip() + " has no meaning in Java");
    }
  }

  /** What JavaParser quotes and escapes, as it is in the text. */
  private static String undumped(String dumped) {
    String inner = dumped.substring(1, Math.max(1, dumped.length() - 1));
    return inner.replaceAll("\\\\([\"'\\\\])", "$1");
  }

  private static String expected(ParseException e) {
    List<String> expected =
        Arrays.stream(e.expectedTokenSequences)
            .filter(sequence -> sequence.length > 0)
            .map(sequence -> e.tokenImage[sequence[0]])
            .map(image -> image.equals("<IDENTIFIER>") ? "a name" : image.replace('"', '\''))
            .distinct()
            .sorted()
            .toList();
    boolean wantsName = expected.contains("a name");
    if (expected.contains("';'") && expected.size() <= 2 * FEW) {
      // All else that may follow there, as a body, has no use in a stub.
      return "; expected ';'";
    }
    if (expected.size() <= FEW) {
      return "; expected " + String.join(" or ", expected);
    }
    // Words that Java reserves in some places only count as names in all the others.
    return wantsName && !expected.contains("'class'") && !expected.contains("'('")
        ? "; expected a name"
        : "";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
