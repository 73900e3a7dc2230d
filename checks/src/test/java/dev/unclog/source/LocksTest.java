package dev.unclog.source;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which locks a body takes, and which it holds where it calls something. */
final class LocksTest {
  private static final String OPEN =
      """
      class T {
        final Object mutex = new Object(); static final Object ALL = new Object();
        final ReentrantLock lock = new ReentrantLock();
        final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
        final Condition ready = lock.newCondition();
        static void use() {} static void run(Runnable r) {}
      """;

  private static final Lock THIS = new Lock("T", Lock.THIS, Lock.Kind.MONITOR);
  private static final Lock LOCK = new Lock("T", "lock", Lock.Kind.LOCK);

  private static Attributed code(String... lines) {
    return Attributed.of(OPEN, String.join("\n", lines), "}");
  }

  private static List<Lock> held(String... lines) {
    return code(lines).call("m", "use").held();
  }

  private static List<Lock> acquired(String... lines) {
    return code(lines).body("m").acquired().stream().map(Lock.Acquisition::lock).toList();
  }

  private static Lock monitor(String name) {
    return new Lock("T", name, Lock.Kind.MONITOR);
  }

  @Test
  void mostCodeHoldsNothing() {
    assertThat(held("void m() { use(); }")).isEmpty();
    assertThat(acquired("void m() { use(); }")).isEmpty();
  }

  @Test
  void behindABlockNothingIsHeld() {
    assertThat(held("void m() { synchronized (this) { run(null); } use(); }")).isEmpty();
    assertThat(held("synchronized void n() {} void m() { n(); use(); }")).isEmpty();
  }

  @Test
  void whatChoosesTheMonitorIsCalledWithoutIt() {
    Attributed code =
        code("Object pick() { return this; } void m() { synchronized (pick()) { use(); } }");

    assertThat(code.call("m", "pick").held()).isEmpty();
    assertThat(code.call("m", "use").held()).hasSize(1);
  }

  @Test
  void methodsHoldTheirMonitors() {
    assertThat(held("synchronized void m() { use(); }")).containsExactly(THIS);
    assertThat(acquired("synchronized void m() { use(); }")).containsExactly(THIS);
    assertThat(held("static synchronized void m() { use(); }"))
        .containsExactly(monitor(Lock.CLASS));
  }

  @Test
  void blocksHoldTheMonitorTheyName() {
    assertThat(held("void m() { synchronized (this) { use(); } }")).containsExactly(THIS);
    assertThat(held("void m() { synchronized (mutex) { use(); } }"))
        .containsExactly(monitor("mutex"));
    assertThat(held("void m() { synchronized (this.mutex) { use(); } }"))
        .containsExactly(monitor("mutex"));
    assertThat(held("void m() { synchronized (ALL) { use(); } }")).containsExactly(monitor("ALL"));
    assertThat(held("void m() { synchronized (String.class) { use(); } }"))
        .containsExactly(new Lock("java.lang.String", Lock.CLASS, Lock.Kind.MONITOR));
    assertThat(held("void m(Object o) { synchronized (o) { use(); } }"))
        .containsExactly(monitor("(o)"));
    assertThat(held("void m() { Object o = new Object(); synchronized (o) { use(); } }"))
        .containsExactly(monitor("(o)"));
    assertThat(held("void m() { final Object o = mutex; synchronized (o) { use(); } }"))
        .containsExactly(monitor("mutex"));
  }

  @Test
  void anInnerClassNamesTheOuterMonitor() {
    Attributed code =
        code(
            "class In { void a() { synchronized (T.this) { use(); } }",
            "  void b() { synchronized (this) { use(); } }",
            "  void c() { synchronized (mutex) { use(); } } }");

    assertThat(Attributed.call(code.body("T$In", "a"), "use").held()).containsExactly(THIS);
    assertThat(Attributed.call(code.body("T$In", "b"), "use").held())
        .containsExactly(new Lock("T$In", Lock.THIS, Lock.Kind.MONITOR));
    assertThat(Attributed.call(code.body("T$In", "c"), "use").held())
        .containsExactly(monitor("mutex"));
  }

  @Test
  void theLockTakenLastComesLast() {
    String method =
        "synchronized void m() { synchronized (mutex) { lock.lock(); synchronized (ALL) { use(); } } }";
    List<Lock> locks = List.of(THIS, monitor("mutex"), LOCK, monitor("ALL"));

    assertThat(held(method)).containsExactlyElementsIn(locks).inOrder();
    assertThat(acquired(method)).containsExactlyElementsIn(locks).inOrder();
  }

  @Test
  void acquisitionsHaveTheirLine() {
    Attributed code =
        code("void m() {\n synchronized (mutex) { }\n lock.lock(); }\n synchronized void n() {}");
    int first = code.body("m").acquired().get(0).line();

    assertThat(code.body("m").acquired().get(1).line()).isEqualTo(first + 1);
    assertThat(code.body("n").acquired().get(0).line()).isEqualTo(first + 2);
  }

  @Test
  void aLockIsHeldUntilItIsGivenBack() {
    assertThat(held("void m() { lock.lock(); try { use(); } finally { lock.unlock(); } }"))
        .containsExactly(LOCK);
    assertThat(held("void m() { lock.lock(); use(); lock.unlock(); }")).containsExactly(LOCK);
    assertThat(
            held(
                "void m() throws Exception { lock.lockInterruptibly();",
                "try { run(null); } catch (Error e) { use(); } finally { lock.unlock(); } }"))
        .containsExactly(LOCK);
    assertThat(held("void m() { try { lock.lock(); use(); } finally { lock.unlock(); } }"))
        .containsExactly(LOCK);
  }

  @Test
  void aLockGivenBackIsNotHeld() {
    assertThat(held("void m() { lock.lock(); lock.unlock(); use(); }")).isEmpty();
    assertThat(held("void m() { use(); lock.lock(); lock.unlock(); }")).isEmpty();
    assertThat(
            held("void m() { lock.lock(); try { run(null); } finally { lock.unlock(); } use(); }"))
        .isEmpty();
    assertThat(
            held("void m() { lock.lock(); try { run(null); } finally { lock.unlock(); use(); } }"))
        .isEmpty();
    assertThat(
            held(
                "void m() { lock.lock(); try { lock.unlock(); use(); } finally { lock.lock(); } }"))
        .isEmpty();
    assertThat(
            held(
                "void m(boolean b) { lock.lock(); if (b) { lock.unlock(); return; }",
                "use(); lock.unlock(); }"))
        .containsExactly(LOCK);
  }

  @Test
  void bothHalvesOfAReadWriteLockAreIt() {
    assertThat(held("void m() { rw.writeLock().lock(); use(); rw.writeLock().unlock(); }"))
        .containsExactly(new Lock("T", "rw", Lock.Kind.LOCK));
    assertThat(held("void m() { rw.readLock().lock(); rw.readLock().unlock(); use(); }")).isEmpty();
  }

  @Test
  void whatIsOnlyCalledLockIsNone() {
    assertThat(
            held(
                "static class Door { void lock() {} void unlock() {} }",
                "void m(Door d) { d.lock(); use(); d.unlock(); }"))
        .isEmpty();
    assertThat(acquired("void m() { lock.tryLock(); }")).isEmpty();
  }

  @Test
  void aMapRunsItsFunctionUnderALock() {
    Lock map = new Lock("T", "map", Lock.Kind.MAP);
    String field = "final Map<String, String> map = new ConcurrentHashMap<>();";
    Attributed code =
        code(field, "void m() { map.computeIfAbsent(\"a\", k -> { use(); return k; }); }");

    Call call = code.call("m", "computeIfAbsent");
    assertThat(call.held()).containsExactly(map);
    assertThat(code.body("m").acquired().get(0).lock()).isEqualTo(map);
    assertThat(Attributed.call(code.body((Value) call.arguments().get(1)), "use").held()).isEmpty();
    assertThat(
            code(
                    "ConcurrentHashMap<String, String> map;",
                    "void m() { map.merge(\"a\", \"b\", (x, y) -> x); }")
                .call("m", "merge")
                .held())
        .containsExactly(map);
    assertThat(
            code(field, "void m() { map.putIfAbsent(\"a\", \"b\"); }")
                .call("m", "putIfAbsent")
                .held())
        .isEmpty();
    assertThat(
            code(
                    "final Map<String, String> map = new HashMap<>();",
                    "void m() { map.computeIfAbsent(\"a\", k -> k); }")
                .call("m", "computeIfAbsent")
                .held())
        .isEmpty();
  }

  @Test
  void waitingGivesTheMonitorBack() {
    String throwing = " throws Exception ";
    assertThat(code("synchronized void m()" + throwing + "{ wait(); }").call("m", "wait").held())
        .isEmpty();
    assertThat(
            code("void m()" + throwing + "{ synchronized (mutex) { mutex.wait(5); } }")
                .call("m", "wait")
                .held())
        .isEmpty();
    assertThat(
            code("synchronized void m()" + throwing + "{ synchronized (mutex) { mutex.wait(); } }")
                .call("m", "wait")
                .held())
        .containsExactly(THIS);
    assertThat(
            code("void m()" + throwing + "{ lock.lock(); ready.await(); }")
                .call("m", "await")
                .held())
        .isEmpty();
    assertThat(
            code("void m(Condition c)" + throwing + "{ lock.lock(); c.await(); }")
                .call("m", "await")
                .held())
        .isEmpty();
    assertThat(
            code("synchronized void m(CountDownLatch l)" + throwing + "{ l.await(); }")
                .call("m", "await")
                .held())
        .containsExactly(THIS);
    assertThat(
            code(
                    "final ReentrantLock second = new ReentrantLock();",
                    "void m()" + throwing + "{ second.lock(); ready.await(); }")
                .call("m", "await")
                .held())
        .containsExactly(new Lock("T", "second", Lock.Kind.LOCK));
  }

  @Test
  void aLockTakenTwiceIsHeldOnce() {
    assertThat(held("synchronized void m() { synchronized (this) { use(); } }"))
        .containsExactly(THIS);
    assertThat(held("void m() { lock.lock(); lock.lock(); lock.unlock(); use(); }"))
        .containsExactly(LOCK);
  }

  @Test
  void aFunctionDoesNotHoldWhatIsHeldAroundIt() {
    Attributed code =
        code("synchronized void m() { run(() -> { synchronized (ALL) { use(); } }); }");

    Call run = code.call("m", "run");
    assertThat(run.held()).containsExactly(THIS);
    assertThat(Attributed.call(code.body(run.arguments().get(0)), "use").held())
        .containsExactly(monitor("ALL"));
    assertThat(code.body("m").acquired()).hasSize(1);
    assertThat(code.body(run.arguments().get(0)).acquired()).hasSize(1);
  }
}
