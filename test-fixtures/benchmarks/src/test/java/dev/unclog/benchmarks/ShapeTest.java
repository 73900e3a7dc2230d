package dev.unclog.benchmarks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated programs, as programs. */
final class ShapeTest {
  private static final Pattern METHOD = Pattern.compile("static public void m\\d+");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aProgramCompiles(Shape shape) throws Exception {
    GeneratedProject project = GeneratedProject.write(shape, 101, folder);

    List<String> arguments = new ArrayList<>(project.options());
    arguments.addAll(project.sources());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));

    assertThat(status).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void aProgramHasAsManyMethodsAsAskedForAndFewInAFile(Shape shape) {
    Shape.Generated generated = shape.generate(1_050);

    Collection<String> files =
        Stream.of(generated.library(), generated.sources())
            .flatMap(sources -> sources.values().stream())
            .toList();
    assertThat(files.stream().mapToLong(ShapeTest::methods).sum()).isEqualTo(1_050);
    for (String file : files) {
      assertWithMessage(file).that(methods(file)).isAtMost(Shape.MOST_IN_A_FILE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneMethodIsCooperative(Shape shape) {
    String all = String.join("\n", shape.generate(1_050).sources().values());

    assertThat(all.split("@dev.unclog.annotations.Cooperative", -1)).hasLength(2);
  }

  private static long methods(String file) {
    return METHOD.matcher(file).results().count();
  }
}
