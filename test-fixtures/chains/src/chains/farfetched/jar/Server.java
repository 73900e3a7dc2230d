package chains.farfetched.library;

public interface Server {
  String get(String key);

  class Near implements Server {
    @Override
    public String get(String key) {
      return new Backend.Remote().get(key);
    }
  }

  class Far implements Server {
    @Override
    public String get(String key) {
      return new Backend.Remote().get("far." + key);
    }
  }
}
