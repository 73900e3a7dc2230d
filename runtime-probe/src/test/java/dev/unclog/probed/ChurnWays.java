package dev.unclog.probed;

import dev.unclog.probed.Windows.Call;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Ways to keep a hub's processor hot for as long as a window lasts. */
final class ChurnWays {
  private static final int MANY = 2_000;

  /** What all of it comes to, so that no compiler leaves it out. */
  private static volatile Object result;

  private ChurnWays() {}

  static Map<String, Call> all(long millis) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Pattern pattern = Pattern.compile("(a+)+b");
    return Map.of(
        "garbage", churn(millis, () -> result = new byte[MANY]),
        "sorting", churn(millis, () -> result = new Random(1).ints(MANY).sorted().toArray()),
        "regular expression", churn(millis, () -> result = pattern.matcher("aaaaaaaaaaaa").find()),
        "map", churn(millis, ChurnWays::fillMap),
        "digest", churn(millis, () -> result = digest.digest(new byte[MANY])),
        "text", churn(millis, () -> result = String.format("%d %s", MANY, "text")),
        "large numbers", churn(millis, () -> result = BigInteger.TWO.pow(MANY).toString()),
        "yielding", churn(millis, Thread::yield),
        "exceptions", churn(millis, () -> result = new IllegalStateException().getStackTrace()));
  }

  private static void fillMap() {
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      map.merge(i % 1_000, i, Integer::sum);
    }
    result = map;
  }

  private static Call churn(long millis, Call step) {
    return () -> {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      while (System.nanoTime() < end) {
        step.run();
      }
    };
  }
}
