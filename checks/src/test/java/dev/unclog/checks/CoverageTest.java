package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Iterables;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.CoverageReport.Unresolved;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far calls were followed: what is counted, beside twins that are not. */
class CoverageTest {
  private static final String IMPORTS = "package acme; import dev.unclog.annotations.*;\n";

  private static Javac subject(String... sources) {
    Javac javac = new Javac();
    for (int i = 0; i < sources.length; i++) {
      javac.source("acme/F" + i + ".java", IMPORTS + sources[i]);
    }
    return javac;
  }

  private static CoverageReport coverage(Javac javac) {
    List<CoverageReport> reports = new ArrayList<>();
    Javac.Result result =
        javac
            .sink(
                new FindingSink() {
                  @Override
                  public void accept(Finding finding) {}

                  @Override
                  public void coverage(CoverageReport coverage) {
                    reports.add(coverage);
                  }
                })
            .run();
    assertWithMessage("%s", result.all()).that(result.all()).isEmpty();
    return Iterables.getOnlyElement(reports);
  }

  @Test
  void farFetchedWaysAreCountedUnlessTheyAreTold() {
    String ways =
        "interface Store { void keep() throws Exception; }"
            + " class Slow implements Store { public void keep() throws Exception"
            + " { Thread.sleep(1); } }"
            + " class Quick implements Store { public void keep() {} }"
            + " class A { @Cooperative void m(Store s) throws Exception { a(s); }"
            + " void a(Store s) throws Exception { b(s); } void b(Store s) throws Exception { c(s); }"
            + " void c(Store s) throws Exception { d(s); } void d(Store s) throws Exception { e(s); }"
            + " void e(Store s) throws Exception { f(s); } void f(Store s) throws Exception { g(s); }"
            + " void g(Store s) throws Exception { h(s); }"
            + " void h(Store s) throws Exception { s.keep(); } }";
    CoverageReport coverage = coverage(subject(ways));
    assertThat(coverage.farFetched()).isEqualTo(1);
    assertThat(coverage.summary()).endsWith("; 1 far-fetched left out");
    Javac.Result told = subject(ways).with("-XepOpt:Unclog:FarFetched=true").run();
    assertWithMessage("%s", told.all()).that(told.all()).hasSize(1);
  }

  @Test
  void locksAreToldForWhatIsHeldOverThemUnlessThatIsFarFetched() {
    String locked =
        "class A { private final java.util.concurrent.locks.Lock lock"
            + " = new java.util.concurrent.locks.ReentrantLock();"
            + " private final java.io.File file = new java.io.File(\"f\");"
            + " @Cooperative void m() { lock.lock(); lock.unlock(); }"
            + " void holder() { lock.lock(); a(); lock.unlock(); }"
            + " void a() { b(); } void b() { c(); } void c() { d(); } void d() { e(); }"
            + " void e() { f(); } void f() { g(); } void g() { h(); } void h() { file.exists(); } }";
    assertThat(subject(locked).run().all()).isEmpty();
    Javac.Result told = subject(locked).with("-XepOpt:Unclog:FarFetched=true").run();
    assertWithMessage("%s", told.all()).that(told.all()).hasSize(1);
  }

  @Test
  void callsInCooperativeCodeAndBelowItAreCounted() {
    CoverageReport coverage =
        coverage(
            subject(
                "class A { @Cooperative void m() { a(); b(); } void a() { b(); } void b() { } }",
                "class B { void notCooperative() { other(); } void other() { } }"));
    assertThat(coverage.followed()).isEqualTo(3);
    assertThat(coverage.unresolved()).isEmpty();
    assertThat(coverage.missing()).isEmpty();
    assertThat(coverage.summary()).isEqualTo("3 calls followed, 0 not");
  }

  @Test
  void interfacesWithoutImplementationAreUnresolvedAndOthersAreNot() {
    CoverageReport coverage =
        coverage(
            subject(
                """
                class A {
                  @Cooperative void m(I i, J j) { i.go(); i.go(); j.go(); }
                }
                interface I { void go(); }
                interface J { void go(); }
                class K implements J { public void go() { } }
                """));
    assertThat(coverage.followed()).isEqualTo(1);
    assertThat(coverage.unresolved())
        .containsExactly(new Unresolved("acme.I#go()", "no implementation in sight", 2));
  }

  @Test
  void moreImplementationsThanAreFollowedAreUnresolved() {
    String interfaces = "interface I { void go(); } ";
    for (int implementations : new int[] {3, 4}) {
      StringBuilder classes = new StringBuilder(interfaces);
      for (int i = 0; i < implementations; i++) {
        classes.append("class C").append(i).append(" implements I { public void go() { } }");
      }
      CoverageReport coverage =
          coverage(subject("class A { @Cooperative void m(I i) { i.go(); } }", classes.toString()));
      assertThat(coverage.followed()).isEqualTo(implementations == 3 ? 1 : 0);
      assertThat(coverage.unresolved().stream().map(Unresolved::why).toList())
          .isEqualTo(implementations == 3 ? List.of() : List.of("too many implementations"));
    }
  }

  @Test
  void functionsAreUnresolvedWhereNobodyKnowsTheirFate() {
    CoverageReport coverage =
        coverage(
            subject(
                """
                class A {
                  private final java.util.concurrent.Executor workers = null;
                  private Runnable kept;
                  @Cooperative void m() {
                    run(() -> { });
                    keep(() -> { });
                    offload(() -> { });
                    Runnable alone = () -> { };
                  }
                  void run(Runnable r) { once(r); }
                  void once(Runnable r) { r.run(); }
                  void keep(Runnable r) { kept = r; }
                  void offload(Runnable r) { pass(r); }
                  void pass(Runnable r) { workers.execute(r); }
                }
                """));
    assertThat(coverage.unresolved())
        .containsExactly(
            new Unresolved(
                "acme.A#keep(Runnable)", "what becomes of its function is not known", 1));
  }

  @Test
  void classFilesAreUnresolvedUnlessTheyAreFollowed() {
    String subject =
        "class A { @Cooperative void m() { com.google.common.base.Strings.nullToEmpty(\"\"); } }";
    CoverageReport without = coverage(subject(subject).with("-XepOpt:Unclog:Jars=false"));
    assertThat(without.unresolved())
        .containsExactly(
            new Unresolved(
                "com.google.common.base.Strings#nullToEmpty(String)", "in a class file", 1));
    CoverageReport with = coverage(subject(subject));
    assertThat(with.unresolved().stream().map(Unresolved::callee).collect(Collectors.toList()))
        .doesNotContain("com.google.common.base.Strings#nullToEmpty(String)");
    assertThat(with.followed()).isGreaterThan(0);
  }

  @Test
  void classesThatAreNotThereAreNamed(@TempDir Path folder) throws IOException {
    Path gone =
        Files.writeString(
            folder.resolve("Gone.java"), "public class Gone { public void go() { } }");
    Path near =
        Files.writeString(
            folder.resolve("Near.java"),
            "public class Near { public static void go() { new Gone().go(); } }");
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), gone.toString(), near.toString());
    Files.delete(folder.resolve("Gone.class"));
    Files.delete(gone);
    CoverageReport coverage =
        coverage(
            new Javac()
                .with(
                    "-XepOpt:Unclog:Jars=true",
                    "-classpath",
                    folder + java.io.File.pathSeparator + System.getProperty("java.class.path"))
                .source(
                    "A.java",
                    "class A { @dev.unclog.annotations.Cooperative void m() { Near.go(); } }"));
    assertThat(coverage.missing()).containsExactly("Gone");
    assertThat(coverage.summary()).endsWith("; 1 class missing");
  }

  @Test
  void theEndSaysItWhereAskedFor() {
    String[] subject = {
      "class A { @Cooperative void m(I i) { i.go(); a(); b(); } void a() { } void b() { sleep(); }",
      "@Blocking void sleep() { } } interface I { void go(); }"
    };
    assertThat(subject(String.join("\n", subject)).run().all()).hasSize(1);
    List<String> told =
        subject(String.join("\n", subject)).with("-XepOpt:Unclog:Coverage=true").run().all();
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("ERROR [BlockingCall] A.b() blocks");
    assertThat(told.get(1))
        .isEqualTo(
            """
            NOTE Unclog: 2 calls followed, 1 not: no implementation in sight 1
                1 of acme.I#go(): no implementation in sight\
            """);
  }
}
