package dev.unclog.probe.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a wait is, by its stack. */
final class FramesTest {
  private static final String EXECUTOR = "io.netty.util.concurrent.SingleThreadEventExecutor";
  private static final String END = EXECUTOR + ".confirmShutdown";
  private static final String RUN = "io.netty.channel.nio.NioEventLoop.run";

  @Test
  void aLoopThatSleepsUntilItMayEndWaitsForItself() {
    assertThat(Frames.isLoopsOwn(stack("java.lang.Thread.sleep", END, RUN))).isTrue();
  }

  @Test
  void soDoesOneThatIsBetweenTwoSuchSleeps() {
    String between = EXECUTOR + ".fetchFromScheduledTaskQueue";
    assertThat(Frames.isLoopsOwn(stack(between, EXECUTOR + ".runAllTasks", END, RUN))).isTrue();
  }

  @Test
  void aTaskThatRunsMeanwhileIsSomebodys() {
    String task = "io.netty.util.concurrent.AbstractEventExecutor.safeExecute";
    String handler = "io.netty.handler.ssl.SslHandler.run";
    assertThat(Frames.isLoopsOwn(stack("java.lang.Thread.sleep", handler, task, END, RUN)))
        .isFalse();
  }

  @Test
  void codeOfTheApplicationIsItsOwn() {
    assertThat(Frames.isLoopsOwn(stack("java.lang.Thread.sleep", "com.example.Hook.run", END, RUN)))
        .isFalse();
  }

  @Test
  void aLockThatAHookWaitsForIsTheHooks() {
    String lock = "jdk.internal.ref.CleanerImpl$CleanableList.insert";
    String hook = "dev.unclog.probe.boot.Hooks.enterTimed";
    assertThat(Frames.isOfHook(stack(lock, hook, "java.lang.Thread.sleep", "com.example.It.run")))
        .isTrue();
    assertThat(
            Frames.isOfHook(stack(lock, "java.io.RandomAccessFile.<init>", "com.example.It.run")))
        .isFalse();
  }

  private static List<StackTraceElement> stack(String... frames) {
    return Arrays.stream(frames)
        .map(
            frame -> {
              int dot = frame.lastIndexOf('.');
              return new StackTraceElement(
                  frame.substring(0, dot), frame.substring(dot + 1), "Any.java", 1);
            })
        .toList();
  }
}
