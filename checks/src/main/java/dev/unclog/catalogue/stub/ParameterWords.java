package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.Offloaded;
import dev.unclog.annotations.stub.BlocksLike;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.annotations.stub.Keeps;
import dev.unclog.annotations.stub.NeverBlocksWhen;
import dev.unclog.annotations.stub.RunsAtOnce;
import dev.unclog.annotations.stub.RunsOn;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words at the parameters of one method or constructor. */
final class ParameterWords {
  private static final String RECEIVER = "this";

  static final Map<FunctionFate, Class<? extends Annotation>> FATES =
      new EnumMap<>(
          Map.of(
              FunctionFate.RUNS_AT_ONCE, RunsAtOnce.class,
              FunctionFate.KEPT, Keeps.class,
              FunctionFate.OFFLOADED, Offloaded.class,
              FunctionFate.COOPERATIVE, Cooperative.class,
              FunctionFate.ON_EXECUTOR, RunsOn.class));

  private final List<String> names;
  private final Problems problems;
  private final List<Entry.Parameter> entries = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private int conditionLine;
  private boolean broken;

  private ParameterWords(List<String> names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  static ParameterWords read(CallableDeclaration<?> member, Problems problems) {
    List<Parameter> parameters = member.getParameters();
    ParameterWords read =
        new ParameterWords(parameters.stream().map(Parameter::getNameAsString).toList(), problems);
    int before = problems.count();
    for (int i = 0; i < parameters.size(); i++) {
      read.add(i, Words.read(parameters.get(i).getAnnotations(), Place.PARAMETER, problems));
    }
    read.broken = problems.count() > before;
    return read;
  }

  List<Entry.Parameter> entries() {
    return entries;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** Where the last condition stands. */
  int conditionLine() {
    return conditionLine;
  }

  boolean any() {
    return !entries.isEmpty() || !conditions.isEmpty();
  }

  /** Whether something is wrong with them. */
  boolean broken() {
    return broken;
  }

  /**
   * The position of a parameter.
   *
   * @param name its name
   * @param line where it is spoken of
   * @param word by which word
   * @return from 0; -1 if there is none, which has been noted
   */
  int position(String name, int line, String word) {
    int position = names.indexOf(name);
    if (position < 0) {
      problems.add(
          line,
          word
              + " names a parameter '"
              + name
              + "' that is not there"
              + (names.isEmpty() ? "" : Spelling.hint(name, names, "")));
    }
    return position;
  }

  private void add(int position, Words words) {
    List<FunctionFate> fates =
        FATES.keySet().stream().filter(fate -> words.has(FATES.get(fate))).toList();
    if (fates.size() > 1) {
      problems.add(
          words.line(FATES.get(fates.get(1))),
          "only one thing can become of a function: @"
              + FATES.get(fates.get(0)).getSimpleName()
              + " or @"
              + FATES.get(fates.get(1)).getSimpleName());
    }
    int executor = words.get(RunsOn.class).map(on -> executor(on, position, words)).orElse(-1);
    Set<BlockingKind> forbids = new Claims(words, problems).forbids(words.has(Cooperative.class));
    boolean decides = words.has(BlocksLike.class);
    if (!fates.isEmpty() || decides) {
      entries.add(
          new Entry.Parameter(
              position,
              names.get(position),
              fates.stream().findFirst(),
              executor,
              decides,
              forbids));
    }
    words.get(NeverBlocksWhen.class).ifPresent(when -> addCondition(position, when, words));
  }

  private int executor(RunsOn on, int position, Words words) {
    if (on.value().equals(RECEIVER)) {
      return -1;
    }
    int executor = position(on.value(), words.line(RunsOn.class), "@RunsOn");
    if (executor == position) {
      problems.add(words.line(RunsOn.class), "@RunsOn names the function itself, not an executor");
    }
    return executor;
  }

  private void addCondition(int position, NeverBlocksWhen when, Words words) {
    conditionLine = words.line(NeverBlocksWhen.class);
    if (when.checked().length > 0 || !when.configured().isEmpty() || when.from().length > 0) {
      problems.add(
          conditionLine,
          "checked, configured and from speak of the receiver: write them on the method");
    } else if (!when.zero() && !when.literalAddress()) {
      problems.add(
          conditionLine,
          "@NeverBlocksWhen on a parameter wants zero = true or literalAddress = true");
    }
    if (when.zero()) {
      conditions.add(new Condition.Zero(position));
    }
    if (when.literalAddress()) {
      conditions.add(new Condition.LiteralAddress(position));
    }
  }
}
