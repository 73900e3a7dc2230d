package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocking reached through other methods of the same compilation, each rule beside its twin. */
class ChainsTest {
  private static final String LOOP =
      """
      package acme;
      import dev.unclog.annotations.*;
      import java.util.concurrent.Executor;
      class Slow {
        @Blocking(kind = BlockingKind.DATABASE) static void query() {}
        @Blocking(severity = Severity.WARNING) static void maybe() {}
        static void quick() {}
      }
      """;

  private static List<String> findings(String... sources) {
    return run(sources).findings().stream()
        .filter(finding -> finding.suppression().isEmpty())
        .map(finding -> finding.check() + " " + finding.root() + " " + finding.sink())
        .toList();
  }

  private static Javac.Result run(String... sources) {
    Javac javac = new Javac().source("acme/Slow.java", LOOP);
    for (int i = 0; i < sources.length; i++) {
      javac.source(
          "acme/F" + i + ".java", "package acme; import dev.unclog.annotations.*;\n" + sources[i]);
    }
    Javac.Result result = javac.run();
    assertWithMessage("%s", result.all())
        .that(result.all().stream().filter(text -> !text.contains("lockingCall]")).toList())
        .isEmpty();
    return result;
  }

  @Test
  void quickMethodsAreSilent() {
    assertThat(findings("class A { @Cooperative void m() { n(); } void n() { Slow.quick(); } }"))
        .isEmpty();
  }

  @Test
  void chainIsShownHopByHop() {
    Finding finding =
        run(
                "class A { @Cooperative void m() {\n new B().go(); } }",
                "class B { void go() {\n"
                    + " deeper(3); }\n"
                    + " private void deeper(int n) {\n"
                    + " Slow.query(); } }")
            .findings()
            .get(0);
    assertThat(finding.headline()).isEqualTo("B.go() blocks a cooperative thread (database)");
    assertThat(finding.details())
        .containsExactly(
            "calls B.deeper(int), at F1.java:3",
            "calls Slow.query(), at F1.java:5",
            "cooperative: m is marked @Cooperative")
        .inOrder();
    assertThat(finding.sink()).isEqualTo("acme.Slow#query()");
    assertThat(finding.way().stream().map(Finding.Step::caller).toList())
        .containsExactly("acme.B#go()", "acme.B#deeper(int)")
        .inOrder();
    assertThat(finding.place().line()).isEqualTo(3);
  }

  @Test
  void callThroughOneOfSeveralBoundsIsFollowed() {
    String store = "abstract class Base<B> {} interface Built { void build(); void ready(); }";
    String built =
        "class Store extends Base<Store> implements Built {"
            + " public void build() { Slow.query(); } public void ready() { Slow.quick(); } }";
    assertThat(
            findings(
                store,
                built,
                "class A { @Cooperative <B extends Base<B> & Built> void m(B b) { go(b); }"
                    + " <B extends Base<B> & Built> void go(B b) { b.build(); }"
                    + " @Cooperative <B extends Base<B> & Built> void n(B b) { b.ready(); } }"))
        .containsExactly("BlockingCall acme.A#m(Base) acme.Slow#query()");
  }

  @Test
  void shortestWayIsShownAndOneRootAndSinkOnce() {
    List<Finding> findings =
        run("class A { @Cooperative void m() { a(); b(); } void a() { b(); } void b() {"
                + " Slow.query(); } }")
            .findings();
    assertThat(findings).hasSize(1);
  }

  @Test
  void ofCallsThatWouldDoAlikeTheFirstIsShown() {
    Finding finding =
        run("class A { @Cooperative void m() { all(); }\n"
                + "void all() {\n if (c() && b() && c())\n b(); }\n"
                + "boolean b() { Slow.query(); return true; }\n"
                + "boolean c() { Slow.query(); return true; } }")
            .findings()
            .get(0);
    assertThat(finding.details()).contains("calls A.c(), at F0.java:4");
  }

  @Test
  void classWithoutANameIsShownByTheOneAround() {
    Finding finding =
        run("class A { @Cooperative void m() {\n"
                + "new Object() { void go() { Slow.query(); } }.go(); } }")
            .findings()
            .get(0);
    assertThat(finding.headline()).startsWith("A$1.go() blocks");
  }

  @Test
  void constructorsRunInitialisersAndStaticsAreNotCharged() {
    assertThat(
            findings(
                """
                class A { @Cooperative void m() { new B(); new C(); new D(1); } }
                class B { int x = init(); static int init() { Slow.query(); return 1; } }
                class C { static { Slow.query(); } }
                class D { D(int i) { this(); } D() { super(); { Slow.query(); } } }
                """))
        .containsExactly("BlockingCall acme.A#m() acme.Slow#query()");
  }

  @Test
  void interfaceWithOneImplementationHasOneTarget() {
    assertThat(
            findings(
                "class A { @Cooperative void m(I i) { i.go(); } } interface I { void go(); }",
                "class B implements I { public void go() { Slow.query(); } }"))
        .containsExactly("BlockingCall acme.A#m(I) acme.Slow#query()");
  }

  @Test
  void someImplementationsThatBlockArePossible() {
    assertThat(
            findings(
                """
                class A { @Cooperative void m(I i) { i.go(); } }
                interface I { void go(); }
                class B implements I { public void go() { Slow.query(); } }
                class C implements I { public void go() { } }
                """))
        .containsExactly("PossiblyBlockingCall acme.A#m(I) acme.Slow#query()");
  }

  @Test
  void allImplementationsThatBlockAreSure() {
    assertThat(
            findings(
                """
                class A { @Cooperative void m(I i) { i.go(); } }
                interface I { void go(); }
                class B implements I { public void go() { Slow.query(); } }
                class C implements I { public void go() { Slow.query(); } }
                """))
        .containsExactly("BlockingCall acme.A#m(I) acme.Slow#query()");
  }

  @Test
  void possibleImplementationIsNamed() {
    Finding finding =
        run("""
        class A { @Cooperative void m(I i) { i.go(); } }
        interface I { void go(); }
        class B implements I { public void go() { Slow.query(); } }
        class C implements I { public void go() { } }
        """)
            .findings()
            .get(0);
    assertThat(finding.headline()).isEqualTo("I.go() may block a cooperative thread (database)");
    assertThat(finding.details().get(0)).isEqualTo("calls B.go()");
  }

  @Test
  void exactReceiversHaveOneTarget() {
    assertThat(
            findings(
                """
                class A {
                  private final I field = new C();
                  @Cooperative void m() { I local = new C(); local.go(); field.go(); super.toString(); }
                }
                interface I { void go(); }
                class B implements I { public void go() { Slow.query(); } }
                class C implements I { public void go() { } }
                """))
        .isEmpty();
  }

  @Test
  void interfaceWithoutImplementationIsSilent() {
    assertThat(
            findings("class A { @Cooperative void m(I i) { i.go(); } } interface I { void go(); }"))
        .isEmpty();
  }

  @Test
  void functionsRunAtOnceByTheMethodGivenThem() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void m() { twice(() -> Slow.query()); }
                  void twice(Runnable r) { once(r); once(r); }
                  void once(Runnable r) { r.run(); }
                }
                """))
        .containsExactly("BlockingCall acme.A#m() acme.Slow#query()");
  }

  @Test
  void methodReferencesAreFunctionsToo() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void a() { once(Slow::query); }
                  @Cooperative void b() { once(this::deep); }
                  @Cooperative void c() { once(B::new); }
                  @Cooperative void d(I i) { once(i::go); }
                  @Cooperative void e() { once(Slow::quick); }
                  void deep() { Slow.query(); }
                  void once(Runnable r) { r.run(); }
                }
                class B implements I { B() { Slow.query(); } public void go() { Slow.query(); } }
                interface I { void go(); }
                """))
        .containsExactly(
            "BlockingCall acme.A#a() acme.Slow#query()",
            "BlockingCall acme.A#b() acme.Slow#query()",
            "BlockingCall acme.A#c() acme.Slow#query()",
            "BlockingCall acme.A#d(I) acme.Slow#query()");
  }

  @Test
  void functionsHandedOffByAWrapperMayBlock() {
    assertThat(
            findings(
                """
                class A {
                  private final java.util.concurrent.Executor workers = null;
                  @Cooperative void m() {
                    offload(() -> Slow.query());
                    keep(() -> Slow.query());
                    later(() -> Slow.query());
                  }
                  void offload(Runnable r) { workers.execute(r); }
                  void later(Runnable r) { workers.execute(() -> r.run()); }
                  private Runnable kept;
                  void keep(Runnable r) { kept = r; }
                }
                """))
        .isEmpty();
  }

  @Test
  void localFunctionsAreFollowed() {
    assertThat(
            findings(
                """
                class A {
                  private static final Runnable CONSTANT = () -> Slow.query();
                  @Cooperative void m() { Runnable r = CONSTANT; r.run(); }
                  @Cooperative void n() { Runnable r = () -> Slow.quick(); r.run(); }
                }
                """))
        .containsExactly("BlockingCall acme.A#m() acme.Slow#query()");
  }

  @Test
  void cyclesEnd() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void m() { a(); }
                  void a() { b(); } void b() { a(); c(); } void c() { b(); Slow.query(); }
                  @Cooperative void n() { d(); } void d() { e(); } void e() { d(); }
                }
                """))
        .containsExactly("BlockingCall acme.A#m() acme.Slow#query()");
  }

  @Test
  void allowancesAndTrustCutCallersOff() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void m() { trusted(); never(); cooperative(); }
                  @AllowBlocking(reason = "quick") void trusted() { Slow.query(); }
                  @NonBlocking void never() { Slow.query(); }
                  @Cooperative @AllowBlocking(reason = "known") void cooperative() { Slow.query(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void allowanceOnAnImplementationCutsCallersOfTheInterfaceOff() {
    String caller = "class A { @Cooperative void m(I i) { i.go(); } } interface I { void go(); }";
    String plain = "class B implements I { public void go() { Slow.query(); } }";
    assertThat(findings(caller, plain))
        .containsExactly("BlockingCall acme.A#m(I) acme.Slow#query()");
    assertThat(
            findings(caller, plain.replace("public", "@AllowBlocking(reason = \"quick\") public")))
        .isEmpty();
  }

  @Test
  void possibleSinksStayPossible() {
    assertThat(findings("class A { @Cooperative void m() { n(); } void n() { Slow.maybe(); } }"))
        .containsExactly("PossiblyBlockingCall acme.A#m() acme.Slow#maybe()");
  }

  @Test
  void nativeMethodsMayBlock() {
    assertThat(findings("class A { @Cooperative void m() { n(); } native void n(); }"))
        .containsExactly("PossiblyBlockingCall acme.A#m() acme.A#n()");
  }

  @Test
  void failingIsNotCharged() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void a() { fail(); }
                  @Cooperative void b() { refuse(); }
                  void fail() { throw new IllegalStateException(describe()); }
                  void refuse() { RuntimeException e = new IllegalStateException(describe()); throw e; }
                  String describe() { Slow.query(); return ""; }
                }
                """))
        .containsExactly("BlockingCall acme.A#b() acme.Slow#query()");
  }

  @Test
  void futuresCompleteByTheWayAreNotCharged() {
    assertThat(
            findings(
                """
                class A {
                  @Cooperative void a(List<CompletableFuture<Void>> l) { waited(l); }
                  @Cooperative void b(List<CompletableFuture<Void>> l) { waiting(l); }
                  void waited(List<CompletableFuture<Void>> all) {
                    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).thenRun(() -> {
                      all.stream().map(CompletableFuture::join).toList();
                      Runnable r = () -> all.get(0).join();
                      r.run();
                    });
                    CompletableFuture.completedFuture(1).join();
                  }
                  void waiting(List<CompletableFuture<Void>> all) {
                    all.stream().map(CompletableFuture::join).toList();
                  }
                }
                """
                    .replace("List<", "java.util.List<")
                    .replace("CompletableFuture", "java.util.concurrent.CompletableFuture")))
        .containsExactly(
            "BlockingCall acme.A#b(List) java.util.concurrent.CompletableFuture#join()");
  }

  @Test
  void methodsOfArraysAreNobodys() {
    assertThat(findings("class A { @Cooperative void m(int[] a) { a.clone(); a.getClass(); } }"))
        .isEmpty();
  }

  @Test
  void jarsAreFollowedUnlessSwitchedOff() {
    String subject =
        """
        import dev.unclog.annotations.*;
        class A {
          @Cooperative void m(java.io.File file) {
            com.google.common.io.MoreFiles.touch(file.toPath());
          }
        }
        """
            .replace("void m(java.io.File file)", "void m(java.io.File file) throws Exception");
    assertThat(
            new Javac()
                .with("-XepOpt:Unclog:Jars=false")
                .source("A.java", subject)
                .run()
                .findings())
        .isEmpty();
    List<Finding> followed = new Javac().source("A.java", subject).run().findings();
    assertThat(followed.stream().map(Finding::sink).toList())
        .contains("java.nio.file.Files#createFile(Path,FileAttribute[])");
    assertThat(followed.get(0).details().get(0)).contains("MoreFiles.java:");
  }
}
