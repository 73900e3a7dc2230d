package dev.unclog.probe.agent;

import dev.unclog.probe.boot.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user asked for. An agent argument goes before a system property, that before a file.
 *
 * <p>Agent arguments are separated by commas; a comma that no {@code name=} follows belongs to the
 * value, so that patterns may hold some.
 */
final class Settings {
  static final String PREFIX = "unclog.";

  private static final Pattern NAMED = Pattern.compile("\\s*([A-Za-z][A-Za-z-]*)\\s*=(.*)");
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(us|ms|s|m)");

  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = values;
  }

  static Settings read(String arguments, Properties properties) throws SettingsException {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    add(values, ofAgent(arguments), "agent arguments");
    add(values, ofSystem(properties), "system properties");
    String file = values.get(Setting.SETTINGS);
    if (file != null && !file.isEmpty()) {
      add(values, ofFile(file), file);
    }
    Settings settings = new Settings(values);
    settings.check();
    return settings;
  }

  private static void add(Map<Setting, String> values, Map<String, String> found, String where)
      throws SettingsException {
    for (Map.Entry<String, String> entry : found.entrySet()) {
      values.putIfAbsent(named(entry.getKey(), where), entry.getValue().trim());
    }
  }

  private static Setting named(String name, String where) throws SettingsException {
    for (Setting setting : Setting.values()) {
      if (setting.word().equals(name)) {
        return setting;
      }
    }
    StringBuilder known = new StringBuilder();
    for (Setting setting : Setting.values()) {
      known.append(known.isEmpty() ? "" : ", ").append(setting.word());
    }
    throw new SettingsException(
        "unknown setting '" + name + "' in " + where + "; there are: " + known);
  }

  private static Map<String, String> ofAgent(String arguments) throws SettingsException {
    Map<String, String> found = new LinkedHashMap<>();
    if (arguments == null || arguments.isBlank()) {
      return found;
    }
    String name = null;
    for (String part : arguments.split(",", -1)) {
      Matcher named = NAMED.matcher(part);
      if (named.matches()) {
        name = named.group(1);
        found.put(name, named.group(2));
      } else if (name != null) {
        found.merge(name, part, (before, more) -> before + "," + more);
      } else {
        throw new SettingsException(
            "agent argument '" + part + "' has no name; write name=value,name=value");
      }
    }
    return found;
  }

  private static Map<String, String> ofSystem(Properties properties) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        found.put(key.substring(PREFIX.length()), properties.getProperty(key));
      }
    }
    return found;
  }

  private static Map<String, String> ofFile(String file) throws SettingsException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException("cannot read the settings file " + file + ": " + e);
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (String key : read.stringPropertyNames()) {
      found.put(key, read.getProperty(key));
    }
    return found;
  }

  private void check() throws SettingsException {
    kinds();
    parsed(Setting.RESOLUTION);
    parsed(Setting.THRESHOLD);
    oneOf(Setting.SENSORS, "on", "off");
    oneOf(Setting.WATCHDOG, "on", "off");
    oneOf(Setting.LOG, "on", "off");
    oneOf(Setting.JFR, "background", "eager", "off");
    for (Setting file : List.of(Setting.REPORT, Setting.FINDINGS, Setting.SUPPRESSIONS)) {
      try {
        path(file);
      } catch (InvalidPathException e) {
        throw new SettingsException(file.word() + ": " + e.getMessage());
      }
    }
  }

  private void oneOf(Setting setting, String... words) throws SettingsException {
    if (!List.of(words).contains(text(setting))) {
      throw new SettingsException(
          setting.word() + "=" + text(setting) + ": expected one of " + String.join(", ", words));
    }
  }

  String text(Setting setting) {
    return values.getOrDefault(setting, setting.ifAbsent());
  }

  boolean isOn(Setting setting) {
    return text(setting).equals("on");
  }

  Optional<Path> path(Setting setting) {
    String text = text(setting);
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
  }

  Duration duration(Setting setting) {
    try {
      return parsed(setting);
    } catch (SettingsException e) {
      throw new IllegalStateException(e); // Checked when it was read.
    }
  }

  private Duration parsed(Setting setting) throws SettingsException {
    Matcher matcher = DURATION.matcher(text(setting));
    Duration duration = Duration.ZERO;
    if (matcher.matches() && matcher.group(1).length() < 10) {
      long number = Long.parseLong(matcher.group(1));
      duration =
          switch (matcher.group(2)) {
            case "us" -> Duration.ofNanos(number * 1_000);
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
          };
    }
    if (duration.isZero()) {
      throw new SettingsException(
          setting.word() + "=" + text(setting) + ": expected a time such as 500us, 100ms or 2s");
    }
    return duration;
  }

  /** The kinds that are kept. */
  Set<Kind> kinds() throws SettingsException {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    String text = text(Setting.KINDS);
    for (Kind kind : Kind.values()) {
      if (text.isEmpty() ? kind.onByDefault() : text.equals("all")) {
        kinds.add(kind);
      }
    }
    if (!text.isEmpty() && !text.equals("all")) {
      for (String word : text.split(",", -1)) {
        kinds.add(kind(word.trim()));
      }
    }
    return kinds;
  }

  private static Kind kind(String word) throws SettingsException {
    StringBuilder known = new StringBuilder("all");
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
      known.append(", ").append(kind.word());
    }
    throw new SettingsException("unknown kind '" + word + "' in kinds; there are: " + known);
  }
}
