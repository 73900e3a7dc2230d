package dev.unclog.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** What a compiler's configuration becomes, and what of it stays. */
class CompilerSetupTest {
  private static final CompilerSetup.Library LOMBOK =
      new CompilerSetup.Library("org.projectlombok", "lombok", "1.18.42");

  private static Xpp3Dom configuration(String xml) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
  }

  private static Xpp3Dom applied(int javaVersion, String xml, String choices) throws Exception {
    Xpp3Dom configuration = configuration(xml);
    Choices chosen = Choices.of(configuration(choices), /* skip= */ false);
    new CompilerSetup(chosen, javaVersion, /* isOpen= */ false)
        .apply(configuration, List.of(LOMBOK));
    return configuration;
  }

  private static List<String> arguments(Xpp3Dom configuration) {
    return Arrays.stream(configuration.getChild("compilerArgs").getChildren())
        .map(Xpp3Dom::getValue)
        .toList();
  }

  private static List<String> processors(Xpp3Dom configuration) {
    return Arrays.stream(configuration.getChild("annotationProcessorPaths").getChildren())
        .map(
            path ->
                path.getChild("artifactId").getValue() + ":" + path.getChild("version").getValue())
        .toList();
  }

  @Test
  void aPlainCompilationGetsErrorProneAndRecords() throws Exception {
    Xpp3Dom configuration = applied(17, "", "");
    assertThat(arguments(configuration))
        .containsAtLeast(
            "-XDcompilePolicy=simple",
            "-J--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");
    String plugin = arguments(configuration).get(2);
    assertThat(plugin).startsWith("-Xplugin:ErrorProne -XepDisableAllChecks -Xep:BlockingCall:");
    assertThat(plugin).endsWith(" -XepOpt:Unclog:Mode=record");
    assertThat(configuration.getChild("fork").getValue()).isEqualTo("true");
    assertThat(processors(configuration))
        .containsExactly(
            "error_prone_core:2.42.0", "unclog-checks:" + Own.version(), "lombok:1.18.42")
        .inOrder();
  }

  @Test
  void newerJdksGetTheNewerErrorProneAndLookForNoProcessorsUnasked() throws Exception {
    assertThat(processors(applied(25, "", "")))
        .containsExactly("error_prone_core:2.52.0", "unclog-checks:" + Own.version());
  }

  @Test
  void whoHasErrorProneKeepsItAsItIs() throws Exception {
    Xpp3Dom configuration =
        applied(
            17,
            """
            <compilerArgs><arg>-parameters</arg><arg>-Xplugin:ErrorProne -Xep:Dead:OFF</arg></compilerArgs>
            <annotationProcessorPaths><path>
              <groupId>com.google.errorprone</groupId><artifactId>error_prone_core</artifactId>
              <version>2.41.0</version>
            </path></annotationProcessorPaths>
            """,
            "<mode>check</mode><kinds>-file</kinds>");
    assertThat(arguments(configuration).get(0)).isEqualTo("-parameters");
    String plugin = arguments(configuration).get(1);
    assertThat(plugin).startsWith("-Xplugin:ErrorProne -Xep:Dead:OFF -Xep:BlockingCall:ERROR ");
    assertThat(plugin).doesNotContain("DisableAllChecks");
    assertThat(plugin).doesNotContain("record");
    assertThat(plugin).endsWith(" -XepOpt:Unclog:Kinds=-file");
    assertThat(processors(configuration))
        .containsExactly("error_prone_core:2.41.0", "unclog-checks:" + Own.version());
  }

  @Test
  void testsKeepWhatTheirJvmsAreTold() throws Exception {
    Xpp3Dom told = configuration("<argLine>-Xmx1g @{argLine}</argLine>");
    TestSetup.apply(told);
    TestSetup.apply(told);
    assertThat(told.getChild("argLine").getValue())
        .isEqualTo("@{unclog.argLine} -Xmx1g @{argLine}");
    Xpp3Dom silent = configuration("");
    TestSetup.apply(silent);
    assertThat(silent.getChild("argLine").getValue()).isEqualTo("@{unclog.argLine} @{argLine}");
  }
}
