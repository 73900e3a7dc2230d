package chains.implementations;

import dev.unclog.annotations.Cooperative;

/** Where one of several implementations must be the right one time and again, hardly ever all are. */
class Choices {
  @Cooperative
  void goesByThree(Third third) throws InterruptedException {
    third.go(); // finds: PossiblyBlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void goesByFour(Fourth fourth) throws InterruptedException {
    fourth.go();
  }

  interface First {
    void go() throws InterruptedException;
  }

  static class Waiting implements First {
    @Override
    public void go() throws InterruptedException {
      Thread.sleep(10);
    }
  }

  static class Quick implements First, Second, Third, Fourth {
    @Override
    public void go() {}
  }

  interface Second {
    void go() throws InterruptedException;
  }

  static class ByFirst implements Second {
    private First next;

    @Override
    public void go() throws InterruptedException {
      next.go();
    }
  }

  interface Third {
    void go() throws InterruptedException;
  }

  static class BySecond implements Third {
    private Second next;

    @Override
    public void go() throws InterruptedException {
      next.go();
    }
  }

  interface Fourth {
    void go() throws InterruptedException;
  }

  static class ByThird implements Fourth {
    private Third next;

    @Override
    public void go() throws InterruptedException {
      next.go();
    }
  }
}
