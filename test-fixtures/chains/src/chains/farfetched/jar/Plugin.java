package chains.farfetched.library;

/** For others to implement. */
public interface Plugin {
  void run();
}
