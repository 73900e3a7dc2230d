package dev.unclog.bytecode;

import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Makes facts of the calls in a method. */
final class Calls {
  private final Invocations invocations;
  private final Locks locks;

  Calls(Invocations invocations, Locks locks) {
    this.invocations = invocations;
    this.locks = locks;
  }

  /** A call where something is known. */
  Call of(MethodInsnNode call, FlowFrame frame, int line) {
    Site site = invocations.at(call);
    int count = site.parameters().size();
    List<Value> arguments = Invocations.arguments(site.parameters(), frame.operands(count));
    List<Guard> guards = frame.ways().guards().list();
    List<Lock> held = locks.heldDuring(call, site, frame);
    if (!site.hasReceiver()) {
      return call(
          site, site.method().type(), new Value.Null(), arguments, Set.of(), guards, held, line);
    }
    Cell receiver = frame.operand(count);
    return call(
        site,
        Invocations.receiverType(call, site, receiver),
        receiver.isThis() ? new Value.This(receiver.type()) : receiver.value(),
        arguments,
        frame.ways().facts().before(receiver.place()),
        guards,
        held,
        line);
  }

  /** A call in a method of which nothing is known. */
  Call of(MethodInsnNode call, int line) {
    Site site = invocations.at(call);
    List<Value> arguments = new ArrayList<>();
    site.method().parameterTypes().forEach(type -> arguments.add(new Value.Unknown(type)));
    String type = site.method().type();
    Value receiver = site.hasReceiver() ? new Value.Unknown(type) : new Value.Null();
    List<Lock> held = locks.monitor().stream().toList();
    return call(site, type, receiver, arguments, Set.of(), List.of(), held, line);
  }

  private static Call call(
      Site site,
      String receiverType,
      Value receiver,
      List<Value> arguments,
      Set<String> before,
      List<Guard> guards,
      List<Lock> held,
      int line) {
    return new Call(
        site.method(),
        receiverType,
        site.isExact(),
        receiver,
        arguments,
        before,
        guards,
        held,
        line,
        "");
  }
}
