package dev.unclog.probe.sensor;

import dev.unclog.probe.boot.Clocks;
import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.boot.Sighting;
import dev.unclog.probe.boot.Sightings;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Blocks on purpose, briefly, on a thread that is a hub for as long as this takes, to see that the
 * sensors tell. Only what costs nothing and touches nobody: no network, no process.
 */
public final class Rehearsal implements Runnable {
  private static final Set<Operation> PLAYED =
      EnumSet.of(Operation.SLEEP, Operation.PARK, Operation.FILE_OPEN, Operation.FILE_METADATA);

  private final File file;
  private final Set<Operation> silent = EnumSet.copyOf(PLAYED);

  /**
   * Creates it.
   *
   * @param file any file that can be read
   */
  public Rehearsal(File file) {
    this.file = file;
  }

  /** Plays, on the current thread. */
  @Override
  public void run() {
    Sightings.divertRehearsal(this::heard);
    Hub hub = Hubs.register(Thread.currentThread(), Hub.REHEARSAL);
    try {
      play();
    } catch (IOException | InterruptedException e) {
      // What was not reached counts as silent.
    } finally {
      Hubs.remove(hub);
    }
  }

  private void heard(Sighting sighting) {
    silent.remove(sighting.operation());
  }

  private void play() throws IOException, InterruptedException {
    long longEnough = 3 * Clocks.threshold();
    TimeUnit.NANOSECONDS.sleep(longEnough);
    long end = System.nanoTime() + longEnough;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(longEnough);
    }
    if (file.exists()) {
      new FileInputStream(file).close();
    }
  }

  /**
   * The sensors that told nothing.
   *
   * @return none if all is well
   */
  public Set<Operation> silent() {
    return silent;
  }
}
