package dev.unclog.probed;

import dev.unclog.probe.Probe;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.blockhound.BlockHound;

/** A call that is watched and answered at once, from the page cache: off a hub and on one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HookedCalls {
  /** Set where BlockHound watches. */
  public static final String BLOCK_HOUND = "probed.blockhound";

  /** A file that was just written. */
  @State(Scope.Thread)
  public static class CachedFile {
    private Path path;
    private RandomAccessFile file;

    /** Writes it. */
    @Setup
    public void open() throws IOException {
      path = Files.writeString(Files.createTempFile("unclog", ".txt"), "text");
      file = new RandomAccessFile(path.toFile(), "r");
    }

    /** Deletes it. */
    @TearDown
    public void close() throws IOException {
      file.close();
      Files.delete(path);
    }

    int read() throws IOException {
      file.seek(0);
      return file.read();
    }
  }

  /** Makes the measuring thread a hub for whoever watches. */
  @State(Scope.Thread)
  public static class Hub {
    /** Registers it. */
    @Setup
    public void register() {
      Thread own = Thread.currentThread();
      Probe.hub(own);
      if (Boolean.getBoolean(BLOCK_HOUND)) {
        BlockHound.builder()
            .nonBlockingThreadPredicate(before -> before.or(thread -> thread == own))
            .blockingMethodCallback(method -> {})
            .install();
      }
    }
  }

  /** Makes some other thread a hub, so that all that watch do watch. */
  @State(Scope.Benchmark)
  public static class OtherHub {
    /** Registers it. */
    @Setup
    public void register() {
      Thread other = Matrix.daemon(() -> {}, "other");
      Probe.hub(other);
      if (Boolean.getBoolean(BLOCK_HOUND)) {
        BlockHound.builder()
            .nonBlockingThreadPredicate(before -> before.or(thread -> thread == other))
            .install();
      }
    }
  }

  /** Off a hub. */
  @Benchmark
  public int offHub(CachedFile file, OtherHub other) throws IOException {
    return file.read();
  }

  /** On a hub. */
  @Benchmark
  public int onHub(CachedFile file, Hub hub) throws IOException {
    return file.read();
  }
}
