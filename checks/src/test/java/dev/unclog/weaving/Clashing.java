package dev.unclog.weaving;

import java.util.function.Supplier;

/** Its functions cannot be of one class: one interface has what another leaves to be written. */
class Clashing {
  interface Named {
    String name();

    default Object get() {
      return name();
    }
  }

  Named named() {
    return () -> "name";
  }

  Supplier<Object> supplied() {
    return () -> "get";
  }
}
