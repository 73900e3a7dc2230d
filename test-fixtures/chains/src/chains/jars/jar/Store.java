package chains.jars.store;

import java.util.function.Supplier;

/** A library's entry point. */
public class Store {
  private final Engine engine = new Engine();

  public void save(String text) {
    engine.write(text);
  }

  public int size() {
    return engine.size();
  }

  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  public Runnable saver(String text) {
    return () -> engine.write(text);
  }
}
