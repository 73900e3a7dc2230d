package dev.unclog.store;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Interests;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Facts as bytes, and bytes as facts. */
final class FactsFileTest {
  private static final int HEADER_BYTES = 12;
  private static final int ROUNDS = 200;

  @Test
  void factsOfEveryKindComeBackAsTheyWere() throws BadFactsException {
    AnyFacts any = new AnyFacts(0);
    for (int round = 0; round < ROUNDS; round++) {
      StoredBody body = new StoredBody("T", (BodyFacts) any.any(BodyFacts.class), "round " + round);

      List<StoredBody> read = StoredUnit.of("T", List.of(), List.of(body)).bodies();

      assertThat(read).containsExactly(body);
    }
    Set<Class<?>> kinds = new HashSet<>(List.of(Value.class.getPermittedSubclasses()));
    kinds.addAll(
        List.of(Call.class, MethodKey.class, Guard.class, Lock.class, Lock.Acquisition.class));
    assertThat(any.made()).containsAtLeastElementsIn(kinds);
  }

  @Test
  void classesComeBackAsTheyWere() throws BadFactsException {
    AnyFacts any = new AnyFacts(1);
    for (int round = 0; round < ROUNDS; round++) {
      StoredClass type = (StoredClass) any.any(StoredClass.class);
      FactsFile file =
          new FactsFile(
              Interests.NONE, List.of(StoredUnit.of("T", List.of(type), List.<StoredBody>of())));

      StoredUnit unit = FactsFile.read(file.bytes()).unitOf(type.name()).orElseThrow();

      assertThat(unit.outermost()).isEqualTo("T");
      assertThat(unit.classes()).containsExactly(type);
    }
  }

  @Test
  void theOrderInWhichFactsAreGivenDoesNotShow() {
    List<StoredUnit> units = units(8);
    byte[] expected = new FactsFile(Interests.NONE, units).bytes();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(units, new Random(round));

      assertThat(new FactsFile(Interests.NONE, units).bytes()).isEqualTo(expected);
    }
  }

  @Test
  void whatWasCompiledAgainIsReplacedAndWhatWasDeletedGoes() throws BadFactsException {
    List<StoredUnit> units = units(4);
    FactsFile before = FactsFile.read(new FactsFile(Interests.NONE, units).bytes());
    StoredUnit newer = new AnyFacts(99).unit("T1");

    FactsFile after =
        before.updated(List.of(newer), Set.of("T1", "T3"), type -> !type.equals("T2"));

    assertThat(after.bytes())
        .isEqualTo(new FactsFile(Interests.NONE, List.of(units.get(0), newer)).bytes());
  }

  @Test
  void factsReadForOtherNamesAreToldApart() throws BadFactsException {
    Interests some = new Interests(Set.of("isDone", "b"), Set.of("inEventLoop"));
    FactsFile file = FactsFile.read(new FactsFile(some, units(1)).bytes());

    assertThat(file.isFor(new Interests(Set.of("b", "isDone"), Set.of("inEventLoop")))).isTrue();
    assertThat(file.isFor(new Interests(Set.of("isDone"), Set.of("inEventLoop")))).isFalse();
    assertThat(file.isFor(new Interests(Set.of("isDone", "b", "inEventLoop"), Set.of()))).isFalse();
  }

  @Test
  void aNewerFormatIsNamed() {
    byte[] bytes = new FactsFile(Interests.NONE, units(1)).bytes();
    bytes[7]++;

    BadFactsException e = assertThrows(BadFactsException.class, () -> FactsFile.read(bytes));

    assertThat(e).hasMessageThat().startsWith("it is in format " + (FactsFormat.VERSION + 1));
  }

  @Test
  void anyByteChangedOrMissingIsNoticed() {
    byte[] bytes = new FactsFile(Interests.NONE, units(3)).bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThrows(BadFactsException.class, () -> FactsFile.read(cut));
      byte[] changed = bytes.clone();
      changed[i] ^= 1 << i % 8;
      assertThrows(BadFactsException.class, () -> FactsFile.read(changed));
    }
  }

  /** Whoever writes nonsense and signs it gets no further than whoever writes nonsense. */
  @Test
  void noBytesMakeTheReaderFailOtherwise() {
    byte[] bytes = new FactsFile(Interests.NONE, units(2)).bytes();
    int damaged = 0;
    for (int i = HEADER_BYTES; i < bytes.length - 4; i++) {
      for (int value : new int[] {0, 0xff, bytes[i] + 1}) {
        byte[] changed = bytes.clone();
        changed[i] = (byte) value;
        damaged += isDamaged(signed(changed)) ? 1 : 0;
      }
    }
    assertWithMessage("of %s bytes", bytes.length).that(damaged).isGreaterThan(bytes.length / 4);
  }

  private static boolean isDamaged(byte[] bytes) {
    try {
      for (StoredUnit unit : FactsFile.read(bytes).units()) {
        unit.bodies();
      }
      return false;
    } catch (BadFactsException e) {
      return true;
    }
  }

  private static byte[] signed(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (checksum.getValue() >>> (24 - 8 * i));
    }
    return bytes;
  }

  @Test
  void whatIsNestedBeyondReasonIsUnknownFromThereOn() throws BadFactsException {
    Value value = new Value.Zero();
    for (int i = 0; i < 10_000; i++) {
      value = new Value.Not(value);
    }
    BodyFacts facts =
        new BodyFacts(
            new MethodKey("T", "m", List.of()),
            "",
            BodyFacts.Nature.CODE,
            List.of(),
            List.of(),
            value);

    Value read =
        StoredUnit.of("T", List.of(), List.of(new StoredBody("T", facts, "")))
            .bodies()
            .get(0)
            .facts()
            .returned();

    int depth = 0;
    while (read instanceof Value.Not not) {
      read = not.value();
      depth++;
    }
    assertThat(depth).isEqualTo(FactsFormat.DEEPEST_VALUE);
    assertThat(read).isEqualTo(new Value.Unknown(""));
  }

  /**
   * If this fails, what is written has changed: raise the version, and only then the number here.
   */
  @Test
  void theFormatDoesNotChangeUnnoticed() {
    CRC32 checksum = new CRC32();
    checksum.update(
        new FactsFile(
                new Interests(Set.of("isDone"), Set.of("inEventLoop")),
                List.of(
                    StoredUnit.of(
                        "T",
                        List.of(
                            new StoredClass(
                                "T",
                                Optional.of("java.lang.Object"),
                                List.of("java.lang.Runnable"),
                                false,
                                true,
                                false,
                                new Stamp(300, 7))),
                        List.of(new StoredBody("T", sample(), "shown")))))
            .bytes());
    assertThat(FactsFormat.VERSION + " " + Long.toHexString(checksum.getValue()))
        .isEqualTo("8 96de1986");
  }

  private static BodyFacts sample() {
    MethodKey method = new MethodKey("T", "m", List.of("int", "java.lang.String"));
    List<Value> values =
        List.of(
            new Value.Unknown("U"),
            new Value.Null(),
            new Value.Zero(),
            new Value.Constant("c"),
            new Value.Parameter(200, "P"),
            new Value.Function(method, "F", new Value.Null(), List.of(new Value.Zero())),
            new Value.Result(method, "R", true, List.of(new Value.Null()), "S"),
            new Value.Not(new Value.Parameter(1, "boolean")),
            new Value.Flag("T", "flag"),
            new Value.Equals(new Value.Parameter(2, "P"), new Value.Null()),
            new Value.Equals(new Value.Parameter(2, "P"), new Value.Named("P", "A")),
            new Value.Held(new Value.This("T"), "T", "code", "int"),
            new Value.Made(method, List.of()),
            new Value.OneOf(List.of(new Value.Zero(), new Value.Null())));
    Lock lock = new Lock("T", "field", Lock.Kind.MAP);
    Call call =
        new Call(
            method,
            "T",
            false,
            new Value.Unknown("T"),
            values,
            Set.of("isDone()", "b"),
            List.of(new Guard(new Value.Parameter(0, "boolean"), true)),
            List.of(lock),
            77,
            "by this loop");
    return new BodyFacts(
        method,
        "T.java",
        BodyFacts.Nature.NATIVE,
        List.of(call),
        List.of(new Lock.Acquisition(lock, 3)),
        new Value.Zero());
  }

  private static List<StoredUnit> units(int count) {
    AnyFacts any = new AnyFacts(count);
    List<StoredUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(any.unit("T" + i));
    }
    return units;
  }
}
