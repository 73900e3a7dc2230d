package dev.unclog.probe.boot;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.annotations.BlockingKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The kinds are those of the annotations, which the boot classes cannot use. */
final class KindTest {
  @Test
  void kindsAreThoseOfTheAnnotations() {
    assertThat(Arrays.stream(Kind.values()).map(kind -> kind + " " + kind.onByDefault()).toList())
        .isEqualTo(
            Arrays.stream(BlockingKind.values())
                .map(kind -> kind + " " + kind.onByDefault())
                .toList());
  }
}
