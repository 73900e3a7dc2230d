package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  private final String file;
  private final List<StubProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String text) {
    found.add(new StubProblem(file, line, text));
  }

  void add(Node where, String text) {
    add(lineOf(where), text);
  }

  int count() {
    return found.size();
  }

  /** All of them, by line; those of one line in the order found. */
  List<StubProblem> sorted() {
    return found.stream().sorted(Comparator.comparingInt(StubProblem::line)).toList();
  }

  static int lineOf(Node node) {
    return node.getBegin().map(position -> position.line).orElse(0);
  }
}
