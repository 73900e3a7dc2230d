package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.sarif.FindingsFile;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compilation in record mode leaves of its findings. */
final class RecordedFindingsTest {
  private static final String STORE =
      """
      package store;
      import dev.unclog.annotations.*;
      public class Store {
        @Cooperative void save() throws Exception { Thread.sleep(1); }
        @AllowBlocking(reason = "never slow")
        @Cooperative void load() throws Exception { Thread.sleep(1); }
      }
      """;
  private static final String SERVICE =
      """
      package service;
      public class Service {
        @dev.unclog.annotations.Cooperative void accept() throws Exception { Thread.sleep(1); }
      }
      class Helper {
        @dev.unclog.annotations.Cooperative void help() throws Exception { Thread.sleep(1); }
      }
      """;

  @TempDir private Path folder;

  private Module module() throws IOException {
    return new Module(folder.resolve("module"))
        .source("store/Store.java", STORE)
        .source("service/Service.java", SERVICE);
  }

  private static Path file(Module module) {
    return module.classes().resolve(FindingsFile.RESOURCE);
  }

  private static List<Tree> results(Path file) throws Exception {
    return Tree.of(JsonText.read(Files.readString(file))).list("runs").get(0).list("results");
  }

  private static List<String> roots(Path file) throws Exception {
    return results(file).stream().map(result -> result.in("properties").text("root")).toList();
  }

  private static List<String> fingerprints(Path file) throws Exception {
    return results(file).stream()
        .map(result -> result.in("partialFingerprints").text("unclog/v1"))
        .toList();
  }

  @Test
  void theFindingsLieBesideTheClassFilesSuppressedOnesToo() throws Exception {
    Module module = module();
    module.compile();

    assertThat(roots(file(module)))
        .containsExactly(
            "service.Service#accept()",
            "service.Helper#help()",
            "store.Store#save()",
            "store.Store#load()")
        .inOrder();
    assertThat(
            results(file(module)).stream()
                .map(
                    result ->
                        result.list("suppressions").stream()
                            .map(each -> each.text("justification"))
                            .toList()))
        .containsExactly(List.of(), List.of(), List.of(), List.of("@AllowBlocking: never slow"))
        .inOrder();
  }

  @Test
  void theSameSourcesGiveTheSameBytesWhereverTheyLie() throws Exception {
    Module one = module();
    one.compile();
    Module other =
        new Module(folder.resolve("somewhere/else"))
            .source("service/Service.java", SERVICE)
            .source("store/Store.java", STORE);
    other.compile();

    assertThat(Files.readString(file(one))).isEqualTo(Files.readString(file(other)));
    assertThat(Files.readString(file(one))).doesNotContain(folder.toString());
  }

  @Test
  void whatIsNotCompiledKeepsItsFindings() throws Exception {
    Module module = module();
    module.compile();
    String before = Files.readString(file(module));

    module.compileOnly("store/Store.java");
    assertThat(Files.readString(file(module))).isEqualTo(before);

    module.source("store/Store.java", "package store; public class Store {}");
    module.compileOnly("store/Store.java");
    assertThat(roots(file(module)))
        .containsExactly("service.Service#accept()", "service.Helper#help()");
  }

  @Test
  void allCodeThatMustNotBlockIsNamedWhetherItDoesOrNot() throws Exception {
    Module module =
        module()
            .source(
                "quiet/Quiet.java",
                """
                package quiet;
                class Quiet {
                  @dev.unclog.annotations.Cooperative void rest() {}
                  void loop(@dev.unclog.annotations.Cooperative Runnable task) {}
                  void start() { loop(() -> {}); }
                }
                """);
    module.compile();
    assertThat(contexts(file(module)))
        .containsExactly(
            "quiet.Quiet#rest()",
            "quiet.Quiet#start(){function}",
            "service.Helper#help()",
            "service.Service#accept()",
            "store.Store#load()",
            "store.Store#save()")
        .inOrder();

    module.source("quiet/Quiet.java", "package quiet; class Quiet {}");
    module.compileOnly("quiet/Quiet.java");
    Files.delete(module.classes().resolve("service/Helper.class"));
    module.compileOnly("store/Store.java");
    assertThat(contexts(file(module)))
        .containsExactly("service.Service#accept()", "store.Store#load()", "store.Store#save()");
  }

  private static List<String> contexts(Path file) throws Exception {
    return Tree.of(JsonText.read(Files.readString(file)))
        .list("runs")
        .get(0)
        .in("properties")
        .list("contexts")
        .stream()
        .map(Tree::text)
        .toList();
  }

  @Test
  void findingsGoWithTheirClassFile() throws Exception {
    Module module = module();
    module.compile();

    Files.delete(module.classes().resolve("service/Helper.class"));
    module.compileOnly("store/Store.java");

    assertThat(roots(file(module)))
        .containsExactly("service.Service#accept()", "store.Store#save()", "store.Store#load()");
  }

  @Test
  void movedLinesAndRewrittenFunctionsKeepTheirFingerprints() throws Exception {
    String text =
        """
        package a;
        class A {
          interface Work { void run() throws Exception; }
          void loop(@dev.unclog.annotations.Cooperative Work work) {}
          void go() { %sloop(() -> %s); }
        }
        """;
    Module module = new Module(folder).source("a/A.java", text.formatted("", "Thread.sleep(1)"));
    module.compile();
    List<String> before = fingerprints(file(module));

    String more = "\n\n Runnable other = () -> {};\n";
    module.source("a/A.java", text.formatted(more, "{\n Thread\n.sleep(  1 ); }"));
    module.compile();

    assertThat(before).hasSize(1);
    assertThat(fingerprints(file(module))).isEqualTo(before);
  }

  @Test
  void aFileThatIsNamedIsWrittenInTheOnesPlace() throws Exception {
    Path named = folder.resolve("reports/findings.sarif");
    Module module = module().with("-XepOpt:Unclog:Findings=" + named);
    module.compile();

    assertThat(roots(named)).hasSize(4);
    assertThat(Files.exists(file(module))).isFalse();
    assertThat(Files.list(named.getParent())).hasSize(1);
  }

  @Test
  void aModuleWithoutFindingsSaysSo() throws Exception {
    Module module = new Module(folder).source("a/A.java", "package a; class A {}");
    module.compile();

    assertThat(results(file(module))).isEmpty();
  }

  @Test
  void aFileThatIsNotUnderstoodIsLeftAloneAndTold() throws Exception {
    Module module = module();
    module.compile();
    String whole = Files.readString(file(module));
    for (String[] each :
        new String[][] {
          {whole.substring(0, whole.length() / 2), "it ends in its middle, at line "},
          {"{\n  \"version\": \"2.1.0\",\n  nothing }", "it is no JSON: "},
          {"{\"version\": \"2.1.0\", \"runs\": []}", "it is no findings file of Unclog"},
          {whole.replace("\"unclogFormat\": 1", "\"unclogFormat\": 0"), "(format 0, not 1)"},
        }) {
      Files.writeString(file(module), each[0]);

      List<String> told = module.compileOnly("store/Store.java").told();

      assertThat(told.toString()).contains(FindingsFile.RESOURCE);
      assertThat(told.toString()).contains(each[1]);
      assertThat(Files.readString(file(module))).isEqualTo(each[0]);
    }
  }
}
