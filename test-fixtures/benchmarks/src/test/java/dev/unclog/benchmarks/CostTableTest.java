package dev.unclog.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CostTableTest {
  @Test
  void ratiosAreThoseWithinARound() {
    String table =
        table(
            costs(Variant.NO_CHECKS, 10, 20, 40),
            costs(Variant.UNCLOG, 11, 20, 48),
            costs(Variant.NULLAWAY, 15, 30, 60));

    assertThat(table).contains("| Unclog, nothing marked, CPU time | 1.000 | 1.100 | 1.200 |");
  }

  @Test
  void overheadsAreSetAgainstThatOfNullAway() {
    String table =
        table(
            costs(Variant.NO_CHECKS, 10, 10, 10),
            costs(Variant.UNCLOG, 11, 11, 11),
            costs(Variant.NULLAWAY, 15, 15, 15));

    assertThat(table).contains("| Unclog, nothing marked | 20 % | 20 % | 7 |");
  }

  @Test
  void nothingIsSetAgainstAnOverheadThatTheNoiseHides() {
    String table =
        table(costs(Variant.NO_CHECKS, 10), costs(Variant.UNCLOG, 11), costs(Variant.NULLAWAY, 9));

    assertThat(table).contains("| Unclog, nothing marked | within the noise | within");
  }

  @SafeVarargs
  private static String table(Map.Entry<Variant, List<Cost>>... costs) {
    Map<Variant, List<Cost>> all = new TreeMap<>(Map.ofEntries(costs));
    return new CostTable(all, all).markdown();
  }

  private static Map.Entry<Variant, List<Cost>> costs(Variant variant, double... each) {
    return Map.entry(
        variant,
        java.util.Arrays.stream(each).mapToObj(one -> new Cost(one, one, one, 7)).toList());
  }
}
