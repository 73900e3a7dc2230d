package dev.unclog.probe.weave;

import dev.unclog.probe.boot.Hooks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which types hand on that they are cooperative.
 *
 * <p>While a class is being defined, what it extends may not be loaded yet, and must not be from
 * here: the JVM would not ask this agent about it. So its file is read, once, which is not free:
 * nobody pays for it where the annotation itself is not on the class path, and nobody for types
 * that are known to have been written without it.
 */
final class Inheritance {
  private static final String ANNOTATION = "dev/unclog/annotations/Cooperative.class";

  private static final String PACKAGE_INFO = "/package-info";

  private static final String[] WITHOUT_MARKS = {
    "java/",
    "javax/",
    "jakarta/",
    "jdk/",
    "sun/",
    "com/sun/",
    "kotlin/",
    "kotlinx/",
    "scala/",
    "groovy/",
    "org/w3c/",
    "org/xml/",
    "org/slf4j/",
    "org/junit/",
    "org/reactivestreams/",
    "org/springframework/",
    "org/hibernate/",
    "org/apache/commons/",
    "org/apache/logging/",
    "org/apache/pekko/",
    "org/apache/tomcat/",
    "org/apache/catalina/",
    "com/fasterxml/",
    "com/google/common/",
    "com/google/protobuf/",
    "com/linecorp/armeria/",
    "akka/",
    "io/grpc/",
    "io/netty/",
    "io/quarkus/",
    "io/reactivex/",
    "io/smallrye/",
    "io/vertx/",
    "reactor/"
  };

  private final Map<ClassLoader, Boolean> annotated =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<ClassLoader, Map<String, Cooperation>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** What a type hands on, as a class of this loader sees it. */
  Cooperation of(ClassLoader loader, String type) {
    if (isWithoutMarks(type) || !knowsAnnotation(loader)) {
      return Cooperation.NONE;
    }
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      Map<String, Cooperation> types = known.get(each);
      Cooperation found = types == null ? null : types.get(type);
      if (found != null) {
        return found;
      }
    }
    byte[] file = read(loader, type + ".class");
    Cooperation found =
        file == null
            ? Cooperation.NONE
            : of(loader, type, new ConstantPool(file, Marks.WORDS), file);
    remember(loader, type, found);
    return found;
  }

  private Cooperation of(ClassLoader loader, String type, ConstantPool constants, byte[] file) {
    Set<String> inherited = Cooperation.methodsOf(ofAll(loader, constants.parents()));
    if (Marks.annotated(constants.words()) || ofSurroundings(loader, type).members()) {
      return MarkReader.read(file, loader, this, inherited).cooperation();
    }
    return inherited.isEmpty() ? Cooperation.NONE : new Cooperation(false, inherited);
  }

  List<Cooperation> ofAll(ClassLoader loader, List<String> types) {
    List<Cooperation> all = new ArrayList<>();
    for (String type : types) {
      Cooperation one = of(loader, type);
      if (!one.isNone()) {
        all.add(one);
      }
    }
    return all;
  }

  /** Spares reading it once more. */
  void remember(ClassLoader loader, String type, Cooperation cooperation) {
    if (isWithoutMarks(type)) {
      return;
    }
    Map<String, Cooperation> types = known.get(loader);
    if (types == null) {
      Map<String, Cooperation> none = new ConcurrentHashMap<>();
      types = known.putIfAbsent(loader, none);
      if (types == null) {
        types = none;
      }
    }
    types.put(type, cooperation);
  }

  /** What encloses a class by the look of its name: another class, or its package. */
  Cooperation ofSurroundings(ClassLoader loader, String type) {
    int slash = type.lastIndexOf('/');
    int end = type.lastIndexOf('$');
    if (end > slash + 1) {
      return of(loader, type.substring(0, end));
    }
    boolean inPackage = slash > 0 && !type.endsWith(PACKAGE_INFO);
    return inPackage ? of(loader, type.substring(0, slash) + PACKAGE_INFO) : Cooperation.NONE;
  }

  private static boolean isWithoutMarks(String type) {
    for (String prefix : WITHOUT_MARKS) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private boolean knowsAnnotation(ClassLoader loader) {
    Boolean knows = annotated.get(loader);
    if (knows == null) {
      knows = read(loader, ANNOTATION) != null;
      annotated.put(loader, knows);
    }
    return knows;
  }

  private static byte[] read(ClassLoader loader, String file) {
    Hooks.enterHarmless();
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException | RuntimeException e) {
      return null; // It is not to be had, or not yet; the class that needs it will say so.
    } finally {
      Hooks.exit();
    }
  }
}
