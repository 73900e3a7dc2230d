package dev.unclog.consumer;

/** A user's {@code pom.xml} with the marks and JUnit, and nothing else of ours. */
final class UserPom {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>%s</artifactId>
        <version>1</version>
        %s
        <dependencies>
          <dependency>
            <groupId>dev.unclog</groupId>
            <artifactId>unclog-annotations</artifactId>
            <version>%s</version>
            <scope>provided</scope>
          </dependency>
          <dependency>
            <groupId>org.junit.jupiter</groupId>
            <artifactId>junit-jupiter</artifactId>
            <version>%s</version>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.1</version>
            </plugin>
            <plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <version>3.5.4</version>
            </plugin>
            %s
          </plugins>
        </build>
      </project>
      """;

  private UserPom() {}

  /**
   * The text of one.
   *
   * @param artifact its name
   * @param packaging how it is packed and of what modules; empty for a jar
   * @param plugin one plugin more, or nothing
   */
  static String of(String artifact, String packaging, String plugin) {
    return POM.formatted(
        artifact, packaging, Built.property("version"), Built.property("junit"), plugin);
  }
}
