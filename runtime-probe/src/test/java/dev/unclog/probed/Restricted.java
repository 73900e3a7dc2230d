package dev.unclog.probed;

import java.io.IOException;
import java.io.InputStream;

/** An application whose class loader knows its own package and the JDK, and nothing else. */
public final class Restricted extends ClassLoader {
  private Restricted() {
    super(ClassLoader.getPlatformClassLoader());
  }

  /** Runs another program's main method within it. */
  public static void main(String[] arguments) throws Exception {
    Class<?> main = new Restricted().loadClass(Inside.class.getName());
    main.getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(Restricted.class.getPackageName())) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = Restricted.class.getClassLoader().getResourceAsStream(file)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Blocks on a hub. */
  public static final class Inside {
    private Inside() {}

    /** Called by reflection. */
    public static void main(String[] nothing) throws Exception {
      Thread hub = new Thread(Faults::planted, "hub-1");
      hub.start();
      hub.join();
      System.out.println("played");
    }
  }
}
