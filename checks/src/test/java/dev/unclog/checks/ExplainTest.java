package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Why methods were found to block, or were not. */
class ExplainTest {
  private static final String IMPORTS = "package acme; import dev.unclog.annotations.*;\n";
  private static final String STORE =
      """
      class Store {
        private final java.util.concurrent.Executor workers = null;
        private Runnable kept;
        @Cooperative void onMessage(Sink sink) throws Exception {
          save();
          sink.put();
          Thread.sleep(0);
          Thread.sleep(1);
          "".strip();
          new java.util.ArrayList<String>().size();
          trusted();
          harmless();
          open(null);
          run(() -> save());
          keep(() -> save());
          workers.execute(() -> save());
          cooperative();
          natively();
        }
        void save() { query(); }
        @Blocking(kind = BlockingKind.DATABASE) void query() { }
        @AllowBlocking(reason = "known") void trusted() { query(); }
        @NonBlocking void harmless() { query(); }
        void open(Many many) { many.go(); }
        void run(Runnable r) { r.run(); }
        void keep(Runnable r) { kept = r; }
        @Cooperative void cooperative() { }
        native void natively();
        void quick() { }
      }
      interface Sink { void put(); }
      interface Many { void go(); }
      class M1 implements Many { public void go() { } }
      class M2 implements Many { public void go() { } }
      class M3 implements Many { public void go() { } }
      class M4 implements Many { public void go() { } }
      class Two { void go(Few few) { few.go(); } }
      interface Few { void go(); }
      class F1 implements Few { public void go() { new Store().save(); } }
      class F2 implements Few { public void go() { } }
      class Loop { void give(@Cooperative Runnable task) { } }
      class Task implements Runnable { public void run() { } void other() { } }
      class Giver { void start(Loop loop) { loop.give(new Task()); } }
      """;

  private static List<String> explained(String patterns) {
    return new Javac()
            .with("-XepOpt:Unclog:Explain=" + patterns)
            .source("acme/Store.java", IMPORTS + STORE)
            .run()
            .all()
            .stream()
            .filter(text -> text.startsWith("NOTE Unclog: "))
            .map(text -> text.substring("NOTE Unclog: ".length()).replaceAll("(?m)^    ", ""))
            .map(text -> text.replaceAll("\\.stub:\\d+", ".stub:1"))
            .toList();
  }

  @Test
  void objectThatIsGivenAwayAsAFunctionIsToldWithWhere() {
    assertThat(explained("acme.Task#run").get(0))
        .containsMatch(
            "cooperative: it is given to Loop.give\\(Runnable\\), .*, at Store.java:\\d+");
    assertThat(explained("acme.Task#other").get(0)).contains("not cooperative");
  }

  @Test
  void eachCallIsListedWithWhatItCameTo() {
    assertThat(explained("acme.Store#onMessage").get(0).lines().toList())
        .containsExactly(
            "acme.Store#onMessage(Sink): blocks (wait), blocks (database), may block (native)",
            "cooperative: onMessage is marked @Cooperative",
            "a call of it: silent: it is cooperative itself, and reported there",
            "line 6: Store.save(): followed to one body: Store.save() blocks (database)",
            "line 7: Sink.put(): not followed: no implementation in sight",
            "line 8: Thread.sleep(long): excused by what was found before it, or by what it is"
                + " given (wait, by jdk-concurrency.stub:1)",
            "line 9: Thread.sleep(long): blocks (wait), by jdk-concurrency.stub:1",
            "line 10: String.strip(): silent: in the JDK, and not in the catalogue",
            "line 11: ArrayList.size(): silent: in the JDK, and not in the catalogue",
            "line 11: new ArrayList(): silent: in the JDK, and not in the catalogue",
            "line 12: Store.trusted(): allowed: it is marked @AllowBlocking",
            "line 13: Store.harmless(): never blocks, by its own word",
            "line 14: Store.open(Many): followed to one body, which was not found to block",
            "line 15: Store.run(Runnable): followed to one body, which was not found to block;"
                + " the function given to it is run at once; it blocks (database)",
            "line 16: Store.keep(Runnable): followed to one body, which was not found to block;"
                + " the function given to it has an unknown fate, and is not followed; it blocks"
                + " (database)",
            "line 17: Executor.execute(Runnable): silent: in the JDK, and not in the catalogue;"
                + " the function given to it is run on an executor that is not looked at; it blocks"
                + " (database)",
            "line 18: Store.cooperative(): silent: it is cooperative itself, and reported there",
            "line 19: Store.natively(): may block (native): nobody sees into native code",
            "shortest way:",
            "  calls Thread.sleep(long), at Store.java:9")
        .inOrder();
  }

  @Test
  void shortestWayIsShownFromTheMethodOn() {
    assertThat(explained("Store#save"))
        .containsExactly(
            """
            acme.Store#save(): blocks (database)
            not cooperative: nothing is reported in it
            a call of it: followed to one body: Store.save() blocks (database)
            line 21: Store.query(): blocks (database), by its own word
            shortest way:
              calls Store.query(), at Store.java:21\
            """);
  }

  @Test
  void implementationsAreNamed() {
    assertThat(explained("Store#open").get(0))
        .contains("not followed: too many implementations: M1.go(), M2.go(), M3.go(), M4.go()");
    assertThat(explained("Two#go").get(0))
        .contains("followed to 2 bodies, of which F1.go() blocks (database)");
  }

  @Test
  void methodsThatDoNotBlockSaySo() {
    assertThat(explained("*#quick"))
        .containsExactly(
            """
            acme.Store#quick(): not found to block
            not cooperative: nothing is reported in it
            a call of it: followed to one body, which was not found to block\
            """);
    assertThat(explained("Store#trusted").get(0))
        .contains("a call of it: allowed: it is marked @AllowBlocking");
  }

  @Test
  void severalAreAskedAboutAtOnce() {
    assertThat(explained("Store#quick;M*#go").stream().map(text -> text.lines().findFirst().get()))
        .containsExactly(
            "acme.Store#quick(): not found to block",
            "acme.Many#go(): not found to block",
            "acme.M1#go(): not found to block",
            "acme.M2#go(): not found to block",
            "acme.M3#go(): not found to block",
            "acme.M4#go(): not found to block")
        .inOrder();
  }

  @Test
  void whatIsNotThereIsSaidWithWhatIsNear() {
    assertThat(explained("Shop#quick"))
        .containsExactly("nothing in sight is called Shop#quick; there is acme.Store#quick");
    assertThat(explained("M1#og"))
        .containsExactly("nothing in sight is called M1#og; there is acme.M1#new, acme.M1#go");
    assertThat(explained("acme.Shop#none"))
        .containsExactly("nothing in sight is called acme.Shop#none");
  }

  @Test
  void methodsOfDependenciesAreExplainedWhereTheyAreFollowed() {
    Javac javac =
        new Javac()
            .with(
                "-XepOpt:Unclog:Explain=com.google.common.io.MoreFiles#touch",
                "-XepOpt:Unclog:Jars=false")
            .source("A.java", "class A { }");
    String silent = javac.run().all().get(0);
    assertThat(silent).contains("MoreFiles#touch(Path): not found to block");
    assertThat(silent).contains("a call of it: not followed: in a class file");
    assertThat(silent).contains("its body is not read");
    String followed = javac.with("-XepOpt:Unclog:Jars=true").run().all().get(0);
    assertThat(followed).contains("MoreFiles#touch(Path): blocks (file)");
    assertThat(followed)
        .containsMatch("line \\d+: Files.createFile\\(Path, .*\\): blocks \\(file\\)");
    assertThat(followed).containsMatch("at MoreFiles.java:\\d+ in guava-");
  }

  @Test
  void kindsThatAreSwitchedOffAreNamed() {
    String answer =
        new Javac()
            .with("-XepOpt:Unclog:Explain=A#m", "-XepOpt:Unclog:Kinds=-wait")
            .source("A.java", "class A { void m() throws Exception { Thread.sleep(1); } }")
            .run()
            .all()
            .get(0);
    assertThat(answer).contains("A#m(): blocks (wait) of a kind that is switched off");
  }

  @Test
  void patternThatCannotBeMeantIsAnError() {
    Javac.Result result =
        new Javac().with("-XepOpt:Unclog:Explain=save").source("A.java", "class A { }").run();
    assertThat(result.success()).isFalse();
    assertThat(result.all().get(0)).contains("-XepOpt:Unclog:Explain: 'save' is no method");
  }
}
