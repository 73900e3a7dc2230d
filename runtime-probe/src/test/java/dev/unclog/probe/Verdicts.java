package dev.unclog.probe;

import com.google.gson.JsonObject;
import dev.unclog.probed.Windows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the watchdog said of windows during each of which a hub was held. */
final class Verdicts {
  static final double RESOLUTION_MILLIS = 50;
  private static final double Z_95 = 1.96;

  private final Map<String, Integer> blockedByHub = new TreeMap<>();
  private final List<Double> delays = new ArrayList<>();
  private final Watched watched;
  private int late;

  private Verdicts(Watched watched) {
    this.watched = watched;
    for (JsonObject hang : watched.lines("hang")) {
      if (hang.get("times").getAsInt() == 1) {
        String hub = hang.get("hub").getAsString();
        boolean blocked = hang.get("state").getAsString().equals("blocked");
        blockedByHub.merge(hub, blocked ? 1 : 0, Integer::sum);
        if (hang.has("late")) {
          late++;
        } else {
          delays.add(hang.get("millis").getAsDouble() - RESOLUTION_MILLIS);
        }
      }
    }
    delays.sort(null);
  }

  static Verdicts of(Path jdk, int trials, long millis, int hogs) {
    return new Verdicts(
        Watched.run(
            jdk,
            "hubs=(blocked|churn): .*,resolution=50ms,jfr=off",
            Windows.class,
            Integer.toString(trials),
            Long.toString(millis),
            Integer.toString(hogs)));
  }

  Watched watched() {
    return watched;
  }

  /** Windows called blocked, by hub, of the hubs whose names begin so. */
  Map<String, Integer> blocked(String prefix) {
    Map<String, Integer> some = new TreeMap<>(blockedByHub);
    some.keySet().removeIf(hub -> !hub.startsWith(prefix));
    return some;
  }

  int total(String prefix) {
    return blocked(prefix).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many windows were told when they were over. */
  int late() {
    return late;
  }

  /** How long after the resolution a hub was told that still hung. */
  double delay(double part) {
    return delays.isEmpty() ? Double.NaN : delays.get((int) (part * (delays.size() - 1)));
  }

  /** A share with its bounds of 95 % after Wilson. */
  static String share(int some, int all) {
    double part = (double) some / all;
    double z2 = Z_95 * Z_95 / all;
    double middle = (part + z2 / 2) / (1 + z2);
    double half = Z_95 * Math.sqrt(part * (1 - part) / all + z2 / (4 * all)) / (1 + z2);
    return String.format(
        "%d of %d = %.2f %% (%.2f to %.2f)",
        some, all, 100 * part, 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
  }
}
