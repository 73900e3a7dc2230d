package chains.usersframework;

import java.util.concurrent.locks.LockSupport;

/** A stub of the user's says the same for a framework of the house as ours do for others. */
class Uses implements Plugin {
  @Override
  public void started() {
    LockSupport.park(); // finds: BlockingCall LockSupport.park()
  }

  @Override
  public void idle() {
    LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
  }

  @Override
  public void described() { // silent
    LockSupport.park();
  }

  void listens(Loop loop) {
    loop.on("a", event -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  Flow steps(Flow flow) {
    return flow.each(() -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  Flow stepsOnWorkers(Flow flow) { // silent
    return flow.shift(Threads.workers()).each(() -> LockSupport.park());
  }

  Flow stepsOnLoops(Flow flow) {
    return flow.shift(Threads.loops()).each(() -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  Flow source() { // silent
    return Flow.of(() -> LockSupport.park()).begin(Threads.workers());
  }

  void loses(Flow flow) {
    flow.shift(Threads.workers()); // finds: LostHandOff Flow.shift(Threads)
  }
}
