package dev.unclog.summary;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.summary.FunctionFates.Fate;
import dev.unclog.summary.FunctionFates.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who learns when what becomes of a function. */
final class FunctionFatesTest {
  private static final MethodKey METHOD = new MethodKey("T", "m", List.of());
  private static final Parameter PARAMETER = new Parameter(METHOD, 0);
  private static final Fate FATE =
      new Fate(
          FunctionFate.RUNS_AT_ONCE,
          Set.of(),
          Call.exactly(METHOD, new Value.Null(), List.of(), 1),
          -1);

  private final FunctionFates fates = new FunctionFates();
  private final List<String> told = new ArrayList<>();

  @Test
  void whoListensWhileOthersAreToldIsToldOnceAsWell() {
    fates.listen(
        PARAMETER,
        fate -> {
          told.add("first");
          fates.listen(PARAMETER, again -> told.add("from within"));
        });
    fates.listen(PARAMETER, fate -> told.add("second"));

    fates.learn(PARAMETER, FATE);

    assertThat(told).containsExactly("first", "from within", "second");
  }

  @Test
  void whoListensLateIsToldAtOnceAndNothingTwice() {
    fates.learn(PARAMETER, FATE);
    fates.learn(PARAMETER, FATE);

    fates.listen(PARAMETER, fate -> told.add("late"));
    fates.learn(PARAMETER, FATE);

    assertThat(told).containsExactly("late");
  }
}
