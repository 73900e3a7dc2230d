package dev.unclog.store;

import dev.unclog.call.BodyFacts;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes facts of every kind by looking at the records they are made of, so that a new kind, or a
 * new part of an old one, is among them without being told.
 */
final class AnyFacts {
  private static final int DEEPEST = 4;

  private final Random random;
  private final Set<Class<?>> made = new HashSet<>();
  private int depth;

  AnyFacts(long seed) {
    random = new Random(seed);
  }

  /** Every record that was made so far. */
  Set<Class<?>> made() {
    return made;
  }

  StoredUnit unit(String outermost) {
    List<StoredBody> bodies = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      bodies.add(new StoredBody(outermost, (BodyFacts) any(BodyFacts.class), text()));
    }
    StoredClass any = (StoredClass) any(StoredClass.class);
    return StoredUnit.of(
        outermost,
        List.of(
            new StoredClass(
                outermost,
                any.superclass(),
                any.interfaces(),
                any.isInterface(),
                any.isAbstract(),
                any.isFinal(),
                any.stamp())),
        bodies);
  }

  Object any(Type type) {
    if (type instanceof ParameterizedType generic) {
      return many(generic);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return text();
    } else if (wanted == int.class) {
      return random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31);
    } else if (wanted == boolean.class) {
      return random.nextBoolean();
    } else if (wanted.isEnum()) {
      return wanted.getEnumConstants()[random.nextInt(wanted.getEnumConstants().length)];
    } else if (wanted.isSealed()) {
      Class<?>[] permitted = wanted.getPermittedSubclasses();
      return any(permitted[random.nextInt(permitted.length)]);
    }
    return record(wanted);
  }

  private Object many(ParameterizedType generic) {
    Type element = generic.getActualTypeArguments()[0];
    List<Object> all = new ArrayList<>();
    for (int i = depth > DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
      all.add(any(element));
    }
    if (generic.getRawType() == java.util.Optional.class) {
      return all.stream().findFirst();
    }
    return generic.getRawType() == Set.class ? Set.copyOf(all) : all;
  }

  private Object record(Class<?> type) {
    made.add(type);
    depth++;
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] arguments = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        arguments[i] = any(components[i].getGenericType());
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    } finally {
      depth--;
    }
  }

  /** Empty, plain, beyond ASCII, beyond Unicode. */
  private String text() {
    StringBuilder text = new StringBuilder();
    int sort = random.nextInt(4);
    for (int i = random.nextInt(12) * sort; i > 0; i--) {
      text.append((char) (sort < 3 ? 'a' + random.nextInt(26) : random.nextInt(0x10000)));
    }
    return text.toString();
  }
}
