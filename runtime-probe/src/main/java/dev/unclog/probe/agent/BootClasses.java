package dev.unclog.probe.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives the boot loader the classes that woven JDK code calls, and no others of the agent's jar.
 *
 * <p>They are defined one by one. The documented way is to append a jar to the boot class path, but
 * for that the JVM gives up its archive of the application's classes for good, and says so in a
 * warning on each start; it is taken only if the JVM lets nobody define classes.
 */
final class BootClasses {
  private static final String BOOT = "dev/unclog/probe/boot/";
  private static final String CLASS = ".class";

  private final Instrumentation instrumentation;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private BootClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  static void define(Instrumentation instrumentation, Path agentJar) throws IOException {
    BootClasses boot = new BootClasses(instrumentation);
    boot.read(agentJar);
    try {
      boot.define();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      boot.append();
    }
  }

  private void read(Path agentJar) throws IOException {
    try (JarFile jar = new JarFile(agentJar.toFile(), false)) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(BOOT) && name.endsWith(CLASS) && !name.endsWith("-info.class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            classes.put(name.substring(0, name.length() - CLASS.length()), in.readAllBytes());
          }
        }
      }
    }
  }

  private void define() throws ReflectiveOperationException {
    Module own = BootClasses.class.getModule();
    Module base = Object.class.getModule();
    String internals = "jdk.internal.misc";
    instrumentation.redefineModule(
        base, Set.of(), Map.of(internals, Set.of(own)), Map.of(), Set.of(), Map.of());
    Class<?> type = Class.forName(internals + ".Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    List<String> open = new ArrayList<>(classes.keySet());
    while (!open.isEmpty()) {
      define(open.get(0), open, unsafe, define);
    }
  }

  /** Defines a class after those that its file names first of all, its parents among them. */
  private void define(String name, List<String> open, Object unsafe, Method define)
      throws ReflectiveOperationException {
    if (open.remove(name)) {
      byte[] file = classes.get(name);
      for (String parent : ClassFiles.parents(file)) {
        define(parent, open, unsafe, define);
      }
      define.invoke(unsafe, name, file, 0, file.length, null, null);
    }
  }

  private void append() throws IOException {
    Path jar = Files.createTempFile("unclog-boot", ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        store(entry.getKey() + CLASS, entry.getValue(), zip);
      }
    }
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile(), false));
    // Where the system lets open files go, at once; elsewhere when the JVM ends.
    if (!jar.toFile().delete()) {
      jar.toFile().deleteOnExit();
    }
  }

  private static void store(String name, byte[] content, ZipOutputStream zip) throws IOException {
    ZipEntry stored = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    stored.setCrc(crc.getValue());
    stored.setSize(content.length);
    zip.putNextEntry(stored);
    zip.write(content);
    zip.closeEntry();
  }
}
