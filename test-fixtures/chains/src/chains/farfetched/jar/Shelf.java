package chains.farfetched.library;

import java.io.File;

public interface Shelf {
  boolean has(String key);

  class Disk implements Shelf {
    @Override
    public boolean has(String key) {
      return new File(key).exists();
    }
  }

  class Memory implements Shelf {
    @Override
    public boolean has(String key) {
      return true;
    }
  }
}
