package dev.unclog.chains;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PendingTest {
  @TempDir private Path folder;

  @Test
  void aLineIsOfItsRuleAlone() throws IOException {
    Pending pending =
        read("# a remark", "", "locks/A.java:3 not there yet", "lock/B.java:4 nor this");

    assertThat(pending.lines(rule("lock"))).containsExactly("B.java:4");
    assertThat(pending.isWhole(rule("lock"))).isFalse();
    assertThat(pending.rules()).containsExactly("lock", "locks");
  }

  @Test
  void aRuleMayBePendingAsAWhole() throws IOException {
    assertThat(read("locks not there yet").isWhole(rule("locks"))).isTrue();
  }

  @Test
  void aReasonIsAskedFor() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> read("locks/A.java:3")))
        .hasMessageThat()
        .contains("why is not said");
  }

  @Test
  void nothingIsSaidTwice() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> read("locks one", "locks two")))
        .hasMessageThat()
        .contains("said twice");
  }

  private Pending read(String... lines) throws IOException {
    return Pending.read(Files.write(folder.resolve("pending"), List.of(lines)));
  }

  private static Rule rule(String name) {
    return new Rule(Path.of(name));
  }
}
