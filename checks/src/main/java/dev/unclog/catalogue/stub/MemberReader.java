package dev.unclog.catalogue.stub;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.stub.ChecksHub;
import dev.unclog.annotations.stub.DropIn;
import dev.unclog.annotations.stub.EveryFunctionParameter;
import dev.unclog.annotations.stub.EveryOverload;
import dev.unclog.annotations.stub.Forbids;
import dev.unclog.annotations.stub.Hop;
import dev.unclog.annotations.stub.Instead;
import dev.unclog.annotations.stub.MakesExecutor;
import dev.unclog.annotations.stub.Matching;
import dev.unclog.annotations.stub.NeverBlocksWhen;
import dev.unclog.annotations.stub.Possibly;
import dev.unclog.annotations.stub.WithAsyncSibling;
import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Condition;
import dev.unclog.catalogue.Entry.Context;
import dev.unclog.catalogue.Entry.Members;
import dev.unclog.catalogue.Entry.Nearby;
import dev.unclog.catalogue.Entry.Origin;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.Entry.Versions;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads the methods and constructors of one type. */
final class MemberReader {
  private static final Pattern NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final Pattern CALL =
      Pattern.compile("\\s*(" + NAME + ")\\s*\\(\\s*(.*?)\\s*\\)\\s*");

  private final TypeNames names;
  private final TypeWords type;
  private final Versions versions;
  private final Function<SimpleName, Origin> origin;
  private final Problems problems;

  MemberReader(
      TypeNames names,
      TypeWords type,
      Versions versions,
      Function<SimpleName, Origin> origin,
      Problems problems) {
    this.names = names;
    this.type = type;
    this.versions = versions;
    this.origin = origin;
    this.problems = problems;
  }

  /**
   * Reads one member.
   *
   * @return its entry; empty if the type's words say all there is, or something is wrong
   */
  Optional<Entry> read(CallableDeclaration<?> member) {
    boolean constructor = member instanceof ConstructorDeclaration;
    Words words =
        Words.read(
            member.getAnnotations(), constructor ? Place.CONSTRUCTOR : Place.METHOD, problems);
    ParameterWords parameters = ParameterWords.read(member, problems);
    if (words.broken() || parameters.broken()) {
      return Optional.empty();
    }
    int before = problems.count();
    Claims claims = new Claims(words, problems);
    Optional<Verdict> verdict = verdict(words, claims);
    Entry entry =
        new Entry(
            origin.apply(member.getName()),
            names.type(),
            members(member, words, parameters),
            claims.versions(versions),
            verdict,
            conditions(words, parameters, verdict),
            context(words, claims),
            parameters.entries(),
            words.get(EveryFunctionParameter.class).map(EveryFunctionParameter::value),
            words.get(MakesExecutor.class).map(MakesExecutor::value),
            words.get(Hop.class).map(hop -> hop(hop, words, parameters)),
            onHub(member, words),
            /* isNeverEntered= */ false,
            type.isPossibly() || words.has(Possibly.class));
    if (!saysNothing(entry)) {
      return Optional.of(entry);
    }
    if (!type.speaks() && problems.count() == before) {
      problems.add(member.getName(), Claims.nothingSaid(member.getNameAsString()));
    }
    return Optional.empty();
  }

  private static boolean saysNothing(Entry entry) {
    return entry.verdict().isEmpty()
        && entry.neverBlocksWhen().isEmpty()
        && entry.context().isEmpty()
        && entry.parameters().isEmpty()
        && entry.everyFunction().isEmpty()
        && entry.makes().isEmpty()
        && entry.hop().isEmpty()
        && entry.onHub().isEmpty();
  }

  private Members members(CallableDeclaration<?> member, Words words, ParameterWords parameters) {
    List<Class<? extends Annotation>> said =
        Stream.of(EveryOverload.class, Matching.class, WithAsyncSibling.class)
            .filter(words::has)
            .toList();
    if (said.size() > 1) {
      problems.add(
          words.line(said.get(1)),
          "a line is @EveryOverload, @Matching or @WithAsyncSibling, and not two of them");
    }
    boolean byName = words.has(Matching.class) || words.has(WithAsyncSibling.class);
    if (byName && parameters.any()) {
      problems.add(
          member.getName(),
          "the parameters of a line for many methods do not count;"
              + " @EveryFunctionParameter speaks of all functions given to them");
    }
    if (words.has(Matching.class)) {
      Matching matching = words.get(Matching.class).orElseThrow();
      return new Members.Matching(regex(words), matching.addedBySubtypes());
    }
    if (words.has(WithAsyncSibling.class)) {
      String suffix = words.get(WithAsyncSibling.class).orElseThrow().suffix();
      if (suffix.isBlank()) {
        problems.add(words.line(WithAsyncSibling.class), "@WithAsyncSibling wants a suffix");
      }
      return new Members.WithAsyncSibling(suffix);
    }
    String name =
        member instanceof ConstructorDeclaration ? Callee.CONSTRUCTOR : member.getNameAsString();
    List<String> types = names.inside(member).erased(member.getParameters());
    return words.has(EveryOverload.class)
        ? new Members.EveryOverload(name, types)
        : new Members.Exactly(name, types);
  }

  private String regex(Words words) {
    String regex = words.get(Matching.class).orElseThrow().value();
    try {
      Pattern.compile(regex);
      if (regex.isEmpty()) {
        problems.add(
            words.line(Matching.class), "@Matching wants a pattern; an empty one matches no name");
      }
    } catch (PatternSyntaxException e) {
      problems.add(
          words.line(Matching.class),
          "the pattern " + regex + " is no regular expression: " + e.getDescription());
    }
    return regex;
  }

  private Optional<Verdict> verdict(Words words, Claims claims) {
    Optional<Verdict> verdict = claims.verdict().or(type::verdict);
    List<Nearby> own = claims.nearby();
    if (verdict.orElse(null) instanceof Verdict.Blocks blocks) {
      List<Nearby> nearby = new ArrayList<>(own);
      type.nearby().stream()
          .filter(
              each -> own.stream().noneMatch(o -> o.packagePrefix().equals(each.packagePrefix())))
          .forEach(nearby::add);
      return Optional.of(
          new Verdict.Blocks(
              blocks.kind(),
              blocks.severity(),
              blocks.instead(),
              dropIn(words),
              List.copyOf(nearby)));
    }
    if (words.has(DropIn.class)) {
      problems.add(words.line(DropIn.class), "@DropIn replaces a @Blocking call; this is none");
    }
    if (!own.isEmpty()) {
      problems.add(words.line(Instead.class), Claims.INSTEAD_OF_NOTHING);
    }
    return verdict;
  }

  private String dropIn(Words words) {
    String name = words.get(DropIn.class).map(DropIn::value).orElse("");
    if (words.has(DropIn.class) && !NAME.matcher(name).matches()) {
      problems.add(
          words.line(DropIn.class),
          "@DropIn wants the name of a method, as getHostString; this is '" + name + "'");
    }
    return name;
  }

  private Optional<Context> context(Words words, Claims claims) {
    boolean narrowsType = words.has(Forbids.class) && type.context().isPresent();
    return claims.context(
        words.has(Cooperative.class) || narrowsType,
        narrowsType && type.context().orElseThrow().marksThreads());
  }

  private List<Condition> conditions(
      Words words, ParameterWords parameters, Optional<Verdict> verdict) {
    List<Condition> conditions = new ArrayList<>(parameters.conditions());
    Optional<NeverBlocksWhen> written = words.get(NeverBlocksWhen.class);
    written.ifPresent(when -> addConditions(when, words, conditions));
    if (!conditions.isEmpty() && verdict.orElse(null) instanceof Verdict.NeverBlocks) {
      problems.add(
          written.isPresent() ? words.line(NeverBlocksWhen.class) : parameters.conditionLine(),
          "@NeverBlocksWhen is for calls that block otherwise; this one is said never to block");
    }
    return conditions;
  }

  private void addConditions(NeverBlocksWhen when, Words words, List<Condition> conditions) {
    int line = words.line(NeverBlocksWhen.class);
    if (when.zero() || when.literalAddress()) {
      problems.add(
          line, "zero and literalAddress speak of one argument: write them at its parameter");
    } else if (when.checked().length == 0
        && when.configured().isEmpty()
        && when.from().length == 0) {
      problems.add(
          line, "@NeverBlocksWhen on a method wants checked = …, configured = … or from = …");
    }
    for (String method : when.checked()) {
      checkName("checked", method, "isDone", line);
      conditions.add(new Condition.Checked(method));
    }
    for (String method : when.from()) {
      checkName("from", method, "getLocalHost", line);
      conditions.add(new Condition.From(method));
    }
    if (!when.configured().isEmpty()) {
      Matcher call = CALL.matcher(when.configured());
      if (call.matches()) {
        conditions.add(new Condition.Configured(call.group(1), call.group(2)));
      } else {
        problems.add(
            line,
            "configured wants a call, as configureBlocking(false); this is '"
                + when.configured()
                + "'");
      }
    }
  }

  private void checkName(String word, String method, String example, int line) {
    if (!NAME.matcher(method).matches()) {
      problems.add(
          line, word + " wants the name of a method, as " + example + "; this is '" + method + "'");
    }
  }

  private Optional<Boolean> onHub(CallableDeclaration<?> member, Words words) {
    if (words.has(ChecksHub.class)) {
      if (words.has(Matching.class) || words.has(WithAsyncSibling.class)) {
        problems.add(words.line(ChecksHub.class), "@ChecksHub wants a line for one name");
      } else if (!(member instanceof MethodDeclaration method
          && method.getType().asString().equals("boolean"))) {
        problems.add(
            words.line(ChecksHub.class), "@ChecksHub wants a method that answers true or false");
      }
    }
    return words.get(ChecksHub.class).map(ChecksHub::onHub);
  }

  private Entry.Hop hop(Hop hop, Words words, ParameterWords parameters) {
    return new Entry.Hop(
        hop.governs(),
        hop.on().isEmpty() ? -1 : parameters.position(hop.on(), words.line(Hop.class), "@Hop"));
  }
}
