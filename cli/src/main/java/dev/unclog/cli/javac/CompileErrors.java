package dev.unclog.cli.javac;

import com.sun.tools.javac.api.ClientCodeWrapper;
import com.sun.tools.javac.util.JCDiagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Sorts what the compiler complains of: by source, by unreadable class file, and the rest. */
final class CompileErrors implements DiagnosticListener<JavaFileObject> {
  private static final Pattern BAD_CLASS_FILE = Pattern.compile("bad class file: (.+)");

  private final Map<String, Diagnostic<? extends JavaFileObject>> bySource = new LinkedHashMap<>();
  private final Set<String> unreadable = new LinkedHashSet<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> usage = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> crashes = new ArrayList<>();

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    String code = diagnostic.getCode() == null ? "" : diagnostic.getCode();
    String message = diagnostic.getMessage(Locale.ENGLISH);
    if (code.equals("compiler.note.proc.messager")) {
      notes.add(message);
    }
    if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
      return;
    }
    if (code.equals("compiler.err.proc.messager")) {
      // No annotation processor runs, so it is a check that speaks.
      usage.add(message);
      return;
    }
    if (code.equals("compiler.err.error.prone")) {
      // A finding, which arrives as data too.
      return;
    }
    if (code.startsWith("compiler.err.error.prone")) {
      crashes.add(message);
      return;
    }
    Matcher matcher = BAD_CLASS_FILE.matcher(message);
    if (matcher.find()) {
      String wrong = message.substring(matcher.end()).strip().lines().findFirst().orElse("");
      unreadable.add(wrong.isEmpty() ? matcher.group(1) : matcher.group(1) + ": " + wrong);
    }
    JavaFileObject source = diagnostic.getSource();
    if (source == null || source.getKind() != JavaFileObject.Kind.SOURCE) {
      others.add(message);
    } else {
      bySource.putIfAbsent(source.toUri().toString(), diagnostic);
    }
  }

  /** The first error about each source, by the source's URI. */
  Map<String, Diagnostic<? extends JavaFileObject>> bySource() {
    return bySource;
  }

  /** Class files that are broken. */
  Set<String> unreadable() {
    return unreadable;
  }

  /** What is about no source in particular. */
  List<String> others() {
    return others;
  }

  /** What the checks make of their options and stubs: the user's to mend. */
  List<String> usage() {
    return usage;
  }

  /** What the checks could not see through. */
  List<String> notes() {
    return notes;
  }

  /** What a check said when it failed. */
  List<String> crashes() {
    return crashes;
  }

  /** Whether it is an error of the parser; others are about meaning. */
  static boolean isSyntax(Diagnostic<?> diagnostic) {
    Object unwrapped =
        diagnostic instanceof ClientCodeWrapper.DiagnosticSourceUnwrapper wrapper
            ? wrapper.d
            : diagnostic;
    return unwrapped instanceof JCDiagnostic javac
        && javac.isFlagSet(JCDiagnostic.DiagnosticFlag.SYNTAX);
  }

  static String firstLine(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("").strip();
  }
}
