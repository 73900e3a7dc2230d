package dev.unclog.source;

import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.util.Context;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.index.ShippedCatalogue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The facts of a source text that a compiler has attributed. */
final class Attributed {
  private static final Set<String> ASKED = Set.of("inEventLoop", "isInNonBlockingThread");

  private static final String IMPORTS =
      "import java.util.*; import java.util.function.*; import java.util.concurrent.*;"
          + " import java.util.concurrent.locks.*;";

  private final Callees callees;
  private final SourceBodies bodies;

  private Attributed(Context context) {
    Types types = Types.instance(context);
    Catalogue catalogue = ShippedCatalogue.load();
    this.callees = new Callees(context);
    Judge judge =
        new Judge(new Words(catalogue), catalogue, new Natures(callees, catalogue), type -> true);
    this.bodies =
        new SourceBodies(
            Enter.instance(context),
            types,
            callees,
            new FactsReaders(types, callees, judge, new Interests(Set.of(), ASKED)),
            new OperatorCalls(types, Placement.UNKNOWN, () -> null));
  }

  /** Attributes a file {@code T.java}, some imports before the first line. */
  static Attributed of(String... lines) {
    StringWriter output = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                output,
                null,
                null,
                List.of("-proc:none"),
                null,
                List.of(new Source(IMPORTS + String.join("\n", lines))));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertWithMessage("what javac says").that(output.toString()).doesNotContain("error:");
    return new Attributed(((BasicJavacTask) task).getContext());
  }

  /** The body of the only method of that name in class {@code T}. */
  BodyFacts body(String method) {
    return body("T", method);
  }

  BodyFacts body(String type, String method) {
    ClassSymbol declaring = callees.type(type).orElseThrow();
    List<MethodSymbol> methods = new ArrayList<>();
    declaring
        .members()
        .getSymbols(symbol -> symbol.name.contentEquals(method))
        .forEach(symbol -> methods.add((MethodSymbol) symbol));
    assertWithMessage("methods of the name %s", method).that(methods).hasSize(1);
    return bodies.of(methods.get(0)).orElseThrow();
  }

  /** The body of a function. */
  BodyFacts body(Value function) {
    MethodKey key = ((Value.Function) function).body();
    return bodies.known(key).orElseThrow();
  }

  /** The only call of a method within a method of class {@code T}. */
  Call call(String method, String callee) {
    return call(body(method), callee);
  }

  static Call call(BodyFacts body, String callee) {
    List<Call> calls =
        body.calls().stream().filter(call -> call.callee().name().equals(callee)).toList();
    assertWithMessage("%s among %s", callee, body.calls()).that(calls).hasSize(1);
    return calls.get(0);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:///T.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
