package dev.unclog.probe.junit;

import dev.unclog.probe.Probe;
import dev.unclog.probe.boot.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails tests during which hubs blocked; see {@link NoBlockedHub}. */
public final class HubExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(HubExtension.class);

  /** Created by JUnit. */
  public HubExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(NAMESPACE).put(context.getUniqueId(), new ArrayList<Shared>());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!Probe.isAttached()) {
      throw new IllegalStateException(
          "No probe watches this JVM: start it with -javaagent:unclog-runtime-probe.jar");
    }
    context.getStore(NAMESPACE).put(Running.class, RunningTests.begin(context.getDisplayName()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Running running = context.getStore(NAMESPACE).remove(Running.class, Running.class);
    if (running == null) {
      return; // It never began: no probe, or another extension was against it.
    }
    List<Observation> observed = Probe.since(running.mark());
    List<String> others = RunningTests.end(running);
    boolean expected =
        context
            .getTestMethod()
            .map(method -> method.isAnnotationPresent(ExpectsBlockedHub.class))
            .orElse(false);
    if (expected) {
      if (observed.isEmpty()) {
        throw new AssertionError("No hub was observed to block, though this test expects it");
      }
    } else if (!observed.isEmpty()) {
      blame(context, running, observed, others);
    }
  }

  private static void blame(
      ExtensionContext context, Running running, List<Observation> observed, List<String> others) {
    List<Shared> shared = ofClass(context);
    if (others.isEmpty() || shared == null) {
      throw new AssertionError(Story.of(observed));
    }
    List<String> tests = new ArrayList<>(others);
    tests.add(0, running.name());
    synchronized (shared) {
      shared.add(new Shared(tests, observed));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<Shared> shared = ofClass(context);
    if (shared == null || shared.isEmpty()) {
      return;
    }
    List<String> tests = new ArrayList<>();
    List<Observation> observed = new ArrayList<>();
    for (Shared one : shared) {
      for (String test : one.tests()) {
        if (!tests.contains(test)) {
          tests.add(test);
        }
      }
      for (Observation observation : one.observed()) {
        if (!observed.contains(observation)) {
          observed.add(observation);
        }
      }
    }
    throw new AssertionError(
        "One of these, which ran at the same time: " + tests + "\n" + Story.of(observed));
  }

  /** What the tests of a class share, when the class is what is annotated. */
  @SuppressWarnings("unchecked")
  private static List<Shared> ofClass(ExtensionContext context) {
    ExtensionContext each = context;
    while (true) {
      Object found = each.getStore(NAMESPACE).get(each.getUniqueId());
      if (found != null) {
        return (List<Shared>) found;
      }
      if (each.getParent().isEmpty()) {
        return null;
      }
      each = each.getParent().get();
    }
  }

  private record Shared(List<String> tests, List<Observation> observed) {}
}
