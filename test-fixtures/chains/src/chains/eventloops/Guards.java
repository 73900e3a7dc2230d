package chains.eventloops;

import dev.unclog.annotations.Cooperative;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;

/** Code that asks whether it is on the loop, and waits only elsewhere, is right. */
class Guards {
  @Cooperative
  void awaits(ChannelFuture future) {
    future.awaitUninterruptibly(); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
  }

  @Cooperative // silent
  void awaitsElsewhere(Channel channel, ChannelFuture future) {
    if (!channel.eventLoop().inEventLoop()) {
      future.awaitUninterruptibly();
    }
  }

  @Cooperative // silent
  void leavesOnTheLoop(EventLoop loop, ChannelFuture future) {
    if (loop.inEventLoop()) {
      return;
    }
    future.awaitUninterruptibly();
  }

  /** The wrong way around. */
  @Cooperative
  void awaitsOnTheLoop(EventLoop loop, ChannelFuture future) {
    if (loop.inEventLoop()) {
      future.awaitUninterruptibly(); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
    }
  }

  @Cooperative // silent
  void asksByALocal(EventLoop loop, ChannelFuture future) {
    boolean onLoop = loop.inEventLoop();
    if (!onLoop) {
      future.awaitUninterruptibly();
    }
  }

  @Cooperative // silent
  void asksByTheOppositeInALocal(EventLoop loop, ChannelFuture future) {
    boolean mayWait = !loop.inEventLoop();
    if (mayWait) {
      future.awaitUninterruptibly();
    }
  }

  @Cooperative // silent
  void asksByAParameter(EventLoop loop, ChannelFuture future) {
    finish(future, !loop.inEventLoop());
  }

  @Cooperative
  void asksByAParameterTheWrongWayAround(EventLoop loop, ChannelFuture future) {
    finish(future, loop.inEventLoop()); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
  }

  @Cooperative // silent
  void asksByALocalAndAParameter(EventLoop loop, ChannelFuture future) {
    boolean onLoop = loop.inEventLoop();
    finishUnless(onLoop, future);
  }

  @Cooperative // silent
  void asksInAHelper(EventLoop loop, ChannelFuture future) {
    finishElsewhere(loop, future);
  }

  @Cooperative
  void doesNotAskInAHelper(ChannelFuture future) {
    finish(future); // finds: BlockingCall ChannelFuture.awaitUninterruptibly()
  }

  @Cooperative // silent
  void asksAMethodThatAsks(EventLoop loop, ChannelFuture future) {
    if (mayWait(loop)) {
      future.awaitUninterruptibly();
    }
  }

  private static void finish(ChannelFuture future) {
    future.awaitUninterruptibly();
  }

  private static void finish(ChannelFuture future, boolean wait) {
    if (wait) {
      future.awaitUninterruptibly();
    }
  }

  private static void finishUnless(boolean onLoop, ChannelFuture future) {
    if (!onLoop) {
      future.awaitUninterruptibly();
    }
  }

  private static void finishElsewhere(EventLoop loop, ChannelFuture future) {
    finish(future, !loop.inEventLoop());
  }

  private static boolean mayWait(EventLoop loop) {
    return !loop.inEventLoop();
  }
}
