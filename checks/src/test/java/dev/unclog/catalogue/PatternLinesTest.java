package dev.unclog.catalogue;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.stub.Stub;
import dev.unclog.catalogue.stub.StubParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lines for many methods at once mean, and what they do not. */
final class PatternLinesTest {
  @Test
  void aPatternDoesNotMeanWhatEveryObjectHas() {
    Catalogue catalogue = catalogue("@Blocking @Matching(\".*\") Object any();");

    assertThat(verdict(catalogue, "get")).isPresent();
    assertThat(verdict(catalogue, "hashCode")).isEmpty();
    assertThat(verdict(catalogue, "wait")).isEmpty();
  }

  @Test
  void aMembersOwnLineMayStillSpeakOfIt() {
    Catalogue catalogue =
        catalogue("@Blocking @Matching(\".*\") Object any(); @Blocking int hashCode();");

    assertThat(verdict(catalogue, "hashCode")).isPresent();
  }

  @Test
  void anExceptionGoesBeforeTheRule() {
    Catalogue catalogue =
        catalogue(
            "@NonBlocking @Matching(\"with.*\") Object any();"
                + " @Blocking @Matching(\".*\") Object any();");

    assertThat(verdict(catalogue, "withTimeout").orElseThrow())
        .isInstanceOf(Verdict.NeverBlocks.class);
    assertThat(verdict(catalogue, "get").orElseThrow()).isInstanceOf(Verdict.Blocks.class);
  }

  private static Catalogue catalogue(String members) {
    Stub stub = StubParser.parse("test.stub", "package p; interface Client { " + members + " }");
    assertThat(stub.problems()).isEmpty();
    return new Catalogue(stub.entries(), stub.meanings());
  }

  private static Optional<Verdict> verdict(Catalogue catalogue, String name) {
    Callee callee =
        new Callee() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public List<Facet> facets() {
            return List.of(new Facet("p.Client", List.of()));
          }

          @Override
          public boolean hasMethod(String type, String method) {
            return false;
          }
        };
    return catalogue.nearest(callee, entry -> entry.verdict().isPresent()).flatMap(Entry::verdict);
  }
}
