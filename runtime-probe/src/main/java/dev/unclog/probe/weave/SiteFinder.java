package dev.unclog.probe.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks through one class for the calls that are to be watched. */
final class SiteFinder extends ClassVisitor {
  private final List<CallSite> sites;
  private final Map<CallSite, List<Found>> nearest = new IdentityHashMap<>();
  private final Map<Integer, Integer> room = new HashMap<>();

  /** The names of the methods that are called in a line of a method. */
  private final Map<String, Set<String>> inLine = new HashMap<>();

  private String type;
  private int instruction;

  /** An instruction that makes a call that is sought. */
  private record Found(String method, int line, int instruction, int distance) {}

  private SiteFinder(List<CallSite> sites) {
    super(Opcodes.ASM9);
    this.sites = sites;
  }

  /**
   * What to weave.
   *
   * @param numbers the number to pass, by instruction
   * @param room where a method has room for a variable, by instruction
   */
  record Plan(Map<Integer, Integer> numbers, Map<Integer, Integer> room) {}

  static Plan plan(byte[] classFile, List<CallSite> sites, Sites listener) {
    SiteFinder finder = new SiteFinder(sites);
    new ClassReader(classFile).accept(finder, ClassReader.SKIP_FRAMES);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (CallSite site : sites) {
      List<Found> found = finder.nearest.get(site);
      if (found == null) {
        listener.missing(site, finder.type);
        continue;
      }
      for (Found one : found) {
        numbers.put(
            one.instruction,
            listener.found(
                site,
                finder.type,
                one.method,
                one.line,
                one.instruction,
                finder.inLine.getOrDefault(place(one.method, one.line), Set.of())));
      }
    }
    return new Plan(numbers, finder.room);
  }

  private static String place(String method, int line) {
    return method + ':' + line;
  }

  @Override
  public void visit(
      int version, int access, String internal, String signature, String parent, String[] types) {
    type = internal.replace('/', '.');
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    List<CallSite> here = new ArrayList<>();
    for (CallSite site : sites) {
      if (site.isIn(name, descriptor)) {
        here.add(site);
      }
    }
    return new Calls(name, here);
  }

  /** Counts the instructions that {@link SiteMethod} counts, and looks at each. */
  private final class Calls extends MethodVisitor {
    private final String method;
    private final List<CallSite> here;
    private final int first = instruction;
    private int line;

    Calls(String method, List<CallSite> here) {
      super(Opcodes.ASM9);
      this.method = method;
      this.here = here;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (!here.isEmpty()) {
        Set<String> names = inLine.get(place(method, line));
        if (names == null) {
          names = new HashSet<>();
          inLine.put(place(method, line), names);
        }
        names.add(name);
      }
      for (CallSite site : here) {
        if (site.calls(owner, name, descriptor)) {
          note(site, false);
        }
      }
      instruction++;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Handle function = References.functionOf(bootstrap, arguments);
      for (CallSite site : here) {
        if (function != null
            && site.calls(function.getOwner(), function.getName(), function.getDesc())) {
          note(site, true);
        }
      }
      instruction++;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.MONITORENTER) {
        for (CallSite site : here) {
          if (site.callee().equals(CallSite.MONITOR)) {
            note(site, false);
          }
        }
        instruction++;
      }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      for (int i = first; i < instruction; i++) {
        room.put(i, maxLocals);
      }
    }

    private void note(CallSite site, boolean isReference) {
      int distance = site.distance(line, isReference);
      List<Found> known = nearest.get(site);
      if (distance < 0 || (known != null && known.get(0).distance < distance)) {
        return;
      }
      if (known == null || known.get(0).distance > distance) {
        known = new ArrayList<>();
        nearest.put(site, known);
      }
      known.add(new Found(method, line, instruction, distance));
    }
  }
}
