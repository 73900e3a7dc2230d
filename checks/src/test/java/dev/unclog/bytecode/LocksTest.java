package dev.unclog.bytecode;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.call.Lock;
import dev.unclog.call.Lock.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which locks are taken, and held during calls. */
final class LocksTest {
  private static final Lock THIS = new Lock("T", Lock.THIS, Kind.MONITOR);
  private static final Lock CLASS = new Lock("T", Lock.CLASS, Kind.MONITOR);
  private static final Lock FIELD = new Lock("T", "f", Kind.MONITOR);
  private static final Lock LOCK = new Lock("T", "l", Kind.LOCK);
  private static final Lock MAP = new Lock("T", "map", Kind.MAP);

  private static List<Lock> held(String... lines) {
    return compiled(lines).call("m", "call").held();
  }

  private static List<Lock> acquired(String... lines) {
    return compiled(lines).body("m").acquired().stream().map(Lock.Acquisition::lock).toList();
  }

  private static Compiled compiled(String... lines) {
    return compiled(List.of("-g"), lines);
  }

  private static Compiled compiled(List<String> options, String... lines) {
    return Compiled.of(
        options,
        "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.locks.*;",
        "abstract class T { abstract void call(); abstract void other(); Object f; Lock l;",
        "  static Object s; ReadWriteLock rw; Condition full;",
        String.join("\n", lines) + "}");
  }

  @Test
  void whoTakesNoneHoldsNone() {
    assertThat(held("void m() { call(); }")).isEmpty();
    assertThat(acquired("void m() { call(); }")).isEmpty();
    assertThat(held("void m() { synchronized (this) { other(); } call(); }")).isEmpty();
    assertThat(held("void m() { call(); synchronized (this) { other(); } }")).isEmpty();
  }

  @Test
  void aSynchronizedMethodHoldsItsMonitorThroughout() {
    assertThat(held("synchronized void m() { call(); }")).containsExactly(THIS);
    assertThat(held("synchronized void m() { try { other(); } catch (Error e) { call(); } }"))
        .containsExactly(THIS);
    assertThat(held("static synchronized void m(T t) { t.call(); }")).containsExactly(CLASS);
    assertThat(compiled("\nsynchronized void m() {", "call(); }").body("m").acquired())
        .containsExactly(new Lock.Acquisition(THIS, 6));
    assertThat(acquired("synchronized native void m();")).containsExactly(THIS);
  }

  @Test
  void aBlockHoldsWhatItNames() {
    assertThat(held("void m() { synchronized (this) { call(); } }")).containsExactly(THIS);
    assertThat(held("void m() { synchronized (T.class) { call(); } }")).containsExactly(CLASS);
    assertThat(held("void m() { synchronized (f) { call(); } }")).containsExactly(FIELD);
    assertThat(held("void m() { synchronized (s) { call(); } }"))
        .containsExactly(new Lock("T", "s", Kind.MONITOR));
    assertThat(held("void m(Object o) { synchronized (o) { call(); } }"))
        .containsExactly(new Lock("T", "(o)", Kind.MONITOR));
    assertThat(held("void m() { Object o = f; synchronized (o) { call(); } }"))
        .containsExactly(FIELD);
    assertThat(held("Object g() { return f; } void m() { synchronized (g()) { call(); } }"))
        .containsExactly(new Lock("T", "(local)", Kind.MONITOR));
  }

  @Test
  void withoutNamesOfVariablesALocalIsJustThat() {
    assertThat(
            compiled(List.of("-g:none"), "void m(Object o) { synchronized (o) { call(); } }")
                .call("m", "call")
                .held())
        .containsExactly(new Lock("T", "(local)", Kind.MONITOR));
  }

  @Test
  void anInnerObjectNamesTheOneAround() {
    assertThat(
            compiled("class In { void m() { synchronized (T.this) { call(); } } }")
                .body("T$In", "m")
                .acquired()
                .get(0)
                .lock())
        .isEqualTo(THIS);
    assertThat(
            compiled("class In { void m() { synchronized (f) { call(); } } }")
                .body("T$In", "m")
                .acquired()
                .get(0)
                .lock())
        .isEqualTo(FIELD);
    assertThat(
            compiled("Runnable m() { return () -> { synchronized (this) { call(); } }; }")
                .call("lambda$m$0", "call")
                .held())
        .containsExactly(THIS);
  }

  @Test
  void whereALambdaIsMadeUnderALockItIsNotRunUnderIt() {
    assertThat(
            compiled("Runnable m() { synchronized (this) { return () -> call(); } }")
                .call("lambda$m$0", "call")
                .held())
        .isEmpty();
  }

  @Test
  void locksAreHeldOneWithinTheOther() {
    String nested = "void m() { synchronized (this) { synchronized (f) { call(); } %s } }";

    assertThat(held(nested.formatted(""))).containsExactly(THIS, FIELD).inOrder();
    assertThat(acquired(nested.formatted(""))).containsExactly(THIS, FIELD).inOrder();
    assertThat(held(nested.replace("call", "other").formatted("call();"))).containsExactly(THIS);
    assertThat(held("synchronized void m() { synchronized (this) { call(); } }"))
        .containsExactly(THIS);
    assertThat(acquired("synchronized void m() { synchronized (this) { call(); } }"))
        .containsExactly(THIS, THIS);
    assertThat(
            held("void m() { synchronized (this) { synchronized (this) { other(); } call(); } }"))
        .containsExactly(THIS);
  }

  @Test
  void handlersHoldWhatTheirTriesHold() {
    assertThat(
            held(
                "void m() { synchronized (this) {",
                "try { other(); } catch (RuntimeException e) { call(); } } }"))
        .containsExactly(THIS);
    assertThat(
            held(
                "void m() { try { synchronized (this) { other(); } }",
                "catch (RuntimeException e) { call(); } }"))
        .isEmpty();
    assertThat(
            held(
                "void m(boolean b) { while (true) { try { synchronized (this) {",
                "if (b) { continue; } other(); } } finally { f = null; } call(); } }"))
        .isEmpty();
    assertThat(
            held(
                "void m(List<T> all) { for (T t : all) { synchronized (t) { other(); }",
                "synchronized (this) { if (all == null) { return; } call(); } } }"))
        .containsExactly(THIS);
  }

  @Test
  void aLockIsHeldUntilItIsUnlocked() {
    assertThat(held("void m() { l.lock(); try { call(); } finally { l.unlock(); } }"))
        .containsExactly(LOCK);
    assertThat(held("void m() throws Exception { l.lockInterruptibly(); call(); l.unlock(); }"))
        .containsExactly(LOCK);
    assertThat(held("void m() { l.lock(); try { other(); } finally { l.unlock(); } call(); }"))
        .isEmpty();
    assertThat(
            held(
                "void m() { l.lock(); try { other(); } catch (RuntimeException e) { call(); }",
                "finally { l.unlock(); } }"))
        .containsExactly(LOCK);
    assertThat(held("void m(boolean b) { if (b) { l.lock(); } call(); }")).isEmpty();
    assertThat(held("void m() { l.newCondition(); call(); }")).isEmpty();
  }

  @Test
  void aLockMayBeUnlockedThroughAVariable() {
    assertThat(
            held(
                "final ReentrantLock k = new ReentrantLock(); void m() { ReentrantLock k = this.k;",
                "k.lock(); try { call(); } finally { k.unlock(); } }"))
        .containsExactly(new Lock("T", "k", Kind.LOCK));
    assertThat(held("void m() { Lock k = l; k.lock(); other(); l.unlock(); call(); }")).isEmpty();
    assertThat(
            held(
                "Lock g() { return l; } void m() { Lock k = g(); k.lock(); l.lock();",
                "other(); k.unlock(); call(); l.unlock(); }"))
        .containsExactly(LOCK);
    assertThat(held("Lock g() { return l; } void m() { g().lock(); other(); l.unlock(); call(); }"))
        .isEmpty();
  }

  @Test
  void bothLocksOfAReadWriteLockGoByItsName() {
    Lock both = new Lock("T", "rw", Kind.LOCK);

    assertThat(
            held(
                "void m() { rw.writeLock().lock(); try { call(); } finally { rw.writeLock().unlock(); } }"))
        .containsExactly(both);
    assertThat(
            held(
                "final ReentrantReadWriteLock w = new ReentrantReadWriteLock();",
                "void m() { w.readLock().lock(); other(); w.readLock().unlock(); call(); }"))
        .isEmpty();
    assertThat(acquired("void m() { rw.readLock().lock(); }")).containsExactly(both);
  }

  @Test
  void tryingIsNotWaiting() {
    assertThat(acquired("void m() { if (l.tryLock()) { call(); l.unlock(); } }")).isEmpty();
  }

  @Test
  void whoWaitsLetsGo() {
    assertThat(
            compiled("synchronized void m() throws Exception { wait(1); }")
                .call("m", "wait")
                .held())
        .isEmpty();
    assertThat(
            compiled(
                    "void m() throws Exception { synchronized (this) { synchronized (f) { f.wait(); } } }")
                .call("m", "wait")
                .held())
        .containsExactly(THIS);
    assertThat(
            compiled(
                    "synchronized void m() throws Exception { l.lock(); full.await(); l.unlock(); }")
                .call("m", "await")
                .held())
        .containsExactly(THIS);
    assertThat(
            compiled("synchronized void m() throws Exception { l.lock(); f.notify(); l.unlock(); }")
                .call("m", "notify")
                .held())
        .containsExactly(THIS, LOCK)
        .inOrder();
  }

  @Test
  void aConcurrentHashMapRunsFunctionsUnderItsLock() {
    String map = "final ConcurrentMap<T, T> map = new ConcurrentHashMap<>(); ";

    assertThat(
            compiled(map, "void m() { map.computeIfAbsent(this, t -> t); call(); }")
                .call("m", "computeIfAbsent")
                .held())
        .containsExactly(MAP);
    assertThat(held(map, "void m() { map.computeIfAbsent(this, t -> t); call(); }")).isEmpty();
    assertThat(acquired(map, "void m() { map.merge(this, this, (t, u) -> t); }"))
        .containsExactly(MAP);
    assertThat(acquired("ConcurrentHashMap<T, T> map; void m() { map.compute(this, null); }"))
        .containsExactly(MAP);
    assertThat(acquired(map, "synchronized void m() { map.computeIfPresent(this, null); }"))
        .containsExactly(THIS, MAP)
        .inOrder();
  }

  @Test
  void otherMapsAndMethodsDoNot() {
    assertThat(acquired("ConcurrentMap<T, T> map; void m() { map.compute(this, null); }"))
        .isEmpty();
    assertThat(
            acquired(
                "final Map<T, T> map = new HashMap<>(); void m() { map.compute(this, null); }"))
        .isEmpty();
    assertThat(acquired("ConcurrentHashMap<T, T> map; void m() { map.get(this); }")).isEmpty();
  }

  @Test
  void whatIsCalledToThrowTakesNoLock() {
    assertThat(
            acquired(
                "ConcurrentHashMap<T, T> map; void m() {",
                "throw new IllegalStateException(\"\" + map.compute(this, null)); }"))
        .isEmpty();
  }

  @Test
  void aMethodThatTakesWithoutEndIsReadInTime() {
    String[] body = {"void m(int n) { for (int i = 0; i < n; i++) { l.lock(); } call(); }"};
    StringBuilder many = new StringBuilder("void m() {");
    many.append("l.lock();".repeat(2_000)).append("call(); }");

    assertThat(held(body)).isEmpty();
    assertThat(acquired(body)).containsExactly(LOCK);
    assertThat(held(many.toString())).containsExactly(LOCK);
  }
}
