package chains.copies.shaded.io.netty.util.concurrent;

public interface Future<V> {
  boolean isDone();

  Future<V> sync() throws InterruptedException;
}
