package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files of a source text, made by the compiler of the JDK that runs the test. */
final class Compiled {
  private static final Interests INTERESTS =
      new Interests(
          Set.of("isDone", "isCompletedExceptionally", "configureBlocking"),
          Set.of("inEventLoop", "isOnLoop"));

  private final Map<String, ByteArrayOutputStream> classFiles = new TreeMap<>();

  /** Compiles a file {@code T.java}. */
  static Compiled of(String... lines) {
    return of(List.of(), lines);
  }

  static Compiled of(List<String> options, String... lines) {
    Compiled compiled = new Compiled();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    List<String> all = new ArrayList<>(List.of("-proc:none"));
    all.addAll(options);
    boolean done =
        compiler
            .getTask(
                output,
                compiled.new Memory(compiler.getStandardFileManager(null, null, null)),
                null,
                all,
                null,
                List.of(new Source(String.join("\n", lines))))
            .call();
    assertWithMessage(output.toString()).that(done).isTrue();
    return compiled;
  }

  byte[] bytes(String name) {
    return classFiles.get(name).toByteArray();
  }

  ClassFacts facts(String name) {
    return ClassFacts.read(bytes(name));
  }

  /** The body of the only method of that name in class {@code T}. */
  BodyFacts body(String method) {
    return body("T", method);
  }

  BodyFacts body(String type, String method) {
    ClassFacts facts = facts(type);
    List<MethodKey> keys =
        facts.header().methods().stream()
            .map(MethodHeader::key)
            .filter(key -> key.name().equals(method))
            .distinct()
            .toList();
    assertWithMessage("%s in %s", method, facts.header().methods()).that(keys).hasSize(1);
    return facts.body(keys.get(0), INTERESTS).orElseThrow();
  }

  /** The only call of a method within a method of class {@code T}. */
  Call call(String method, String callee) {
    List<Call> calls =
        body(method).calls().stream().filter(call -> call.callee().name().equals(callee)).toList();
    assertWithMessage("%s among %s", callee, body(method).calls()).that(calls).hasSize(1);
    return calls.get(0);
  }

  List<String> callees(String method) {
    return body(method).calls().stream().map(call -> call.callee().toString()).toList();
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

  private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      classFiles.put(name, bytes);
      return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
