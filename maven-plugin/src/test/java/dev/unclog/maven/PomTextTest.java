package dev.unclog.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Where the plugin goes in a POM, and what stays as it was. */
class PomTextTest {
  private static final String HEAD = "<project>\n  <modelVersion>4.0.0</modelVersion>\n";

  private static String withPlugin(String pom) throws PomText.NoPlaceException {
    return PomText.of(pom).withPlugin();
  }

  @Test
  void itGoesBesideOtherPlugins() throws Exception {
    String pom =
        HEAD
            + """
              <build>
                <pluginManagement>
                  <plugins>
                  </plugins>
                </pluginManagement>
                <plugins>
                  <plugin><artifactId>other</artifactId></plugin> <!-- mine -->
                </plugins>
              </build>
            </project>
            """;
    assertThat(withPlugin(pom))
        .isEqualTo(
            pom.replace(
                "<!-- mine -->\n",
                """
                <!-- mine -->
                      <plugin>
                        <groupId>dev.unclog</groupId>
                        <artifactId>unclog-maven-plugin</artifactId>
                        <version>%s</version>
                        <extensions>true</extensions>
                      </plugin>
                """
                    .formatted(Own.version())));
  }

  @Test
  void aBuildWithoutPluginsGetsSome() throws Exception {
    String written = withPlugin(HEAD + "  <build>\n  </build>\n</project>\n");
    assertThat(written).contains("  <build>\n    <plugins>\n      <plugin>\n        <groupId>");
    assertThat(written).endsWith("      </plugin>\n    </plugins>\n  </build>\n</project>\n");
    assertThat(PomText.of(written).hasPlugin()).isTrue();
  }

  @Test
  void aProjectWithoutBuildGetsOne() throws Exception {
    String written = withPlugin(HEAD + "</project>\n");
    assertThat(written).startsWith(HEAD + "  <build>\n    <plugins>\n      <plugin>\n");
    assertThat(PomText.of(written).hasPlugin()).isTrue();
  }

  @Test
  void itIsAsFarToTheRightAsTheFileHasIt() throws Exception {
    for (String step : new String[] {"    ", "\t"}) {
      String head = "<project>\n" + step + "<modelVersion>4.0.0</modelVersion>\n";
      String before = step + "<build>\n" + step.repeat(2) + "<plugins>\n";
      String after = step.repeat(2) + "</plugins>\n" + step + "</build>\n</project>\n";
      assertThat(withPlugin(head + before + after))
          .startsWith(
              head
                  + before
                  + step.repeat(3)
                  + "<plugin>\n"
                  + step.repeat(4)
                  + "<groupId>dev.unclog</groupId>\n");
      assertThat(withPlugin(head + "</project>\n"))
          .contains("\n" + before + step.repeat(3) + "<plugin>");
    }
  }

  @Test
  void pluginsOfAProfileAreNotMeant() throws Exception {
    String profile =
        "  <profiles><profile><build><plugins>\n  </plugins></build></profile></profiles>\n";
    assertThat(withPlugin(HEAD + profile + "</project>\n")).contains(profile + "  <build>\n");
  }

  @Test
  void lineEndsStayAsTheyAre() throws Exception {
    String written = withPlugin((HEAD + "</project>\n").replace("\n", "\r\n"));
    assertThat(written.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void whatIsNoPomIsRefusedByLine() {
    PomText.NoPlaceException e =
        assertThrows(PomText.NoPlaceException.class, () -> PomText.of(HEAD + "<build></project>"));
    assertThat(e).hasMessageThat().startsWith("line 3 is no XML");
    assertThat(
            assertThrows(
                PomText.NoPlaceException.class, () -> withPlugin(HEAD + "<build/></project>")))
        .hasMessageThat()
        .contains("element without content");
  }

  @Test
  void aPluginThatIsThereIsSeenAndOneInACommentIsNot() throws Exception {
    String plugin = "<plugin><artifactId>" + Own.ARTIFACT + "</artifactId></plugin>";
    String pom = HEAD + "<build><plugins>%s</plugins></build></project>";
    assertThat(PomText.of(pom.formatted(plugin)).hasPlugin()).isTrue();
    assertThat(PomText.of(pom.formatted("<!-- " + plugin + " -->")).hasPlugin()).isFalse();
  }
}
