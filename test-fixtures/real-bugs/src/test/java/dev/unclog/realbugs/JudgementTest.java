package dev.unclog.realbugs;

import static com.google.common.truth.Truth.assertThat;
import static dev.unclog.realbugs.Samples.ROOT;
import static dev.unclog.realbugs.Samples.SINK;
import static dev.unclog.realbugs.Samples.leftOut;
import static dev.unclog.realbugs.Samples.report;
import static dev.unclog.realbugs.Samples.result;
import static dev.unclog.realbugs.Samples.resultOf;
import static dev.unclog.realbugs.Samples.way;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgementTest {
  private static final String HELPER = "com.acme.Helper#help()";

  private final Judgement direct = new Judgement(Samples.bug(PathClass.P0, true));

  /** The call stands in another method than the context. */
  private final Judgement through =
      new Judgement(
          BugTable.parse(
                  String.join("\t", BugTable.COLUMNS)
                      + "\nB1\tacme\t#1\tcom.acme:acme\t1\t2\tC0\tP1\t1\twait\t-"
                      + "\tcom.acme.Session#open\t-\t-\t-\t-\tjava.lang.Thread#sleep"
                      + "\tcom.acme.Pause#now\tyes\t-")
              .get(0));

  @Test
  void aFindingOfOtherCodeIsNone() {
    Answer answer = direct.of(report(List.of(result("com.acme.Session#close()", SINK))));
    assertThat(answer).isEqualTo(new Answer(Answer.Kind.NOT_FOUND, "no such call seen"));
  }

  @Test
  void aFindingOfAnotherCallIsNoneButIsTold() {
    Answer answer = direct.of(report(List.of(result(ROOT, "java.lang.Object#wait()"))));
    assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_FOUND);
    assertThat(answer.because())
        .isEqualTo("no such call seen; other findings there: 1, as java.lang.Object#wait()");
  }

  @Test
  void rootAndSinkMakeTheFinding() {
    assertThat(direct.of(report(List.of(result(ROOT, SINK)))))
        .isEqualTo(new Answer(Answer.Kind.FOUND, "com/acme/Session.java:7"));
  }

  @Test
  void aSuppressedFindingIsNone() {
    String suppressed = result(ROOT, SINK, ", \"suppressions\": [{\"kind\": \"inSource\"}]");
    assertThat(direct.of(report(List.of(suppressed))).kind()).isEqualTo(Answer.Kind.NOT_FOUND);
  }

  @Test
  void theSameCallInTheContextItselfIsAnotherBug() {
    assertThat(through.of(report(List.of(result(ROOT, SINK)))).kind())
        .isEqualTo(Answer.Kind.NOT_FOUND);
  }

  @Test
  void theWayMustGoThroughTheNamedMember() {
    String other = result(ROOT, SINK, way(ROOT, HELPER));
    String right = result(ROOT, SINK, way(ROOT, HELPER, "com.acme.Pause#now(int){function}"));
    assertThat(through.of(report(List.of(other))).kind()).isEqualTo(Answer.Kind.NOT_FOUND);
    assertThat(through.of(report(List.of(other, right))).kind()).isEqualTo(Answer.Kind.FOUND);
  }

  @Test
  void aWayWithoutNamesIsBelieved() {
    String unnamed = result(ROOT, SINK, way("", ""));
    assertThat(through.of(report(List.of(unnamed))).kind()).isEqualTo(Answer.Kind.FOUND);
  }

  @Test
  void whereACheckIsNamedNoOtherWillDo() {
    Judgement lock = new Judgement(Samples.bug("SynchronizedIo", PathClass.P0, true));
    assertThat(lock.of(report(List.of(result(ROOT, SINK)))).kind())
        .isEqualTo(Answer.Kind.NOT_FOUND);
    assertThat(lock.of(report(List.of(resultOf("SynchronizedIo", ROOT, SINK)))).kind())
        .isEqualTo(Answer.Kind.FOUND);
  }

  @Test
  void aContextThatWasLeftOutIsNotSilent() {
    Answer answer =
        direct.of(report(List.of(), leftOut("com/acme/Session.java", "cannot find symbol")));
    assertThat(answer)
        .isEqualTo(new Answer(Answer.Kind.LEFT_OUT, "left out, since cannot find symbol"));
  }

  @Test
  void anotherSourceMayBeLeftOut() {
    Answer answer = direct.of(report(List.of(), leftOut("com/acme/Other.java", "whatever")));
    assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_FOUND);
  }

  @Test
  void aContextThatIsNotThereIsTold() {
    String nothing =
        "{\"level\": \"note\", \"message\": {\"text\": \"no cooperative code was seen in acme\"}}";
    assertThat(direct.of(report(List.of(), nothing)))
        .isEqualTo(new Answer(Answer.Kind.NOT_FOUND, "the context is not there"));
  }
}
