package chains.farfetched.library;

public interface Driver {
  void go();

  class Only implements Driver {
    @Override
    public void go() {
      new Backend.Remote().get("key");
    }
  }
}
