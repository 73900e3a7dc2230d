package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The crawler of the demo, its blocking fetch behind an interface, in another module, three calls
 * deep.
 */
final class ModulesIT {
  private static final String HEAD =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>web</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <modules>
          <module>pages</module>
          <module>crawler</module>
        </modules>
      """;

  private static final String MODULE =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>com.acme</groupId>
          <artifactId>web</artifactId>
          <version>1</version>
        </parent>
        <artifactId>%s</artifactId>
        %s
      </project>
      """;

  private static final String PAGES_DEPENDENCY =
      """
      <dependencies>
        <dependency>
          <groupId>com.acme</groupId>
          <artifactId>pages</artifactId>
          <version>1</version>
        </dependency>
      </dependencies>
      """;

  private static final String PAGES =
      """
      package com.acme.pages;

      import java.io.IOException;
      import java.net.URI;

      /** Where pages come from. */
      public interface Pages {
        String get(URI page) throws IOException, InterruptedException;

        static Pages overHttp() {
          return new HttpPages();
        }
      }
      """;

  private static final String HTTP_PAGES =
      """
      package com.acme.pages;

      import java.io.IOException;
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.net.http.HttpRequest;
      import java.net.http.HttpResponse.BodyHandlers;

      final class HttpPages implements Pages {
        private final HttpClient http = HttpClient.newHttpClient();

        @Override
        public String get(URI page) throws IOException, InterruptedException {
          return text(HttpRequest.newBuilder(page).build());
        }

        private String text(HttpRequest request) throws IOException, InterruptedException {
          return http.send(request, BodyHandlers.ofString()).body();
        }
      }
      """;

  private static final String CRAWLER =
      """
      package com.acme.crawler;

      import com.acme.pages.Pages;
      import dev.unclog.annotations.Cooperative;
      import java.io.IOException;
      import java.net.URI;
      import java.util.concurrent.CompletableFuture;

      final class Crawler {
        private final Pages pages;

        Crawler(Pages pages) {
          this.pages = pages;
        }

        @Cooperative
        CompletableFuture<String> fetch(URI page) {
          return CompletableFuture.completedFuture(body(page));
        }

        private String body(URI page) {
          try {
            return pages.get(page);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  private static LocalRepository repository;

  @TempDir private Path project;

  @BeforeAll
  static void makeRepository() throws IOException {
    repository = LocalRepository.in(Path.of("target", "modules-repository").toAbsolutePath());
  }

  @Test
  void theWayIsShownThroughTheOtherModule() throws Exception {
    write("pom.xml", HEAD + Built.readme("xml", "<properties>") + "</project>\n");
    write("pages/pom.xml", MODULE.formatted("pages", ""));
    write("pages/src/main/java/com/acme/pages/Pages.java", PAGES);
    write("pages/src/main/java/com/acme/pages/HttpPages.java", HTTP_PAGES);
    write("crawler/pom.xml", MODULE.formatted("crawler", PAGES_DEPENDENCY));
    write("crawler/src/main/java/com/acme/crawler/Crawler.java", CRAWLER);

    Ran maven = Ran.in(project, repository.maven("compile"));

    assertThat(maven.status()).isEqualTo(1);
    String output = maven.output();
    int finding = output.indexOf("[BlockingCall] Crawler.body(URI) blocks");
    assertThat(finding).isAtLeast(0);
    assertThat(output.substring(finding).lines().map(String::strip).limit(6).toList())
        .containsExactly(
            "[BlockingCall] Crawler.body(URI) blocks a cooperative thread (network)",
            "calls Pages.get(URI), at Crawler.java:23",
            "calls HttpPages.text(HttpRequest), at HttpPages.java:14",
            "calls HttpClient.send(HttpRequest, BodyHandler), at HttpPages.java:18",
            "cooperative: fetch is marked @Cooperative",
            "instead: sendAsync")
        .inOrder();
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
