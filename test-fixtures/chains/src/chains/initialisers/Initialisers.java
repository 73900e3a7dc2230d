package chains.initialisers;

import dev.unclog.annotations.Cooperative;

/** Static initialisers run once, for whoever comes first; those of instances run for each. */
class Initialisers {
  @Cooperative // silent
  void comesFirst() {
    Settings.name();
  }

  @Cooperative // silent
  void readsAConstantThatIsComputed() {
    String name = Settings.NAME;
    name.length();
  }

  @Cooperative // silent
  void makesOneWithAStaticInitialiser() {
    new Settings();
  }

  @Cooperative
  void makesOneWithAField() {
    new Entry(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void makesOneWithABlock() {
    new Block(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void makesOneThatExtendsIt() {
    new LaterEntry(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void makesOneWithAQuickField() {
    new QuickEntry();
  }

  static class Settings {
    static final String NAME = load();

    static {
      load();
    }

    static String name() {
      return NAME;
    }
  }

  static class Entry {
    final String name = load();
  }

  static class LaterEntry extends Entry {}

  static class QuickEntry {
    final String name = "name".trim();
  }

  static class Block {
    final String name;

    {
      name = load();
    }
  }

  static String load() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "name";
  }
}
