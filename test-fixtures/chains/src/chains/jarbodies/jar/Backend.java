package chains.jarbodies.library;

public interface Backend {
  String get(String key);

  class Remote implements Backend {
    @Override
    public String get(String key) {
      return Helper.name(key);
    }
  }

  class Memory implements Backend {
    @Override
    public String get(String key) {
      return key;
    }
  }
}
