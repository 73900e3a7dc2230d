package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Value;
import dev.unclog.store.BadFactsException;
import dev.unclog.store.FactsFile;
import dev.unclog.store.StoredBody;
import dev.unclog.store.StoredUnit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are compiled one after the other, and what each lays beside its class files. */
final class ModuleFactsTest {
  private static final String STORE =
      """
      package store;
      public class Store {
        public void save() throws InterruptedException { write(() -> Thread.sleep(1)); }
        private void write(Work work) throws InterruptedException { work.run(); }
        public int size() { return 1; }
        interface Work { void run() throws InterruptedException; }
      }
      """;
  private static final String SERVICE =
      """
      package service;
      public class Service {
        private final store.Store store = new store.Store();
        public void accept() throws InterruptedException { store.save(); }
      }
      """;
  private static final String HANDLER =
      """
      package handler;
      class Handler {
        @dev.unclog.annotations.Cooperative
        void handle(service.Service service) throws InterruptedException { service.accept(); }
      }
      """;
  private static final String WAY =
      "handler.Handler#handle(Service)"
          + " | service.Service#accept() calls Store.save(), at Service.java:4"
          + " | store.Store#save() calls ";

  @TempDir private Path folder;

  private Module store(String text) throws IOException {
    return new Module(folder.resolve("store")).source("store/Store.java", text);
  }

  private Module service(Path store) throws IOException {
    return new Module(folder.resolve("service"))
        .source("service/Service.java", SERVICE)
        .needs(store);
  }

  private Module handler(Path... needs) throws IOException {
    return new Module(folder.resolve("handler"))
        .source("handler/Handler.java", HANDLER)
        .needs(needs);
  }

  @Test
  void aNamedModuleIsAsGoodAsAnother() throws IOException {
    Module store = store(STORE).source("module-info.java", "module store { exports store; }");
    assertThat(store.compile().told()).isEmpty();

    assertThat(Files.exists(store.factsFile())).isTrue();
    Module service = service(store.classes());
    service.compile();
    assertThat(handler(store.classes(), service.classes()).compile().ways()).hasSize(1);
  }

  @Test
  void withoutCodeAndWithoutFactsNothingIsSeen() throws IOException {
    Module store = store(STORE);
    store.compile();
    Module service = service(store.classes());
    service.compile();

    assertThat(handler(store.headers(), service.headers()).compile().findings()).isEmpty();
  }

  @Test
  void aChainOverThreeModulesIsFoundWhereTheirClassFilesHaveNoCode() throws IOException {
    Module store = store(STORE);
    store.compile();
    Module service = service(store.headers());
    service.compile();

    Module.Result result =
        handler(store.headers(), service.headers())
            .with(
                "-XepOpt:Unclog:SummaryPath="
                    + jar(store.classes())
                    + File.pathSeparator
                    + service.classes())
            .compile();

    assertThat(result.ways()).hasSize(1);
    assertThat(result.ways().get(0)).startsWith(WAY);
    assertThat(result.ways().get(0)).endsWith("java.lang.Thread#sleep(long)");
    assertThat(result.told()).isEmpty();
  }

  @Test
  void factsBesideTheClassFilesAreReadInsteadOfThem() throws IOException {
    Module store = store(STORE);
    store.compile();
    Module service = service(store.classes());
    service.compile();

    for (Path place : List.of(store.classes(), jar(store.classes()))) {
      Module.Result result = handler(place, service.classes()).compile();

      assertThat(result.ways()).hasSize(1);
      // The class file would call the function lambda$save$0.
      assertThat(result.ways().get(0)).contains("store.Store#save(){function} calls");
    }
  }

  @Test
  void factsAndClassFilesTellTheSame() throws IOException {
    Module store = store(STORE);
    store.compile();
    Module service = service(store.classes());
    service.compile();
    Module handler = handler(store.classes(), service.classes());
    Module.Result byFacts = handler.compile();
    Files.delete(store.factsFile());
    Files.delete(service.factsFile());

    Module.Result byClassFiles = handler.compile();

    assertThat(byClassFiles.ways().get(0)).contains("lambda$save$0");
    assertThat(byFacts.findings().get(0).fingerprint())
        .isEqualTo(byClassFiles.findings().get(0).fingerprint());
    assertThat(byFacts.findings().get(0).message())
        .isEqualTo(
            byClassFiles
                .findings()
                .get(0)
                .message()
                .replace("Store.lambda$save$0()", "the function given to it"));
  }

  @Test
  void factsOfAnotherClassFileAreNotBelieved() throws IOException {
    store(STORE).compile();
    Module store = store(STORE.replace("Thread.sleep(1)", "size()"));
    store.with("-XepOpt:Unclog:Summaries=false").compile();
    Module service = service(store.classes());
    service.compile();

    assertThat(handler(store.classes(), service.classes()).compile().findings()).isEmpty();
  }

  @Test
  void twoFoldersGiveTheSameBytes() throws IOException {
    Module here = store(STORE);
    here.compile();
    Module there =
        new Module(folder.resolve("elsewhere/deep down")).source("store/Store.java", STORE);
    there.compile();

    assertThat(Files.readAllBytes(here.factsFile()))
        .isEqualTo(Files.readAllBytes(there.factsFile()));
  }

  @Test
  void compilingOneFileAgainGivesWhatCompilingAllWouldGive() throws IOException {
    String changed =
        STORE.replace("return 1;", "return new Object() { int a() { return 2; } }.a();");
    Module clean =
        new Module(folder.resolve("clean"))
            .source("store/Store.java", changed)
            .source("service/Service.java", SERVICE)
            .source("handler/Handler.java", HANDLER);
    clean.compile();
    Module module =
        store(STORE)
            .source("service/Service.java", SERVICE)
            .source("handler/Handler.java", HANDLER);
    module.compile();
    byte[] before = Files.readAllBytes(module.factsFile());
    module.source("store/Store.java", changed);

    module.compileOnly("store/Store.java");

    assertThat(Files.readAllBytes(module.factsFile()))
        .isEqualTo(Files.readAllBytes(clean.factsFile()));
    module.source("store/Store.java", STORE).compileOnly("store/Store.java");
    assertThat(Files.readAllBytes(module.factsFile())).isEqualTo(before);
  }

  @Test
  void compilingOneFileAgainFindsTheSame() throws IOException {
    Module module =
        store(STORE)
            .source("service/Service.java", SERVICE)
            .source("handler/Handler.java", HANDLER);
    Module.Result all = module.compile();

    Module.Result one = module.compileOnly("handler/Handler.java");

    assertThat(one.ways()).isEqualTo(all.ways());
    assertThat(one.ways()).hasSize(1);
  }

  @Test
  void functionsThatOnlyReturnSomethingAreStoredToo() throws IOException {
    Module module =
        store(
            STORE.replace("return 1;", "java.util.function.IntSupplier two = () -> 2; return 1;"));
    module.compile();

    List<StoredBody> functions =
        FactsFile.read(Files.readAllBytes(module.factsFile()))
            .unitOf("store.Store")
            .orElseThrow()
            .bodies()
            .stream()
            .filter(body -> !body.shownAs().isEmpty())
            .toList();

    assertThat(functions.stream().map(StoredBody::shownAs).toList())
        .containsExactly("store.Store#save(){function}", "store.Store#size(){function}");
    assertThat(functions.stream().map(body -> body.facts().returned()).toList())
        .contains(new Value.Constant("2"));
  }

  @Test
  void factsOfAClassWithoutAFileGo() throws IOException {
    Module alone = store(STORE);
    alone.compile();
    byte[] expected = Files.readAllBytes(alone.factsFile());
    Module module =
        new Module(folder.resolve("both"))
            .source("store/Store.java", STORE)
            .source("service/Service.java", SERVICE);
    module.compile();
    assertThat(Files.readAllBytes(module.factsFile())).isNotEqualTo(expected);
    Files.delete(module.classes().resolve("service/Service.class"));

    module.compileOnly("store/Store.java");

    assertThat(Files.readAllBytes(module.factsFile())).isEqualTo(expected);
  }

  @Test
  void badFactsAreToldOnceAndTheClassFilesRead() throws IOException {
    Module store = store(STORE);
    store.compile();
    Module service = service(store.classes());
    service.compile();
    Module handler = handler(store.classes(), service.classes());
    byte[] whole = Files.readAllBytes(store.factsFile());
    byte[] newer = whole.clone();
    newer[7]++;
    byte[] damaged = whole.clone();
    damaged[whole.length / 2]++;
    for (byte[] bad : List.of(newer, damaged, Arrays.copyOf(whole, 100), new byte[0])) {
      Files.write(store.factsFile(), bad);

      Module.Result result = handler.compile();

      assertThat(result.ways()).hasSize(1);
      assertThat(result.ways().get(0)).startsWith(WAY);
      assertWithMessage("%s", result.told()).that(result.told()).hasSize(1);
      assertThat(result.told().get(0)).startsWith("NOTE Unclog leaves stored facts aside");
      assertThat(result.told().get(0)).contains(store.factsFile().toString());
    }
  }

  @Test
  void badFactsOfAModuleItselfAreWrittenAnew() throws IOException {
    Module store = store(STORE);
    store.compile();
    byte[] whole = Files.readAllBytes(store.factsFile());
    Files.write(store.factsFile(), Arrays.copyOf(whole, 50));

    Module.Result result = store.compile();

    assertThat(result.told()).isEmpty();
    assertThat(Files.readAllBytes(store.factsFile())).isEqualTo(whole);
  }

  @Test
  void nothingIsWrittenForTestsOrWhereItIsNotWanted() throws IOException {
    Module quiet = store(STORE).with("-XepOpt:Unclog:Summaries=false");
    quiet.compile();
    assertThat(Files.exists(quiet.factsFile())).isFalse();

    Module tests =
        new Module(folder.resolve("tests"))
            .source("kept.txt", "")
            .source("../../test/java/store/Store.java", STORE);
    tests.compile();
    assertThat(Files.exists(tests.classes().resolve("store/Store.class"))).isTrue();
    assertThat(Files.exists(tests.factsFile())).isFalse();
  }

  @Test
  void whatIsReadOfJarsIsKeptAndUsedTheNextTime() throws IOException {
    String off = "-XepOpt:Unclog:Summaries=false";
    Path cache = folder.resolve("cache");
    Module store = store(STORE).with(off, "-XepOpt:Unclog:Cache=off");
    store.compile();
    Path jar = jar(store.classes());
    Module service = service(jar).with(off, "-XepOpt:Unclog:Cache=off");
    service.compile();
    Module handler = handler(jar, service.classes()).with(off, "-XepOpt:Unclog:Cache=" + cache);
    List<String> ways = handler.compile().ways();
    assertThat(ways).hasSize(1);
    Path kept;
    try (var files = Files.list(cache)) {
      List<Path> facts = files.filter(file -> file.toString().endsWith(".facts")).toList();
      assertThat(facts).hasSize(1); // One jar, one file of them.
      kept = facts.get(0);
    }
    FactsFile facts = FactsFile.read(Files.readAllBytes(kept));

    assertThat(handler.compile().ways()).isEqualTo(ways);

    // To see that it is used, let it say that nothing is called.
    FactsFile empty =
        facts.updated(
            facts.units().stream()
                .map(unit -> StoredUnit.of(unit.outermost(), unit.classes(), withoutCalls(unit)))
                .toList(),
            Set.of(),
            type -> true);
    Files.write(kept, empty.bytes());
    assertThat(handler.compile().ways()).isEmpty();
  }

  private static List<StoredBody> withoutCalls(StoredUnit unit) {
    try {
      return unit.bodies().stream()
          .map(
              body ->
                  new StoredBody(
                      body.owner(),
                      new BodyFacts(body.facts().method(), "", BodyFacts.Nature.CODE, List.of()),
                      ""))
          .toList();
    } catch (BadFactsException e) {
      throw new AssertionError(e);
    }
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("code.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        var walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
