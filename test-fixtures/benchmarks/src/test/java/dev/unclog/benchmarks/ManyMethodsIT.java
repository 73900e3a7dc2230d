package dev.unclog.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs of ten thousand methods, checked by the packaged plug-in in a JVM as it comes. */
final class ManyMethodsIT {
  private static final int METHODS = 10_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"CHAIN", "CYCLE"})
  void theWayToTheSinkIsFoundHoweverLong(Shape shape) throws Exception {
    GeneratedProject project = GeneratedProject.write(shape, METHODS, folder.resolve("project"));

    ChildCompiler compiler = new ChildCompiler(folder);
    Cost cost = compiler.weigh(project.with(tools().withUnclog(List.of())), project.sources());

    assertThat(compiler.printed()).contains("Root.java:5: warning: [BlockingCall] M0.m0() blocks");
    assertThat(cost.findings()).isEqualTo(1);
  }

  @Test
  void nothingIsFoundWithoutUnclog() throws IOException, InterruptedException {
    GeneratedProject project = GeneratedProject.write(Shape.CHAIN, 10, folder.resolve("project"));

    Cost cost =
        new ChildCompiler(folder).weigh(project.with(tools().withNoChecks()), project.sources());

    assertThat(cost.findings()).isEqualTo(0);
  }

  private static Tools tools() {
    return new Tools(
        List.of(ChildCompiler.origin(com.google.errorprone.ErrorProneJavacPlugin.class)),
        Tools.ours(),
        List.of(),
        List.of());
  }
}
