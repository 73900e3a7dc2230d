package dev.unclog.chains;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.unclog.checks.BlockingCall;
import dev.unclog.checks.PossiblyBlockingCall;
import org.junit.jupiter.api.Test;

/** A repair that is offered compiles, and nothing is found any more. */
final class RepairsTest {
  private static final String WAIT =
      """
        static String load() {
          java.util.concurrent.locks.LockSupport.park();
          return "";
        }
      }
      """;

  @Test
  void aSupplierOfReactorsIsSubscribedToOnWorkers() {
    String head =
        """
        import reactor.core.publisher.Mono;
        %sclass A {
          Mono<String> m() {
            return Mono.fromCallable(() -> load())%s.map(text -> text + "");
          }
        """;
    repairs(
        PossiblyBlockingCall.class,
        head.formatted("", "") + WAIT,
        head.formatted(
                "import reactor.core.scheduler.Schedulers;\n",
                ".subscribeOn(Schedulers.boundedElastic())")
            + WAIT);
  }

  @Test
  void aSupplierWithinAnOperatorIsSubscribedToOnWorkers() {
    String head =
        """
        import reactor.core.publisher.Flux;
        import reactor.core.publisher.Mono;
        %sclass A {
          Flux<String> m(Flux<String> values) {
            return values.flatMap(value -> Mono.fromCallable(() -> load())%s);
          }
        """;
    repairs(
        BlockingCall.class,
        head.formatted("", "") + WAIT,
        head.formatted(
                "import reactor.core.scheduler.Schedulers;\n",
                ".subscribeOn(Schedulers.boundedElastic())")
            + WAIT);
  }

  @Test
  void aSupplierOfRxJavasIsSubscribedToOnWorkers() {
    String head =
        """
        import io.reactivex.rxjava3.core.Single;
        %sclass A {
          Single<String> m() {
            return Single.fromCallable(() -> load())%s;
          }
        """;
    repairs(
        PossiblyBlockingCall.class,
        head.formatted("", "") + WAIT,
        head.formatted(
                "import io.reactivex.rxjava3.schedulers.Schedulers;\n",
                ".subscribeOn(Schedulers.io())")
            + WAIT);
  }

  @Test
  void aSupplierOfMutinysIsSubscribedToOnWorkers() {
    String head =
        """
        import io.smallrye.mutiny.Uni;
        %sclass A {
          Uni<String> m() {
            return Uni.createFrom().item(() -> load())%s;
          }
        """;
    repairs(
        PossiblyBlockingCall.class,
        head.formatted("", "") + WAIT,
        head.formatted(
                "import io.smallrye.mutiny.infrastructure.Infrastructure;\n",
                ".runSubscriptionOn(Infrastructure.getDefaultWorkerPool())")
            + WAIT);
  }

  private void repairs(Class<? extends BugChecker> check, String before, String after) {
    BugCheckerRefactoringTestHelper.newInstance(check, getClass())
        .addInputLines("A.java", before)
        .addOutputLines("A.java", after)
        .doTest();
    CompilationTestHelper.newInstance(check, getClass()).addSourceLines("A.java", after).doTest();
  }
}
