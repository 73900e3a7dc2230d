package dev.unclog.probed;

import dev.unclog.annotations.Cooperative;
import dev.unclog.probed.cooperative.Marked;
import java.util.List;

/** What inherits that it is cooperative, each followed by a twin that does not. */
public final class Inheriting {
  private static final long MILLIS = 30;

  private Inheriting() {}

  /** Blocks here and there, on a thread that is no hub otherwise. */
  public static void main(String[] nothing) throws Exception {
    new Child().overridden();
    new Child().added();
    Handler<String> handler = new TypedHandler();
    handler.typed("text");
    new TypedHandler().typed(1);
    Handler<String> lambda = text -> Thread.sleep(MILLIS);
    lambda.typed("text");
    Other<String> other = text -> Thread.sleep(MILLIS);
    other.typed("text");
    new Subtype().ofType();
    new Subtype().ofSubtype();
    Whole.Member.ofMember();
    new Grandchild().ofGrandchild();
    new Grandchild().alone();
    for (Runnable local : List.of(new Whole.NoMember().local())) {
      local.run();
    }
    Marked.ofPackage();
    Marked.Member.ofMemberInPackage();
    for (Runnable local : List.of(Marked.local())) {
      local.run();
    }
  }

  private abstract static class Parent {
    @Cooperative
    abstract void overridden() throws Exception;
  }

  private static final class Child extends Parent {
    @Override
    void overridden() throws Exception {
      Thread.sleep(MILLIS);
    }

    void added() throws Exception {
      Thread.sleep(MILLIS);
    }
  }

  private interface Handler<T> {
    @Cooperative
    void typed(T event) throws Exception;
  }

  private interface Other<T> {
    void typed(T event) throws Exception;
  }

  private static final class TypedHandler implements Handler<String> {
    @Override
    public void typed(String event) throws Exception {
      Thread.sleep(MILLIS);
    }

    void typed(int number) throws Exception {
      Thread.sleep(number * MILLIS);
    }
  }

  @Cooperative
  private abstract static class Whole {
    abstract void ofType() throws Exception;

    static final class Member {
      static void ofMember() throws Exception {
        Thread.sleep(MILLIS);
      }
    }

    /** Has something that belongs to where it runs, and not to where it is written. */
    static final class NoMember {
      Runnable local() {
        return new Runnable() {
          @Override
          public void run() {
            Faults.planted();
          }
        };
      }
    }
  }

  private static final class Subtype extends Whole {
    @Override
    void ofType() throws Exception {
      Thread.sleep(MILLIS);
    }

    void ofSubtype() throws Exception {
      Thread.sleep(MILLIS);
    }
  }

  private interface Grandparent {
    @Cooperative
    default void ofGrandchild() throws Exception {}

    @Cooperative
    private void alone() {}
  }

  private abstract static class Middle implements Grandparent {}

  private static final class Grandchild extends Middle {
    @Override
    public void ofGrandchild() throws Exception {
      Thread.sleep(MILLIS);
    }

    public void alone() throws Exception {
      Thread.sleep(MILLIS);
    }
  }
}
