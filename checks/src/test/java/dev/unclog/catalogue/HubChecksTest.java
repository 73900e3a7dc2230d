package dev.unclog.catalogue;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.catalogue.stub.Stub;
import dev.unclog.catalogue.stub.StubParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods that tell whether a thread must not block. */
final class HubChecksTest {
  private final Stub stub =
      StubParser.parse(
          "test.stub",
          """
          package p;
          interface Loop {
            @ChecksHub boolean inLoop();
            @EveryOverload @ChecksHub(onHub = false) boolean mayBlock();
            @NonBlocking boolean isOpen();
          }
          """);
  private final Catalogue catalogue = new Catalogue(stub.entries(), stub.meanings());

  @Test
  void theAnswerOnAHubIsKnownThroughASubtypeToo() {
    assertThat(catalogue.onHub(new Called("inLoop", "p.MyLoop", "p.Loop"))).hasValue(true);
    assertThat(catalogue.onHub(new Called("mayBlock", "p.Loop"))).hasValue(false);
  }

  @Test
  void otherMethodsAreNoSuchQuestion() {
    assertThat(catalogue.onHub(new Called("isOpen", "p.Loop"))).isEmpty();
    assertThat(catalogue.onHub(new Called("inLoop", "p.Stranger"))).isEmpty();
  }

  @Test
  void theirNamesAreKnown() {
    assertThat(catalogue.hubChecks()).containsExactly("inLoop", "mayBlock");
  }

  private record Called(String name, List<Facet> facets) implements Callee {
    Called(String name, String... types) {
      this(name, List.of(types).stream().map(type -> new Facet(type, List.of())).toList());
    }

    @Override
    public boolean hasMethod(String type, String method) {
      return false;
    }
  }
}
