package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unclog on its own sources. */
final class SelfLintIT {
  private static final Pattern LINTED = Pattern.compile("^(\\d+) files linted", Pattern.MULTILINE);

  /** The line above a file's findings. */
  private static final Pattern FILE_WITH_FINDINGS =
      Pattern.compile("^\\S*?([^/\\s]+\\.java)$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void ourOwnCodeIsClean() throws Exception {
    Ran lint = Unclog.in(folder, "lint", module("annotations"), module("checks"), module("cli"));

    assertWithMessage(lint.output()).that(lint.status()).isEqualTo(0);
    assertThat(lintedIn(lint.output())).isAtLeast(100);
  }

  @Test
  void onlyTheCrawlersThatAreMeantToBlockAreFound() throws Exception {
    Ran lint = Unclog.in(folder, "lint", Built.root().toString());

    assertThat(lint.output()).containsMatch("BlockingCrawler\\.java\\n.*HttpClient\\.send");
    assertThat(FILE_WITH_FINDINGS.matcher(lint.output()).results().map(each -> each.group(1)))
        .containsExactly(
            "Archive.java", "BlockingCrawler.java", "PoliteCrawler.java", "Retry.java");
    assertThat(lint.status()).isEqualTo(1);
  }

  private static String module(String name) {
    return Built.root().resolve(name).toString();
  }

  private static int lintedIn(String output) {
    int all = 0;
    for (Matcher linted = LINTED.matcher(output); linted.find(); ) {
      all += Integer.parseInt(linted.group(1));
    }
    return all;
  }
}
