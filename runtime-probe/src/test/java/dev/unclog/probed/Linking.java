package dev.unclog.probed;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A class that one thread links for as long as the loading of another takes. */
final class Linking extends ClassLoader {
  private final CountDownLatch linking = new CountDownLatch(1);

  private Linking() {
    super(Linking.class.getClassLoader());
  }

  /** Has another thread begin, and brings what waits for it. */
  static Case.Act begin() throws InterruptedException {
    Linking loader = new Linking();
    Matrix.daemon(loader::touch, "linker").start();
    loader.linking.await();
    return loader::touch;
  }

  private void touch() {
    try {
      Class.forName(Linked.class.getName(), true, this);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(Linking.class.getName() + "$")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (name.equals(Needed.class.getName())) {
        linking.countDown();
        Thread.sleep(Matrix.WHILE_MILLIS);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException | InterruptedException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** To verify it takes to know what {@link Needed} extends. */
  static final class Linked {
    private Linked() {}

    static Base make() {
      return new Needed();
    }
  }

  /** Extended. */
  static class Base {}

  /** Slow to be loaded. */
  static final class Needed extends Base {}
}
