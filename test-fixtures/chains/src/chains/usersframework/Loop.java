package chains.usersframework;

/** A framework that nobody but its house knows. */
interface Loop {
  void on(String event, Listener listener);
}

interface Listener {
  void heard(String event);
}

interface Plugin {
  void started();

  void idle();

  void described();
}

class Threads {
  static Threads workers() {
    return new Threads();
  }

  static Threads loops() {
    return new Threads();
  }
}

class Flow {
  static Flow of(Runnable source) {
    return new Flow();
  }

  Flow each(Runnable step) {
    return this;
  }

  Flow shift(Threads to) {
    return this;
  }

  Flow begin(Threads to) {
    return this;
  }
}
