package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings have in common is told once, beside twins that have nothing in common. */
class ChokesTest {
  private static final String IMPORTS = "package acme; import dev.unclog.annotations.*;\n";
  private static final String SLOW =
      """
      class Slow {
        @Blocking(kind = BlockingKind.DATABASE, instead = "queryLater") static void query() {}
        @Blocking static void other() {}
      }
      """;
  private static final String STORE =
      """
      class Store {
        void save() {
          write();
        }
        private void write() {
          Slow.query();
        }
      }
      """;

  private static Javac subject(String... sources) {
    Javac javac =
        new Javac()
            .source("acme/Slow.java", IMPORTS + SLOW)
            .source("acme/Store.java", IMPORTS + STORE);
    for (int i = 0; i < sources.length; i++) {
      javac.source("acme/F" + i + ".java", IMPORTS + sources[i]);
    }
    return javac;
  }

  /** What is printed of each finding, without the link at its end. */
  private static List<String> printed(Javac javac) {
    return javac.run().all().stream()
        .map(text -> text.replaceAll("\n    \\(see .*", "").replaceAll("(?m)^    ", ""))
        .toList();
  }

  @Test
  void firstTellsAllAndTheOthersWhatIsTheirs() {
    assertThat(
            printed(
                subject(
                    "class A { @Cooperative void m() {\n new Store().save(); } }",
                    "class B { @Cooperative void n() {\n"
                        + " go(); }\n"
                        + " void go() {\n"
                        + " new Store().save(); } }",
                    "class C { @Cooperative C(Store store) {\n store.save(); } }")))
        .containsExactly(
            """
            ERROR [BlockingCall] Store.save() blocks a cooperative thread (database)
              calls Store.write(), at Store.java:4
              calls Slow.query(), at Store.java:7
              cooperative: m is marked @Cooperative
              instead: queryLater
              2 more ways lead through the call of Store.write() in Store.save(), at Store.java:4: B.n() (F1.java:3), new C(Store) (F2.java:3)
              to settle all 3: repair Store.save(), or allow it by @AllowBlocking(reason = "...")\
            """
                .replace("\n  ", "\n"),
            """
            ERROR [BlockingCall] B.go() blocks a cooperative thread (database)
              calls Store.save(), at F1.java:5
              the rest of the way as from A.m(), at F0.java:3
              cooperative: n is marked @Cooperative\
            """
                .replace("\n  ", "\n"),
            """
            ERROR [BlockingCall] Store.save() blocks a cooperative thread (database)
              calls Store.write(), at Store.java:4
              the rest of the way as from A.m(), at F0.java:3
              cooperative: <init> is marked @Cooperative\
            """
                .replace("\n  ", "\n"))
        .inOrder();
  }

  @Test
  void orderOnTheCommandLineDoesNotMatter() {
    String a = "class A { @Cooperative void m() { new Store().save(); } }";
    String b = "class B { @Cooperative void n() { new Store().save(); } }";
    List<String> forwards = printed(subject(a, b));
    List<String> backwards =
        printed(
            new Javac()
                .source("acme/F1.java", IMPORTS + b)
                .source("acme/F0.java", IMPORTS + a)
                .source("acme/Store.java", IMPORTS + STORE)
                .source("acme/Slow.java", IMPORTS + SLOW));
    assertThat(forwards).hasSize(2);
    assertThat(backwards).containsExactlyElementsIn(forwards);
  }

  @Test
  void oneAllowanceWhereItIsSaidSettlesAll() {
    String a = "class A { @Cooperative void m() { new Store().save(); } }";
    String b = "class B { @Cooperative void n() { new Store().save(); } }";
    assertThat(printed(subject(a, b)).get(0)).contains("to settle all 2: repair Store.save(), or");
    Javac.Result allowed =
        new Javac()
            .source("acme/Slow.java", IMPORTS + SLOW)
            .source(
                "acme/Store.java",
                IMPORTS + STORE.replace("void save", "@AllowBlocking(reason = \"...\") void save"))
            .source("acme/A.java", IMPORTS + a)
            .source("acme/B.java", IMPORTS + b)
            .run();
    assertThat(allowed.all()).isEmpty();
  }

  @Test
  void waysThatPartBeforeTheirEndShareWhatIsLeft() {
    List<String> printed =
        printed(
            subject(
                "class A { @Cooperative void m() { Via.one(); } }",
                "class B { @Cooperative void m() { Via.two(); } }",
                "class Via { static void one() { last(); } static void two() { last(); }\n"
                    + "static void last() { Slow.query(); } }"));
    assertThat(printed).hasSize(2);
    assertThat(printed.get(0)).contains("through the call of Slow.query() in Via.last(), at F2.");
    assertThat(printed.get(0)).contains("to settle all 2: repair Via.last(), or");
    assertThat(printed.get(1)).contains("calls Via.last(), at F2.java:2");
    assertThat(printed.get(1)).contains("the rest of the way as from A.m(), at F0.java:2");
  }

  @Test
  void oneHopIsSaidToBeTheSameCall() {
    List<String> printed =
        printed(
            subject(
                "class A { @Cooperative void m() { go(); }\n static void go() { Slow.query(); } }",
                "class B { @Cooperative void m() { A.go(); } }"));
    assertThat(printed.get(1)).contains("the same call as from A.m(), at F0.java:2");
    assertThat(printed.get(1)).doesNotContain("instead:");
  }

  @Test
  void findingsWithNothingInCommonAreToldInFull() {
    List<String> printed =
        printed(
            subject(
                "class A { @Cooperative void m() { go(); } void go() { Slow.query(); } }",
                "class B { @Cooperative void m() { go(); } void go() { Slow.query(); } }",
                "class C { @Cooperative void m() { go(); } void go() { Slow.other(); } }",
                "class D { @Cooperative void m() { Slow.query(); Slow.query(); } }"));
    assertThat(printed).hasSize(5);
    for (String text : printed) {
      assertThat(text).doesNotContain("more way");
      assertThat(text).doesNotContain(" as from ");
    }
  }

  @Test
  void suppressedFindingsAreNoRoots() {
    String a = "class A { @Cooperative %s void m() { new Store().save(); } }";
    String b = "class B { @Cooperative void n() { new Store().save(); } }";
    for (String by :
        List.of("@AllowBlocking(reason = \"known\")", "@SuppressWarnings(\"BlockingCall\")")) {
      Javac.Result result = subject(a.formatted(by), b).run();
      assertThat(result.findings()).hasSize(2);
      assertThat(result.all()).hasSize(1);
      assertThat(result.all().get(0)).doesNotContain("more way");
    }
  }

  @Test
  void filesThatAreNotLookedAtHaveNoRoots() {
    String a = "class A { @Cooperative void m() { new Store().save(); } }";
    Javac.Result result =
        subject()
            .with("-XepExcludedPaths:.*/left/.*")
            .source("acme/A.java", IMPORTS + a)
            .source("left/B.java", IMPORTS + a.replace("class A", "class B"))
            .source("src/test/java/acme/C.java", IMPORTS + a.replace("class A", "class C"))
            .source(
                "target/generated-sources/x/acme/D.java", IMPORTS + a.replace("class A", "class D"))
            .run();
    assertThat(result.findings()).hasSize(1);
    assertThat(result.all().get(0)).doesNotContain("more way");
  }

  @Test
  void possibleAndSureFindingsAreToldApart() {
    List<String> printed =
        printed(
            subject(
                    "class A { @Cooperative void m(I i) { i.go(); } } interface I { void go(); }",
                    "class B implements I { public void go() { new Store().save(); } }",
                    "class C implements I { public void go() { } }",
                    "class D { @Cooperative void m() { new Store().save(); } }")
                .with("-Xep:BlockingCall:OFF"));
    assertThat(printed).hasSize(1);
    assertThat(printed.get(0)).contains("calls Slow.query(), at Store.java:7");
  }

  @Test
  void noMoreThanTenOthersAreNamed() {
    StringBuilder many = new StringBuilder("class A {");
    for (int i = 0; i < 13; i++) {
      many.append("@Cooperative void m").append(i).append("() { new Store().save(); }\n");
    }
    String first = printed(subject(many + "}")).get(0);
    assertThat(first).contains("12 more ways lead through");
    assertThat(first).contains("A.m10() (F0.java:12) and 2 more");
    assertThat(first).doesNotContain("A.m11()");
  }

  @Test
  void stubLineForAJarSettlesAllAsItIsPrinted(@TempDir Path folder) throws IOException {
    Javac javac = new Javac().with("-XepOpt:Unclog:Jars=true");
    for (String name : List.of("A", "B")) {
      javac.source(
          name + ".java",
          """
          class %s {
            @dev.unclog.annotations.Cooperative void m(java.nio.file.Path file) throws Exception {
              com.google.common.io.MoreFiles.touch(file);
            }
          }
          """
              .formatted(name));
    }
    String first = printed(javac).get(0);
    assertThat(first)
        .containsMatch("\ncalls .*, at MoreFiles.java:\\d+ in guava-[0-9.]+-jre.jar\n");
    String before = "to settle all 2: a stub's line, ";
    assertThat(first).contains(before);
    String line = first.substring(first.indexOf(before) + before.length());
    assertThat(line)
        .isEqualTo(
            "package com.google.common.io; class MoreFiles {"
                + " @AllowBlocking(reason = \"...\") void touch(java.nio.file.Path p0); }");

    Path stub = Files.writeString(folder.resolve("settled.stub"), line);
    Javac.Result settled = javac.with("-XepOpt:Unclog:Stubs=" + stub).run();
    assertWithMessage("%s", settled.all())
        .that(settled.all().stream().filter(text -> text.contains("MoreFiles.touch")).toList())
        .isEmpty();
  }

  @Test
  void policiesThatAttributeFileByFileAreRefused() {
    Javac.Result result =
        subject("class A { @Cooperative void m() { new Store().save(); } }")
            .with("-XDcompilePolicy=byfile")
            .run();
    assertThat(result.success()).isFalse();
    assertThat(result.all()).hasSize(1);
    assertThat(result.all().get(0)).contains("-XDcompilePolicy=simple");
  }

  @Test
  void whatOneCallLeadsToIsToldAtOnce() {
    Javac.Result result =
        new Javac()
            .source(
                "A.java",
                """
                import dev.unclog.annotations.*;
                import java.nio.file.*;
                class A {
                  @Cooperative void m(Path p) throws Exception { save(p); }
                  void save(Path p) throws Exception {
                    Files.createFile(p);
                    Files.write(p, new byte[1]);
                  }
                }
                """)
            .run();
    assertThat(result.findings()).hasSize(2);
    assertThat(result.all()).hasSize(1);
    assertThat(result.all().get(0))
        .contains("also leads to Files.write(Path, byte[], OpenOption[]) (file)");
  }
}
