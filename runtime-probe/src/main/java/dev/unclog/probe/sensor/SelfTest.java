package dev.unclog.probe.sensor;

import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.weave.Advice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells which sensors cannot work on this JVM.
 *
 * <p>An operation has a sensor if this JDK has, with a Java body, at least one of the methods to be
 * woven for it, or somebody stands in for one without. That woven methods do tell is tried on a
 * thread that is made a hub for it, see {@link Rehearsal}.
 */
public final class SelfTest {
  private static final int WITHOUT_BODY = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;

  private SelfTest() {}

  /**
   * Looks for each operation's methods in this JDK's class files.
   *
   * @param standIns whether sleeping and waiting have no body here and are stood in for
   * @return the operations that nothing is left of
   */
  public static Set<Operation> withoutSensor(boolean standIns) {
    Map<Operation, Integer> found = new EnumMap<>(Operation.class);
    for (Map.Entry<String, List<Advice>> entry : Sensors.advice(true).entrySet()) {
      Set<String> methods = methodsWithBody(entry.getKey());
      for (Advice advice : entry.getValue()) {
        if (methods.contains(advice.method())) {
          found.merge(Operation.values()[advice.number()], 1, Integer::sum);
        }
      }
    }
    Set<Operation> without = EnumSet.allOf(Operation.class);
    without.removeAll(found.keySet());
    without.removeAll(JfrSensor.operations());
    // Seen closer from reading a file, and the watchdog's own.
    without.removeAll(
        EnumSet.of(Operation.PROCESS_READ, Operation.STANDARD_INPUT, Operation.NATIVE_CALL));
    if (standIns) {
      without.removeAll(EnumSet.of(Operation.SLEEP, Operation.OBJECT_WAIT));
    }
    return without;
  }

  private static Set<String> methodsWithBody(String type) {
    Set<String> methods = new java.util.HashSet<>();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (in != null) {
        new ClassReader(in.readAllBytes())
            .accept(
                new ClassVisitor(Opcodes.ASM9) {
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String type, String signature, String[] thrown) {
                    if ((access & WITHOUT_BODY) == 0) {
                      methods.add(name);
                    }
                    return null;
                  }
                },
                ClassReader.SKIP_CODE);
      }
    } catch (IOException | IllegalArgumentException e) {
      // A JDK whose classes cannot be read: then nothing of it works, as will be said.
    }
    return methods;
  }

  /**
   * The names of operations, for people.
   *
   * @param operations some
   * @return their words
   */
  public static List<String> words(Set<Operation> operations) {
    List<String> words = new ArrayList<>();
    for (Operation operation : operations) {
      words.add(operation.word());
    }
    return words;
  }
}
