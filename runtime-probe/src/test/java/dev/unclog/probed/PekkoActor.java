package dev.unclog.probed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor that reads a file, on the dispatcher that all actors share. */
public final class PekkoActor {
  /** The names of that dispatcher's threads. */
  public static final String HUBS = "probed-pekko.actor.default-dispatcher-*";

  private PekkoActor() {}

  /** What an actor is told. */
  private record Question(boolean isPlanted, Path file, CountDownLatch answered) {}

  /** Reads it on the dispatcher for blocking work, and then on the shared one. */
  public static void main(String[] nothing) throws Exception {
    Path file = Files.writeString(Files.createTempFile("unclog", ".txt"), "text");
    ActorSystem<Question> system = ActorSystem.create(behavior(), "probed");
    for (boolean isPlanted : new boolean[] {false, true, false}) {
      Question question = new Question(isPlanted, file, new CountDownLatch(1));
      system.tell(question);
      question.answered().await();
    }
    Files.delete(file);
    System.out.println("played");
    System.exit(0); // A system that is terminated waits for its parts on this very dispatcher.
  }

  private static Behavior<Question> behavior() {
    return Behaviors.setup(
        context ->
            Behaviors.receiveMessage(
                question -> {
                  if (question.isPlanted()) {
                    planted(question.file());
                    question.answered().countDown();
                  } else {
                    Culprit.hub();
                    context
                        .getSystem()
                        .dispatchers()
                        .lookup(DispatcherSelector.blocking())
                        .execute(() -> clean(question));
                  }
                  return Behaviors.same();
                }));
  }

  private static void planted(Path file) throws Exception {
    Culprit.nextLine();
    Files.readString(file);
  }

  private static void clean(Question question) {
    try {
      Files.readString(question.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      question.answered().countDown();
    }
  }
}
