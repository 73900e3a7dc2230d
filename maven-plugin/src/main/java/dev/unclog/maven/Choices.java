package dev.unclog.maven;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What a POM says in the plugin's {@code <configuration>}.
 *
 * @param skip whether nothing is to be done
 * @param check whether findings fail the compilation, as errors; otherwise they are recorded
 * @param probe whether tests run with the probe
 * @param errorProne the version of Error Prone; empty for what fits the JDK
 * @param options for the checks, as {@code Kinds=+entropy}
 */
record Choices(
    boolean skip, boolean check, boolean probe, String errorProne, List<String> options) {
  /** Options of the checks that have a parameter of the same name here, in small letters. */
  private static final List<String> PASSED_ON =
      List.of("Kinds", "Cooperative", "Stubs", "Jars", "Target", "FarFetched");

  /** The last Error Prone for JDK 17 to 20, and the newest. */
  private static final String FOR_17 = "2.42.0";

  private static final String FOR_21 = "2.52.0";

  /**
   * Reads a configuration.
   *
   * @param configuration may be null
   * @param skip what the command line says of skipping
   * @throws IllegalArgumentException naming the parameter whose value makes no sense
   */
  static Choices of(Xpp3Dom configuration, boolean skip) {
    String mode = text(configuration, "mode", "record");
    if (!mode.equals("record") && !mode.equals("check")) {
      throw new IllegalArgumentException("<mode>" + mode + "</mode>: it can be record or check");
    }
    List<String> options = new ArrayList<>();
    for (String option : PASSED_ON) {
      String name = Character.toLowerCase(option.charAt(0)) + option.substring(1);
      String value = text(configuration, name, "");
      if (!value.isEmpty()) {
        options.add(option + "=" + value);
      }
    }
    return new Choices(
        skip || truth(configuration, "skip", false),
        mode.equals("check"),
        truth(configuration, "probe", true),
        text(configuration, "errorProne", ""),
        options);
  }

  /** The version of Error Prone that goes with a JDK. */
  String errorProneFor(int javaVersion) {
    if (!errorProne.isEmpty()) {
      return errorProne;
    }
    return javaVersion < 21 ? FOR_17 : FOR_21;
  }

  private static boolean truth(Xpp3Dom configuration, String name, boolean usual) {
    String value = text(configuration, name, Boolean.toString(usual));
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          "<%s>%s</%s>: it can be true or false".formatted(name, value, name));
    }
    return value.equals("true");
  }

  private static String text(Xpp3Dom configuration, String name, String usual) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? usual : value.strip();
  }
}
