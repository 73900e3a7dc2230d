package dev.unclog.cli.explain;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line of a stub file, in words. */
final class EntryText {
  private final Entry entry;
  private final List<String> lines = new ArrayList<>();

  private EntryText(Entry entry) {
    this.entry = entry;
  }

  /** A paragraph: whom the entry speaks of and where it is written, then what it says. */
  static String of(Entry entry) {
    EntryText text = new EntryText(entry);
    text.add();
    return String.join("\n", text.lines) + "\n";
  }

  private void add() {
    lines.add(subject() + "  (" + entry.origin().library() + ", " + entry.origin() + ")");
    entry.verdict().ifPresent(this::verdict);
    entry.neverBlocksWhen().forEach(when -> say("never blocks when " + words(when)));
    entry
        .context()
        .ifPresent(
            context -> {
              say("runs cooperatively" + forbidding(context.forbids()));
              if (context.marksThreads()) {
                say("marks threads that must not block");
              }
            });
    entry
        .everyFunction()
        .ifPresent(fate -> say("every function given to it: " + words(fate.name())));
    entry.parameters().forEach(this::parameter);
    entry.makes().ifPresent(nature -> say("makes an executor: " + words(nature.name())));
    entry.hop().ifPresent(hop -> say("moves the chain: " + words(hop.governs().name())));
    if (entry.isPossibly()) {
      say("possibly: which thread runs what is cooperative here is not certain");
    }
    if (entry.isNeverEntered()) {
      say("never entered: what is written there is not looked into");
    }
    entry.onHub().ifPresent(answer -> say("answers " + answer + " on threads that must not block"));
    if (!entry.versions().since().isEmpty()) {
      say("since version " + entry.versions().since());
    }
    if (!entry.versions().until().isEmpty()) {
      say("until version " + entry.versions().until());
    }
  }

  private void verdict(Verdict verdict) {
    if (!(verdict instanceof Verdict.Blocks blocks)) {
      say("never blocks");
      return;
    }
    String severity =
        blocks.severity() == Severity.OFF
            ? "known, not reported"
            : blocks.severity() == Severity.ERROR ? "BlockingCall" : "PossiblyBlockingCall";
    String kind = blocks.kind().word() + (blocks.kind().onByDefault() ? "" : ", off by default");
    say((blocks.severity() == Severity.WARNING ? "may block: " : "blocks: ") + kind);
    say("reported by: " + severity);
    if (!blocks.instead().isEmpty()) {
      say("instead: " + blocks.instead());
    }
    blocks
        .nearby()
        .forEach(nearby -> say("instead, near " + nearby.packagePrefix() + ": " + nearby.use()));
  }

  private void parameter(Entry.Parameter parameter) {
    List<String> words = new ArrayList<>();
    parameter
        .fate()
        .ifPresent(
            fate ->
                words.add(
                    words(fate.name())
                        + (parameter.executor() >= 0
                            ? " of parameter " + (parameter.executor() + 1)
                            : "")
                        + forbidding(parameter.forbids())));
    if (parameter.decides()) {
      words.add("what is given here decides whether it blocks");
    }
    if (!words.isEmpty()) {
      say("parameter " + parameter.name() + ": " + String.join(", ", words));
    }
  }

  private String subject() {
    String type = entry.type();
    Members members = entry.members();
    if (members instanceof Members.Exactly one) {
      return type
          + (one.name().equals(Callee.CONSTRUCTOR) ? "" : "#" + one.name())
          + "("
          + String.join(", ", one.parameterTypes())
          + ")";
    }
    if (members instanceof Members.EveryOverload every) {
      return type
          + (every.name().equals(Callee.CONSTRUCTOR) ? "" : "#" + every.name())
          + "(…), every overload";
    }
    if (members instanceof Members.Matching matching) {
      return type + ", every method that matches " + matching.regex();
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      return type + ", every method beside another of its name with " + sibling.suffix();
    }
    if (members instanceof Members.Field field) {
      return type + "#" + field.name();
    }
    return members instanceof Members.Package
        ? "package " + type + ", and those below it"
        : type + ", as a type";
  }

  private static String words(Condition condition) {
    if (condition instanceof Condition.Zero zero) {
      return "argument " + (zero.parameter() + 1) + " is the constant zero";
    }
    if (condition instanceof Condition.LiteralAddress literal) {
      return "argument " + (literal.parameter() + 1) + " is an address in figures";
    }
    if (condition instanceof Condition.Checked checked) {
      return checked.method() + "() was found true before";
    }
    if (condition instanceof Condition.From from) {
      return "it is made on what " + from.method() + "() returned";
    }
    Condition.Configured configured = (Condition.Configured) condition;
    return configured.method() + "(" + configured.argument() + ") was called before";
  }

  private static String forbidding(Collection<BlockingKind> kinds) {
    return kinds.isEmpty()
        ? ""
        : ", forbidden: "
            + kinds.stream().map(BlockingKind::word).collect(Collectors.joining(", "));
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void say(String words) {
    lines.add("  " + words);
  }
}
