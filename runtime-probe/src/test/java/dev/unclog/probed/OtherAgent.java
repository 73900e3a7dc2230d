package dev.unclog.probed;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Another agent, which changes the JDK's classes as well, and an application that it redefines. */
public final class OtherAgent implements ClassFileTransformer {
  private static Instrumentation instrumentation;

  private OtherAgent() {}

  /** Begins. */
  public static void premain(String arguments, Instrumentation jvm) throws Exception {
    instrumentation = jvm;
    jvm.addTransformer(new OtherAgent(), true);
    retransform();
  }

  private static void retransform() throws Exception {
    instrumentation.retransformClasses(Thread.class, File.class, LockSupport.class);
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (!name.equals("java/io/File") && !name.startsWith("dev/unclog/probed/")) {
      return null;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(writer, 0);
    return writer.toByteArray();
  }

  /** Blocks on a hub before and after it was redefined. */
  public static void main(String[] nothing) throws Exception {
    ExecutorService hub = Executors.newSingleThreadExecutor(task -> new Thread(task, "hub-1"));
    hub.submit(Faults::planted).get();
    hub.submit(() -> new File(".").exists()).get();
    instrumentation.redefineClasses(new ClassDefinition(Faults.class, file(Faults.class)));
    retransform();
    hub.submit(Faults::planted).get();
    hub.submit(() -> new File(".").exists()).get();
    hub.shutdown();
    System.out.println("played");
  }

  private static byte[] file(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }
}
