package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.finding.Code;
import dev.unclog.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The calls that findings name stand in the class files where findings say. */
final class SitesTest {
  @TempDir private Path folder;

  private List<Finding> findings(String text) throws IOException {
    return new Module(folder).source("a/A.java", text).compile().findings();
  }

  private void allStandThere(int expected, String text) throws IOException {
    List<Finding> findings = findings(text);

    assertThat(findings).hasSize(expected);
    for (Finding finding : findings) {
      assertWithMessage("%s", finding).that(finding.code().sites()).isNotEmpty();
      for (Code.Site site : finding.code().sites()) {
        assertWithMessage("%s", site).that(instructions(site)).isNotEmpty();
      }
    }
  }

  @Test
  void callsInMethodsOfAllSorts() throws IOException {
    allStandThere(
        7,
        """
        package a;
        import dev.unclog.annotations.*;
        @Cooperative
        class A {
          void plain() throws Exception { Thread.sleep(1); }
          static void overLines(java.util.concurrent.Future<java.util.List<String>> future)
              throws Exception {
            future
                .get()
                .stream()
                .map(
                    x -> x)
                .count();
          }
          class Inner { @Cooperative <T extends Comparable<T>> T[] of(T[] t, int[][] n)
              throws Exception { Thread.sleep(1); return t; } }
          void local() {
            class Local { @Cooperative void run() throws Exception { Thread.sleep(1); } }
            new Object() { @Cooperative void run() throws Exception { Thread.sleep(1); } };
          }
          A() throws Exception {
            Thread.sleep(
                1);
          }
          enum E { ONE; @Cooperative void run() throws Exception { Thread.sleep(1); } }
        }
        """);
  }

  @Test
  void constructionsAndInitialisers() throws IOException {
    allStandThere(
        4,
        """
        package a;
        import dev.unclog.annotations.*;
        import java.io.*;
        @Cooperative
        class A {
          final Reader field = new FileReader("x");
          { Thread.sleep(1); }
          A() throws Exception {}
          void made() throws Exception {
            new FileReader(
                new File(
                    "x"));
            FileInputStream in =
                new FileInputStream("x") {};
          }
        }
        """);
  }

  @Test
  void functionsAndMethodReferences() throws IOException {
    allStandThere(
        6,
        """
        package a;
        import dev.unclog.annotations.*;
        import java.util.function.*;
        class A {
          interface Work<T> { void run(T t) throws Exception; }
          <T> void loop(@Cooperative Work<T> work) {}
          final Work<String> field = null;
          {
            loop(
                (Long x) -> Thread.sleep(x));
          }
          static final A SHARED = new A();
          static { SHARED.loop((Long x) -> Thread.sleep(x)); }
          void uses(java.util.concurrent.CountDownLatch latch) {
            loop((Long x) -> { Thread.sleep(x); });
            loop((Long x) -> loop((Long y) -> Thread.sleep(y)));
            this
                .<Long>loop(
                    Thread::sleep);
            this.<java.util.concurrent.CountDownLatch>loop(java.util.concurrent.CountDownLatch::await);
          }
        }
        """);
  }

  @Test
  void whatNobodyWroteMayBeAnywhereInTheMethod() throws IOException {
    allStandThere(
        2,
        """
        package a;
        import dev.unclog.annotations.*;
        import java.util.concurrent.*;
        class A {
          static class Slow implements AutoCloseable {
            @Override public void close() throws InterruptedException { Thread.sleep(1); }
          }
          static class Rows implements Iterable<String>, java.util.Iterator<String> {
            public Rows iterator() { return this; }
            public boolean hasNext() { return false; }
            public String next() {
              try { Thread.sleep(1); } catch (InterruptedException e) { return ""; }
              return "";
            }
          }
          @Cooperative void closes() throws Exception {
            try (Slow slow = new Slow()) { slow.hashCode(); }
          }
          @Cooperative void iterates(Rows rows) {
            for (String row : rows) { row.length(); }
          }
        }
        """);
  }

  @Test
  void theCallThatBlocksIsNamedTooWhereItsSourceIsAtHand() throws IOException {
    List<Finding> findings =
        findings(
            """
            package a;
            class A {
              @dev.unclog.annotations.Cooperative void on() throws Exception { one(); }
              void one() throws Exception { two(); }
              void two() throws Exception {
                Thread.sleep(1);
              }
            }
            """);

    assertThat(findings.get(0).code())
        .isEqualTo(
            new Code(
                "a.A",
                List.of(
                    new Code.Site("a.A", "on", "()V", 3, "a.A", "one", "()V"),
                    new Code.Site("a.A", "two", "()V", 6, "java.lang.Thread", "sleep", ""))));
    for (Code.Site site : findings.get(0).code().sites()) {
      assertThat(instructions(site)).hasSize(1);
    }
  }

  /** What the class file has where a site says. */
  private List<AbstractInsnNode> instructions(Code.Site site) throws IOException {
    ClassNode type = new ClassNode();
    new ClassReader(
            Files.readAllBytes(
                folder.resolve("classes/" + site.type().replace('.', '/') + ".class")))
        .accept(type, 0);
    List<AbstractInsnNode> found = new ArrayList<>();
    int nearest = Integer.MAX_VALUE;
    for (MethodNode method : type.methods) {
      boolean isMethod =
          method.name.equals(site.method())
              && (site.descriptor().isEmpty() || site.descriptor().equals(method.desc));
      if (isMethod || method.name.startsWith("lambda$" + lambda(site.method()) + "$")) {
        int line = 0;
        for (AbstractInsnNode each : method.instructions) {
          line = each instanceof LineNumberNode start ? start.line : line;
          int distance = site.line() == 0 ? 0 : Math.abs(site.line() - line);
          boolean mayBeBeside =
              site.callee().equals("<init>") || each instanceof InvokeDynamicInsnNode;
          if (calls(each, site) && (distance == 0 || mayBeBeside) && distance <= nearest) {
            if (distance < nearest) {
              found.clear();
            }
            nearest = distance;
            found.add(each);
          }
        }
      }
    }
    return found;
  }

  private static String lambda(String method) {
    return method.equals("<init>") ? "new" : method.equals("<clinit>") ? "static" : method;
  }

  private static boolean calls(AbstractInsnNode instruction, Code.Site site) {
    if (instruction instanceof MethodInsnNode call) {
      return isCallee(call.name, call.desc, site)
          && (!call.name.equals("<init>") || call.owner.replace('/', '.').equals(site.owner()));
    }
    if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle handle
            && isCallee(handle.getName(), handle.getDesc(), site)) {
          return true;
        }
      }
    }
    return instruction instanceof InsnNode
        && instruction.getOpcode() == Opcodes.MONITORENTER
        && site.callee().equals(Code.Site.MONITOR);
  }

  private static boolean isCallee(String name, String descriptor, Code.Site site) {
    return name.equals(site.callee())
        && (site.calleeDescriptor().isEmpty() || site.calleeDescriptor().equals(descriptor));
  }
}
