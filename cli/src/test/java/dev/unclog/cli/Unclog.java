package dev.unclog.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A run of the command line inside the tests' JVM.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Unclog(int status, String out, String err) {
  static Unclog run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Unclog(status, out.toString(), err.toString());
  }
}
