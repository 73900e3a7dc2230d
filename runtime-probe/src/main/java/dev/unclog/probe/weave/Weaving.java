package dev.unclog.probe.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Weaves classes: those of the JDK that are loaded already at once, all others as they come.
 *
 * <p>This and all that runs before main does without lambdas, concatenated strings that link at run
 * time, and records in hash tables: the first of each costs ten to fifty milliseconds.
 */
public final class Weaving implements ClassFileTransformer {
  private static final String OWN = "dev/unclog/probe/";
  private static final String NETTY = "io/netty/";

  private final String hooks;
  private final Map<String, List<Advice>> ofJdk = new HashMap<>();
  private final Map<String, List<Advice>> ofNetty;
  private final List<StandIn> standIns;
  private final Marks marks;
  private final Sites sites;
  private final Sight sight;
  private final Failures failures = new Failures();

  /**
   * Creates it.
   *
   * @param hooks the class whose methods are called
   * @param ofJdk advice by the internal name of a class of the JDK
   * @param ofNetty advice by internal name, wherever Netty was relocated to
   * @param standIns for methods without a body
   * @param marks where to leave what annotations say
   * @param sites the calls to watch; null if there are none
   */
  public Weaving(
      Class<?> hooks,
      List<Map<String, List<Advice>>> ofJdk,
      Map<String, List<Advice>> ofNetty,
      List<StandIn> standIns,
      Marks marks,
      Sites sites) {
    this.hooks = hooks.getName().replace('.', '/');
    for (Map<String, List<Advice>> part : ofJdk) {
      for (Map.Entry<String, List<Advice>> entry : part.entrySet()) {
        List<Advice> before = this.ofJdk.putIfAbsent(entry.getKey(), entry.getValue());
        if (before != null) {
          before.addAll(entry.getValue());
        }
      }
    }
    this.ofNetty = ofNetty;
    this.standIns = standIns;
    this.marks = marks;
    this.sites = sites;
    this.sight = new Sight(hooks);
  }

  /**
   * Starts.
   *
   * @param instrumentation the JVM's
   */
  public void start(Instrumentation instrumentation) {
    instrumentation.addTransformer(this, true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (each.getClassLoader() == null && ofJdk.containsKey(each.getName().replace('.', '/'))) {
        loaded.add(each);
      }
    }
    try {
      instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | LinkageError e) {
      failures.add("weaving the loaded classes of the JDK", e);
    }
  }

  /**
   * The next thing that went wrong.
   *
   * @return a phrase, or null
   */
  public String pollFailure() {
    return failures.poll();
  }

  /**
   * Has what goes wrong from now on told as it happens, each cause once.
   *
   * @param listener is called on the threads of the application, and must not weigh on them
   */
  public void tellFailures(Consumer<String> listener) {
    failures.listen(listener);
  }

  /**
   * How often something went wrong.
   *
   * @return the number, told or not
   */
  public long failures() {
    return failures.count();
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || name.startsWith(OWN)) {
      return null;
    }
    try {
      if (loader == null) {
        List<Advice> advice = ofJdk.get(name);
        return advice == null ? null : weave(classFile, advice, List.of(), null);
      }
      return transformApplication(loader, name, classFile);
    } catch (Throwable e) {
      failures.add("weaving " + name.replace('/', '.'), e);
      return null;
    }
  }

  private byte[] transformApplication(ClassLoader loader, String name, byte[] classFile) {
    List<Advice> advice = List.of();
    int netty = name.indexOf(NETTY);
    if (netty >= 0) {
      advice = ofNetty.getOrDefault(name.substring(netty), advice);
    }
    ConstantPool constants = new ConstantPool(classFile, Marks.WORDS);
    List<Advice> cooperative = marks.read(loader, name, classFile, constants);
    if (!cooperative.isEmpty()) {
      advice = new ArrayList<>(advice);
      advice.addAll(cooperative);
    }
    List<StandIn> calls = Marks.callsNative(constants.words()) ? standIns : List.of();
    List<CallSite> watched = sites == null ? List.of() : sites.in(name);
    if ((advice.isEmpty() && calls.isEmpty() && watched.isEmpty()) || !sight.reaches(loader)) {
      return null;
    }
    return weave(
        classFile,
        advice,
        calls,
        watched.isEmpty() ? null : SiteFinder.plan(classFile, watched, sites));
  }

  private byte[] weave(
      byte[] classFile, List<Advice> advice, List<StandIn> calls, SiteFinder.Plan plan) {
    return ClassWeaver.weave(classFile, hooks, advice, calls, plan);
  }
}
