package chains.otherfiles;

import java.util.HashMap;
import java.util.Map;

class Cache {
  private final Map<String, String> known = new HashMap<>();

  String load(String key) {
    String value = look(key);
    return value == null ? Disk.read(key) : value;
  }

  String look(String key) {
    return known.get(key);
  }

  String loadAfterPause(String key) {
    Disk.pause();
    return load(key);
  }
}
