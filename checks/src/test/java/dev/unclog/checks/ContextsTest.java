package dev.unclog.checks;

import com.google.errorprone.CompilationTestHelper;
import org.junit.jupiter.api.Test;

/** Which code is cooperative. */
class ContextsTest {
  private final CompilationTestHelper helper =
      CompilationTestHelper.newInstance(BlockingCall.class, getClass())
          .addSourceLines(
              "acme/Store.java",
              """
              package acme;
              import dev.unclog.annotations.*;
              public class Store {
                @Blocking(kind = BlockingKind.DATABASE, instead = "saveAsync")
                public static void save() {}
              }
              """);

  private CompilationTestHelper source(String path, String text) {
    return helper.addSourceLines(path, text);
  }

  @Test
  void unmarkedCodeMayBlock() {
    source(
            "acme/A.java",
            "package acme; class A { A() { Store.save(); } void m() { Store.save(); } }")
        .doTest();
  }

  @Test
  void methodIsMarked() {
    source(
            "acme/A.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            class A {
              @Cooperative void m() {
                // BUG: Diagnostic contains: Store.save() blocks a cooperative thread (database)
                Store.save();
              }
              void other() { Store.save(); }
            }
            """)
        .doTest();
  }

  @Test
  void messageSaysWhyAndWhatInstead() {
    source(
            "acme/A.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            class A {
              @Cooperative void m() {
                // BUG: Diagnostic matches: whole
                Store.save();
              }
            }
            """)
        .expectErrorMessage(
            "whole",
            message ->
                message.contains("  cooperative: m is marked @Cooperative\n")
                    && message.contains("  instead: saveAsync\n"))
        .doTest();
  }

  @Test
  void constructorIsMarkedAndRunsInitialisers() {
    source(
            "acme/A.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            class A {
              static { Store.save(); }
              // BUG: Diagnostic contains: Store.save()
              { Store.save(); }
              @Cooperative A() {
                // BUG: Diagnostic contains: Store.save()
                Store.save();
              }
            }
            """)
        .doTest();
  }

  @Test
  void typeIsMarkedWithItsNamedMemberTypes() {
    source(
            "acme/A.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            @Cooperative class A {
              static { Store.save(); }
              // BUG: Diagnostic contains: A is marked @Cooperative
              int field = saved();
              @Blocking static int saved() { return 1; }
              A() {
                // BUG: Diagnostic contains: A is marked @Cooperative
                Store.save();
              }
              static void s() {
                // BUG: Diagnostic contains: A is marked @Cooperative
                Store.save();
              }
              static class Member {
                void m() {
                  // BUG: Diagnostic contains: A is marked @Cooperative
                  Store.save();
                }
              }
              Runnable worker() {
                return new Runnable() { public void run() { Store.save(); } };
              }
            }
            """)
        .doTest();
  }

  @Test
  void packageIsMarkedButNotThoseBeneath() {
    source("acme/loop/package-info.java", "@dev.unclog.annotations.Cooperative package acme.loop;")
        .addSourceLines(
            "acme/loop/A.java",
            """
            package acme.loop;
            class A {
              void m() {
                // BUG: Diagnostic contains: package acme.loop is marked @Cooperative
                acme.Store.save();
              }
            }
            """)
        .addSourceLines(
            "acme/loop/deep/B.java",
            "package acme.loop.deep; class B { void m() { acme.Store.save(); } }")
        .doTest();
  }

  @Test
  void subtypesOwnMethodsAreTheirOwn() {
    source(
            "acme/Base.java",
            "package acme; @dev.unclog.annotations.Cooperative interface Base { void on(); }")
        .addSourceLines(
            "acme/A.java",
            "package acme; class A implements Base { public void on() {} void off() { Store.save(); } }")
        .doTest();
  }

  @Test
  void overridesInherit() {
    source(
            "acme/Base.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            interface Base<T> { @Cooperative void on(T t); void off(T t); }
            """)
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            class A implements Base<String> {
              public void on(String s) {
                // BUG: Diagnostic contains: it overrides Base.on, marked @Cooperative
                Store.save();
              }
              public void on(Integer i) { Store.save(); }
              public void off(String s) { Store.save(); }
            }
            """)
        .addSourceLines(
            "acme/B.java",
            """
            package acme;
            class B extends A {
              @Override public void on(String s) {
                // BUG: Diagnostic contains: it overrides Base.on, marked @Cooperative
                Store.save();
              }
            }
            """)
        .doTest();
  }

  @Test
  void nearerWordWins() {
    source(
            "acme/Base.java",
            "package acme; interface Base { @dev.unclog.annotations.Cooperative void on(); }")
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            import dev.unclog.annotations.*;
            @Cooperative class A implements Base {
              @Blocking public void on() { Store.save(); }
              @NonBlocking void trusted() { Store.save(); }
            }
            """)
        .doTest();
  }

  @Test
  void patternsMarkFromOutside() {
    source(
            "acme/A.java",
            """
            package acme;
            class A {
              void onOpen() {
                // BUG: Diagnostic contains: onOpen is marked by the pattern 'acme.A#on*'
                Store.save();
              }
              void off() { Store.save(); }
              static class Inner {
                void any() {
                  // BUG: Diagnostic contains: any is marked by the pattern 'acme.A.Inner'
                  Store.save();
                }
              }
            }
            """)
        .addSourceLines(
            "acme/B.java",
            """
            package acme;
            class B extends A {
              @Override void onOpen() {
                // BUG: Diagnostic contains: onOpen is marked by the pattern
                Store.save();
              }
            }
            """)
        .setArgs("-XepOpt:Unclog:Cooperative=acme.A#on*;acme.A.Inner")
        .doTest();
  }

  @Test
  void patternsMarkFunctionsWrittenInAMember() {
    source(
            "acme/A.java",
            """
            package acme;
            import java.util.concurrent.CompletableFuture;
            class A {
              void connect(CompletableFuture<String> stage) {
                Store.save();
                // BUG: Diagnostic contains: it is marked by the pattern 'acme.A#connect{function}'
                stage.thenAccept(s -> Store.save());
                CompletableFuture.runAsync(() -> Store.save());
              }
            }
            """)
        .setArgs("-XepOpt:Unclog:Cooperative=acme.A#connect{function}")
        .doTest();
  }

  @Test
  void othersWordsMeanWhatTheirFrameworksSay() {
    source(
            "io/smallrye/common/annotation/Blocking.java",
            "package io.smallrye.common.annotation; public @interface Blocking {}")
        .addSourceLines(
            "io/smallrye/common/annotation/NonBlocking.java",
            "package io.smallrye.common.annotation; public @interface NonBlocking {}")
        .addSourceLines(
            "org/jetbrains/annotations/Blocking.java",
            "package org.jetbrains.annotations; public @interface Blocking {}")
        .addSourceLines(
            "androidx/annotation/UiThread.java",
            "package androidx.annotation; public @interface UiThread {}")
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            class A {
              @org.jetbrains.annotations.Blocking static void sink() {}
              @io.smallrye.common.annotation.NonBlocking void onLoop() {
                // BUG: Diagnostic contains: A.sink() blocks
                sink();
                offloaded();
              }
              @io.smallrye.common.annotation.Blocking void offloaded() { sink(); }
              @androidx.annotation.UiThread static class Screen {
                void draw() {
                  // BUG: Diagnostic contains: Screen is marked @UiThread
                  sink();
                }
              }
            }
            """)
        .doTest();
  }

  @Test
  void threadsOfAMarkedTypeRunCooperatively() {
    source(
            "reactor/core/scheduler/NonBlocking.java",
            "package reactor.core.scheduler; public interface NonBlocking {}")
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            class A extends Thread implements reactor.core.scheduler.NonBlocking {
              @Override public void run() {
                // BUG: Diagnostic contains: Store.save() blocks
                Store.save();
              }
              void other() { Store.save(); }
            }
            """)
        .doTest();
  }

  @Test
  void whatAFrameworkHandsOffMayBlockByItsName() {
    source(
            "org/springframework/scheduling/annotation/Async.java",
            "package org.springframework.scheduling.annotation; public @interface Async {}")
        .addSourceLines(
            "org/springframework/data/repository/CrudRepository.java",
            "package org.springframework.data.repository; public interface CrudRepository<T, I> {}")
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            class A {
              interface Posts extends org.springframework.data.repository.CrudRepository<String, Long> {
                @org.springframework.scheduling.annotation.Async
                CompletableFuture<List<String>> findAllBy();
                List<String> findByTitle(String title);
              }
              @dev.unclog.annotations.Cooperative void on(Posts posts) {
                posts.findAllBy();
                // BUG: Diagnostic contains: Posts.findByTitle(String) blocks
                posts.findByTitle("a");
              }
            }
            """)
        .doTest();
  }

  @Test
  void templatesThatTheBuildFillsInAreNotNative() {
    CompilationTestHelper.newInstance(PossiblyBlockingCall.class, getClass())
        .addSourceLines(
            "io/quarkus/qute/CheckedTemplate.java",
            "package io.quarkus.qute; public @interface CheckedTemplate {}")
        .addSourceLines(
            "acme/A.java",
            """
            package acme;
            class A {
              @io.quarkus.qute.CheckedTemplate static class Templates {
                static native String hello(String name);
              }
              static class Natives {
                static native String hello(String name);
              }
              @dev.unclog.annotations.Cooperative void on() {
                Templates.hello("a");
                // BUG: Diagnostic contains: Natives.hello(String) may block
                Natives.hello("a");
              }
            }
            """)
        .doTest();
  }

  @Test
  void controllersRunOnEventLoops() {
    controller("    // BUG: Diagnostic contains: @RequestMapping, which Spring WebFlux runs")
        .doTest();
  }

  /** Spring Boot starts MVC where it finds both. */
  @Test
  void controllersBesideSpringMvcDoNot() {
    controller("")
        .addSourceLines(
            "org/springframework/web/servlet/DispatcherServlet.java",
            "package org.springframework.web.servlet; public class DispatcherServlet {}")
        .doTest();
  }

  private CompilationTestHelper controller(String expected) {
    return source(
            "org/springframework/web/reactive/DispatcherHandler.java",
            "package org.springframework.web.reactive; public class DispatcherHandler {}")
        .addSourceLines(
            "org/springframework/web/bind/annotation/RequestMapping.java",
            "package org.springframework.web.bind.annotation; public @interface RequestMapping {}")
        .addSourceLines(
            "acme/Controller.java",
            "package acme;",
            "import org.springframework.web.bind.annotation.RequestMapping;",
            "class Controller {",
            "  @RequestMapping void on() {",
            expected,
            "    Store.save();",
            "  }",
            "}");
  }
}
