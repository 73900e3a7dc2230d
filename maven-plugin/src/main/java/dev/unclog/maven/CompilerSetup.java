package dev.unclog.maven;

import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Brings the checks into the configuration of a compilation. */
final class CompilerSetup {
  private static final String PLUGIN = "-Xplugin:ErrorProne";

  private static final String CHECKS =
      "-Xep:BlockingCall:ERROR -Xep:PossiblyBlockingCall:WARN -Xep:InlineSpawn:ERROR"
          + " -Xep:LostHandOff:ERROR -Xep:BlockingBeforeReturn:WARN -Xep:SynchronizedIo:WARN"
          + " -Xep:UnneededAllowBlocking:WARN";

  private static final List<String> EXPORTED =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  private final Choices choices;
  private final int javaVersion;
  private final boolean isOpen;

  /**
   * A setup for one build.
   *
   * @param javaVersion of the JDK that compiles
   * @param isOpen whether Maven's own JVM lets Error Prone into the compiler; a compiler in a JVM
   *     of its own is told to
   */
  CompilerSetup(Choices choices, int javaVersion, boolean isOpen) {
    this.choices = choices;
    this.javaVersion = javaVersion;
    this.isOpen = isOpen;
  }

  /**
   * A library that goes on the processor path.
   *
   * @param group its group
   * @param artifact its name
   * @param version its version
   */
  record Library(String group, String artifact, String version) {}

  /**
   * Changes a configuration of the compiler plugin's goal {@code compile}.
   *
   * @param dependencies the project's own: unless a processor path says otherwise, javac before 23
   *     looks for processors among them, and must go on to
   */
  void apply(Xpp3Dom configuration, List<Library> dependencies) {
    Xpp3Dom arguments = child(configuration, "compilerArgs");
    Xpp3Dom plugin = plugin(arguments);
    boolean hasErrorProne = plugin != null;
    if (!hasErrorProne) {
      add(arguments, "arg", "-XDcompilePolicy=simple");
      add(arguments, "arg", "--should-stop=ifError=FLOW");
      plugin = add(arguments, "arg", PLUGIN + " -XepDisableAllChecks");
    }
    plugin.setValue(plugin.getValue() + " " + CHECKS + options());
    if (!isOpen) {
      child(configuration, "fork").setValue("true");
      for (String part : EXPORTED) {
        jvm(arguments, "--add-exports", part);
      }
      for (String part : OPENED) {
        jvm(arguments, "--add-opens", part);
      }
    }
    boolean hasPath = configuration.getChild("annotationProcessorPaths") != null;
    Xpp3Dom paths = child(configuration, "annotationProcessorPaths");
    if (!hasErrorProne) {
      String version = choices.errorProneFor(javaVersion);
      add(paths, new Library("com.google.errorprone", "error_prone_core", version));
    }
    add(paths, new Library(Own.GROUP, Own.CHECKS, Own.version()));
    if (!hasPath && javaVersion < 23) {
      dependencies.forEach(dependency -> add(paths, dependency));
    }
  }

  private String options() {
    StringBuilder options = new StringBuilder();
    if (!choices.check()) {
      options.append(" -XepOpt:Unclog:Mode=record");
    }
    choices.options().forEach(option -> options.append(" -XepOpt:Unclog:").append(option));
    return options.toString();
  }

  private static Xpp3Dom plugin(Xpp3Dom arguments) {
    for (Xpp3Dom argument : arguments.getChildren()) {
      String value = argument.getValue();
      if (value != null && value.strip().startsWith(PLUGIN)) {
        return argument;
      }
    }
    return null;
  }

  private static void jvm(Xpp3Dom arguments, String option, String part) {
    add(
        arguments,
        "arg",
        "-J%s=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED".formatted(option, part));
  }

  private static void add(Xpp3Dom paths, Library library) {
    Xpp3Dom path = new Xpp3Dom("path");
    child(path, "groupId").setValue(library.group());
    child(path, "artifactId").setValue(library.artifact());
    child(path, "version").setValue(library.version());
    paths.addChild(path);
  }

  private static Xpp3Dom add(Xpp3Dom parent, String name, String value) {
    Xpp3Dom added = new Xpp3Dom(name);
    added.setValue(value);
    parent.addChild(added);
    return added;
  }

  private static Xpp3Dom child(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    if (child == null) {
      child = new Xpp3Dom(name);
      parent.addChild(child);
    }
    return child;
  }
}
