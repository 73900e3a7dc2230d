package dev.unclog.bytecode;

import dev.unclog.bytecode.Site.LockUse;
import dev.unclog.call.Lock;
import dev.unclog.call.Lock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which locks the instructions of a method take, release and hold. */
final class Locks {
  private static final String LOCKING_MAP = "java.util.concurrent.ConcurrentHashMap";

  private final LockNames names;
  private final Optional<Lock> monitor;

  /**
   * The locks of a method.
   *
   * @param owner its class, as instructions name it
   */
  Locks(String owner, MethodNode method) {
    this.names = new LockNames(owner, method);
    this.monitor =
        (method.access & Opcodes.ACC_SYNCHRONIZED) == 0
            ? Optional.empty()
            : Optional.of(
                new Lock(
                    Names.binary(owner),
                    (method.access & Opcodes.ACC_STATIC) == 0 ? Lock.THIS : Lock.CLASS,
                    Kind.MONITOR));
  }

  /** The monitor that all of a {@code synchronized} method holds. */
  Optional<Lock> monitor() {
    return monitor;
  }

  /** The monitor that an instruction waits for. */
  Lock entered(AbstractInsnNode enter, FlowFrame frame) {
    return names.of(frame.operand(0), enter, Kind.MONITOR);
  }

  /** The lock that a call waits for. */
  Optional<Lock> taken(MethodInsnNode call, Site site, FlowFrame frame) {
    return switch (site.lockUse()) {
      case TAKES -> Optional.of(names.of(frame.operand(0), call, Kind.LOCK));
      case TRIES ->
          site.parameters().isEmpty() ? Optional.empty() : Optional.of(tried(call, site, frame));
      case MAY_RUN_UNDER_MAP -> ofMap(call, site, frame);
      default -> Optional.empty();
    };
  }

  /** What is held after a monitor was entered, the method's own monitor aside. */
  Held afterEnter(AbstractInsnNode enter, FlowFrame frame) {
    return frame.ways().held().with(entered(enter, frame));
  }

  /**
   * What is held after a monitor was left: compilers nest them, and read what they leave from a
   * variable without a name.
   */
  static Held afterExit(FlowFrame frame) {
    return frame.ways().held().withoutLast(lock -> lock.kind() == Kind.MONITOR);
  }

  /** What is held after a call. */
  Held after(MethodInsnNode call, Site site, FlowFrame frame) {
    Held held = frame.ways().held();
    return switch (site.lockUse()) {
      case TAKES -> held.with(names.of(frame.operand(0), call, Kind.LOCK));
      case TRIES -> held.with(tried(call, site, frame));
      case RELEASES ->
          without(names.of(frame.operand(site.parameters().size()), call, Kind.LOCK), held);
      default -> held;
    };
  }

  private Lock tried(MethodInsnNode call, Site site, FlowFrame frame) {
    return names.of(frame.operand(site.parameters().size()), call, Kind.LOCK);
  }

  /** Without the lock of that name; one that has none of its own may be any other such. */
  private static Held without(Lock lock, Held held) {
    Held left = held.withoutLast(lock::equals);
    return left.locks().size() < held.locks().size()
        ? left
        : held.withoutLast(each -> each.kind() == Kind.LOCK && (each.isLocal() || lock.isLocal()));
  }

  /** What is held while a call is made, by the caller or by what is called for it. */
  List<Lock> heldDuring(MethodInsnNode call, Site site, FlowFrame frame) {
    if (site.lockUse() == LockUse.NONE && monitor.isEmpty()) {
      return frame.ways().held().distinct();
    }
    List<Lock> held = new ArrayList<>();
    monitor.ifPresent(held::add);
    held.addAll(frame.ways().held().locks());
    letGo(call, site, frame, held).ifPresent(lock -> held.removeIf(lock::equals));
    if (site.lockUse() == LockUse.MAY_RUN_UNDER_MAP) {
      ofMap(call, site, frame).ifPresent(held::add);
    }
    return held.stream().distinct().toList();
  }

  /** Of the locks held, the one that a call lets go while it waits. */
  private Optional<Lock> letGo(MethodInsnNode call, Site site, FlowFrame frame, List<Lock> held) {
    if (site.lockUse() == LockUse.WAITS_ON_CONDITION) {
      return last(held, Kind.LOCK);
    }
    if (site.lockUse() != LockUse.WAITS_ON_MONITOR) {
      return Optional.empty();
    }
    Lock named = names.of(frame.operand(site.parameters().size()), call, Kind.MONITOR);
    return held.contains(named) ? Optional.of(named) : last(held, Kind.MONITOR);
  }

  private static Optional<Lock> last(List<Lock> held, Kind kind) {
    return held.stream().filter(lock -> lock.kind() == kind).reduce((one, other) -> other);
  }

  private Optional<Lock> ofMap(MethodInsnNode call, Site site, FlowFrame frame) {
    Cell receiver = frame.operand(site.parameters().size());
    return Invocations.receiverType(call, site, receiver).equals(LOCKING_MAP)
        ? Optional.of(names.of(receiver, call, Kind.MAP))
        : Optional.empty();
  }
}
