package chains.mainthreads;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.stage.Stage;

/** JavaFX has one thread that paints and that all events come from. */
class JavaFx {
  static class Shows extends Application {
    @Override
    public void init() { // silent
      LockSupport.park();
    }

    @Override
    public void start(Stage stage) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  static class Pressed implements EventHandler<ActionEvent> {
    @Override
    public void handle(ActionEvent event) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  static class HandsOff implements EventHandler<ActionEvent> {
    @Override
    public void handle(ActionEvent event) { // silent
      new Thread(() -> LockSupport.park()).start();
    }
  }

  static class Turns extends AnimationTimer {
    @Override
    public void handle(long now) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  static class Loads extends Task<String> {
    @Override
    protected String call() {
      LockSupport.park();
      Platform.runLater(() -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
      return "";
    }

    @Override
    protected void succeeded() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  @Cooperative
  void waitsIfItMay() { // silent
    if (!Platform.isFxApplicationThread()) {
      LockSupport.park();
    }
  }
}
