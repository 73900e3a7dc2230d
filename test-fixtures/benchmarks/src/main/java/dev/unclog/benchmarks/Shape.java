package dev.unclog.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A program that can be of any size: one cooperative method from where calls lead to {@code
 * Thread.sleep}, by way of as many methods as are asked for.
 */
enum Shape {
  /** Each method calls the next. */
  CHAIN("a chain") {
    @Override
    Generated generate(int size) {
      return new Generated(
          Map.of(), withRoot("M0.m0();", methods(size, "", i -> i + 1 < size ? next(i) : SINK)));
    }
  },
  /** The same, and the last calls the first as well. */
  CYCLE("a cycle") {
    @Override
    Generated generate(int size) {
      return new Generated(
          Map.of(),
          withRoot(
              "M0.m0();", methods(size, "", i -> i + 1 < size ? next(i) : SINK + " M0.m0();")));
    }
  },
  /** A chain of methods each of which calls an interface that as many classes implement. */
  HIERARCHY("an interface, called and implemented") {
    @Override
    Generated generate(int size) {
      Map<String, String> files =
          withRoot(
              "M0.m0(new I0());",
              methods(
                  size,
                  "Step step",
                  i -> "step.run();" + (i + 1 < size ? call(i + 1, "step") : "")));
      files.put("Step", "interface Step { void run() throws InterruptedException; }\n");
      files.putAll(
          files(
              size,
              "Steps",
              "",
              i -> "final class I%d implements Step { %s }\n".formatted(i, method("run", "", SINK)),
              ""));
      return new Generated(Map.of(), files);
    }
  },
  /** A chain of methods that were compiled before. */
  CLASS_FILES("a chain in a jar") {
    @Override
    Generated generate(int size) {
      return new Generated(
          methods(size, "", i -> i + 1 < size ? next(i) : SINK), withRoot("M0.m0();", Map.of()));
    }
  },
  /** Each method passes on the function that it was given. */
  FUNCTION("a function passed on") {
    @Override
    Generated generate(int size) {
      return functions(size, "task");
    }
  },
  /** Each method passes on a function of its own, which runs the one that it was given. */
  FUNCTIONS("functions, each run by the next") {
    @Override
    Generated generate(int size) {
      return functions(size, "() -> task.run()");
    }
  };

  /**
   * What a build compiles.
   *
   * @param library sources compiled before, by class
   * @param sources by class
   */
  record Generated(Map<String, String> library, Map<String, String> sources) {}

  /** Files of people are not much longer; javac itself would not mind. */
  static final int MOST_IN_A_FILE = 100;

  static final String PACKAGE = "growth";

  private static final String SINK = "Thread.sleep(1);";

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /** A program of about as many methods. */
  abstract Generated generate(int size);

  private static Generated functions(int size, String passedOn) {
    Map<String, String> files =
        withRoot(
            "M0.m0(() -> Thread.sleep(1));",
            methods(size, "Task task", i -> i + 1 < size ? call(i + 1, passedOn) : "task.run();"));
    files.put("Task", "interface Task { void run() throws InterruptedException; }\n");
    return new Generated(Map.of(), files);
  }

  private static Map<String, String> withRoot(String body, Map<String, String> files) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "Root",
        "final class Root {\n  @dev.unclog.annotations.Cooperative\n  %s\n}\n"
            .formatted(method("onEvent", "", body)));
    all.putAll(files);
    return all;
  }

  /** Static methods m0, m1 and so on, in classes M0, M1 and so on. */
  private static Map<String, String> methods(int size, String parameter, IntFunction<String> body) {
    return files(
        size,
        "M",
        "final class %s {\n",
        i -> "  static " + method("m" + i, parameter, body.apply(i)) + "\n",
        "}\n");
  }

  /** Parts of a program, spread over files. */
  private static Map<String, String> files(
      int size, String name, String head, IntFunction<String> part, String foot) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int first = 0; first < size; first += MOST_IN_A_FILE) {
      String file = name + first / MOST_IN_A_FILE;
      StringBuilder text = new StringBuilder(head.formatted(file));
      IntStream.range(first, Math.min(size, first + MOST_IN_A_FILE))
          .mapToObj(part)
          .forEach(text::append);
      files.put(file, text.append(foot).toString());
    }
    return files;
  }

  private static String method(String name, String parameter, String body) {
    return "public void %s(%s) throws InterruptedException { %s }".formatted(name, parameter, body);
  }

  private static String next(int i) {
    return call(i + 1, "");
  }

  private static String call(int i, String argument) {
    return "M%d.m%d(%s);".formatted(i / MOST_IN_A_FILE, i, argument);
  }

  @Override
  public String toString() {
    return words;
  }
}
