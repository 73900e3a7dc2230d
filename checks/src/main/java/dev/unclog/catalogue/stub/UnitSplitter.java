package dev.unclog.catalogue.stub;

import static com.github.javaparser.GeneratedJavaParserConstants.AT;
import static com.github.javaparser.GeneratedJavaParserConstants.CLASS;
import static com.github.javaparser.GeneratedJavaParserConstants.DOT;
import static com.github.javaparser.GeneratedJavaParserConstants.ENUM;
import static com.github.javaparser.GeneratedJavaParserConstants.EOF;
import static com.github.javaparser.GeneratedJavaParserConstants.IDENTIFIER;
import static com.github.javaparser.GeneratedJavaParserConstants.INTERFACE;
import static com.github.javaparser.GeneratedJavaParserConstants.LBRACE;
import static com.github.javaparser.GeneratedJavaParserConstants.LPAREN;
import static com.github.javaparser.GeneratedJavaParserConstants.NEW;
import static com.github.javaparser.GeneratedJavaParserConstants.PACKAGE;
import static com.github.javaparser.GeneratedJavaParserConstants.RBRACE;
import static com.github.javaparser.GeneratedJavaParserConstants.RECORD;
import static com.github.javaparser.GeneratedJavaParserConstants.RPAREN;
import static com.github.javaparser.GeneratedJavaParserConstants.SEMICOLON;

import com.github.javaparser.GeneratedJavaParserTokenManager;
import com.github.javaparser.SimpleCharStream;
import com.github.javaparser.StringProvider;
import com.github.javaparser.Token;
import com.github.javaparser.TokenMgrException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes compilation units out of a stub file, which holds several: one for each {@code package}
 * line. Each is padded with empty lines, so that it says the same line numbers as the file. Two
 * things that Java's grammar has no place for are seen to on the way: braces are checked across the
 * units, and a constructor without a body gets an empty one.
 */
final class UnitSplitter {
  /** An open brace: its line, and the name of the type whose body it begins, or "". */
  private record Brace(int line, String type) {}

  private final String text;
  private final Problems problems;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final Deque<Brace> open = new ArrayDeque<>();

  /** Where each unit begins, and the semicolons that stand for a constructor's body. */
  private final List<Integer> unitStarts = new ArrayList<>();

  private final List<Integer> missingBodies = new ArrayList<>();

  /**
   * Splits a file's text.
   *
   * @param text with line feeds alone as line ends
   * @return Java compilation units; none if the text is so broken that there is no telling
   */
  static List<String> split(String text, Problems problems) {
    return new UnitSplitter(text, problems).units();
  }

  private UnitSplitter(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    lineStarts.add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lineStarts.add(at + 1);
    }
  }

  private List<String> units() {
    int before = problems.count();
    try {
      scan(tokens());
    } catch (TokenMgrException e) {
      SyntaxErrors.unreadable(e, text, problems);
    }
    return problems.count() == before ? cut() : List.of();
  }

  private List<Token> tokens() {
    SimpleCharStream characters = new SimpleCharStream(new StringProvider(text));
    GeneratedJavaParserTokenManager lexer = new GeneratedJavaParserTokenManager(characters);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.getNextToken();
      tokens.add(token);
    } while (token.kind != EOF);
    return tokens;
  }

  private void scan(List<Token> tokens) {
    unitStarts.add(0);
    boolean packageSeen = false;
    int boundary = 0;
    int parentheses = 0;
    String declares = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind) {
        case PACKAGE -> {
          if (!open.isEmpty()) {
            problems.add(
                token.beginLine,
                "a } is missing before this package line: what opens on line "
                    + open.getLast().line()
                    + " is not closed");
            return;
          }
          if (packageSeen) {
            unitStarts.add(boundary);
          }
          packageSeen = true;
          parentheses = 0;
        }
        case CLASS, INTERFACE, ENUM, RECORD -> {
          // Words like record are names themselves, unless the type's name follows.
          if (parentheses == 0 && i + 1 < tokens.size() && tokens.get(i + 1).kind == IDENTIFIER) {
            declares = tokens.get(i + 1).image;
          }
        }
        case LPAREN -> {
          boolean constructor =
              parentheses == 0 && !open.isEmpty() && isDeclared(tokens, i - 1, open.peek().type());
          if (constructor) {
            noteMissingBody(tokens, i);
          }
          parentheses++;
        }
        case RPAREN -> parentheses = Math.max(0, parentheses - 1);
        case LBRACE -> {
          open.push(new Brace(token.beginLine, parentheses == 0 ? declares : ""));
          declares = parentheses == 0 ? "" : declares;
        }
        case RBRACE -> {
          if (open.isEmpty()) {
            problems.add(token.beginLine, "this } closes nothing");
            return;
          }
          open.pop();
          if (open.isEmpty() && parentheses == 0) {
            boundary = offset(token) + 1;
          }
        }
        case SEMICOLON -> {
          declares = "";
          parentheses = 0;
          if (open.isEmpty()) {
            boundary = offset(token) + 1;
          }
        }
        default -> {}
      }
    }
    if (!open.isEmpty()) {
      problems.add(open.peek().line(), "the { on this line is never closed: a } is missing");
    }
  }

  /** Whether a type's name stands where it begins a constructor, and not a word or a call. */
  private static boolean isDeclared(List<Token> tokens, int at, String type) {
    if (at < 1 || !tokens.get(at).image.equals(type)) {
      return false;
    }
    int before = tokens.get(at - 1).kind;
    return before != AT && before != DOT && before != NEW;
  }

  /** Notes a semicolon that, after the parameters that begin here, stands where a body must be. */
  private void noteMissingBody(List<Token> tokens, int parametersBegin) {
    int depth = 0;
    for (int i = parametersBegin; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.kind) {
        case LPAREN -> depth++;
        case RPAREN -> depth--;
        case LBRACE, RBRACE -> {
          if (depth == 0) {
            return;
          }
        }
        case SEMICOLON -> {
          missingBodies.add(offset(token));
          return;
        }
        default -> {}
      }
    }
  }

  private List<String> cut() {
    StringBuilder whole = new StringBuilder(text);
    // From behind, so that one insertion does not move the next.
    for (int i = missingBodies.size() - 1; i >= 0; i--) {
      int at = missingBodies.get(i);
      whole.replace(at, at + 1, "{}");
      unitStarts.replaceAll(start -> start > at ? start + 1 : start);
    }
    List<String> units = new ArrayList<>();
    int line = 0;
    for (int i = 0; i < unitStarts.size(); i++) {
      int start = unitStarts.get(i);
      int end = i + 1 < unitStarts.size() ? unitStarts.get(i + 1) : whole.length();
      String unit = whole.substring(start, end);
      units.add("\n".repeat(line) + unit);
      line += (int) unit.chars().filter(c -> c == '\n').count();
    }
    return units;
  }

  private int offset(Token token) {
    return lineStarts.get(token.beginLine - 1) + token.beginColumn - 1;
  }
}
