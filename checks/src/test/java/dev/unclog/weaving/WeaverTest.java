package dev.unclog.weaving;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes do what they did, and nothing in them is left to be linked. */
final class WeaverTest {
  private static final List<String> CLASSES =
      List.of("Subject", "Subject$Pair", "Subject$Empty", "Subject$Named", "Subject$Inner");

  @Test
  void doesTheSame() throws Exception {
    Map<String, byte[]> woven = Weaver.weave(files(CLASSES));

    Object result =
        ((Supplier<?>)
                new Woven(woven).loadClass(Subject.class.getName()).getConstructor().newInstance())
            .get();

    assertThat(result.toString()).isEqualTo(new Subject().get().toString());
    assertThat(woven.keySet()).contains(internal("Subject$$Functions"));
  }

  @Test
  void leavesNothingToLink() {
    Map<String, byte[]> woven = Weaver.weave(files(CLASSES));

    assertThat(woven.keySet())
        .containsAtLeastElementsIn(CLASSES.stream().map(WeaverTest::internal).toList());
    for (byte[] file : woven.values()) {
      ClassNode type = new ClassNode();
      new ClassReader(file).accept(type, 0);
      for (MethodNode method : type.methods) {
        if (!method.name.equals("toString")) { // Nobody is in a hurry who prints a record.
          for (AbstractInsnNode instruction : method.instructions) {
            assertWithMessage(type.name + "." + method.name)
                .that(instruction)
                .isNotInstanceOf(InvokeDynamicInsnNode.class);
          }
        }
      }
    }
  }

  @Test
  void changesNothingTheSecondTime() {
    Map<String, byte[]> woven = Weaver.weave(files(CLASSES));

    assertThat(Weaver.weave(woven.values())).isEmpty();
  }

  @Test
  void refusesFunctionsThatWouldTakeEachOthersMethods() {
    List<byte[]> files = files(List.of("Clashing", "Clashing$Named"));

    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> Weaver.weave(files));

    assertThat(refused).hasMessageThat().contains("Clashing has functions of several interfaces");
  }

  private static List<byte[]> files(List<String> classes) {
    List<byte[]> files = new ArrayList<>();
    for (String name : classes) {
      try (InputStream in = WeaverTest.class.getResourceAsStream(name + ".class")) {
        files.add(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static String internal(String name) {
    return WeaverTest.class.getPackageName().replace('.', '/') + "/" + name;
  }

  /** Loads what was woven in the place of what is there. */
  private static final class Woven extends ClassLoader {
    private final Map<String, byte[]> files = new HashMap<>();

    Woven(Map<String, byte[]> woven) {
      super(WeaverTest.class.getClassLoader());
      woven.forEach((name, file) -> files.put(name.replace('/', '.'), file));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] file = files.get(name);
      if (file == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, file, 0, file.length) : loaded;
    }
  }
}
