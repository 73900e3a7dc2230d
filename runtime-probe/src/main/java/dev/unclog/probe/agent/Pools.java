package dev.unclog.probe.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** Finds the pool inside the wrappers that {@code Executors} puts around some. */
final class Pools {
  private final Instrumentation instrumentation;

  Pools(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  Optional<Object> poolOf(Executor executor) {
    if (executor instanceof ThreadPoolExecutor || executor instanceof ForkJoinPool) {
      return Optional.of(executor);
    }
    for (Class<?> each = executor.getClass(); each != null; each = each.getSuperclass()) {
      if (each.getName().startsWith("java.util.concurrent.Executors$")) {
        Optional<Object> inner = wrapped(executor, each);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Object> wrapped(Executor executor, Class<?> wrapper) {
    Module base = Object.class.getModule();
    instrumentation.redefineModule(
        base,
        Set.of(),
        Map.of(),
        Map.of("java.util.concurrent", Set.of(Pools.class.getModule())),
        Set.of(),
        Map.of());
    try {
      for (Field field : wrapper.getDeclaredFields()) {
        if (Executor.class.isAssignableFrom(field.getType())) {
          field.setAccessible(true);
          return field.get(executor) instanceof Executor inner ? poolOf(inner) : Optional.empty();
        }
      }
    } catch (IllegalAccessException e) {
      // Then it is treated as any other executor.
    }
    return Optional.empty();
  }
}
