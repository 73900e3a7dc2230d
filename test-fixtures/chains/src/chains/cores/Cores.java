package chains.cores;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import dev.unclog.annotations.Cooperative;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The inner workings of frameworks do not block, and are not searched for blame. */
class Cores {
  @Cooperative // silent
  Mono<String> composes(Mono<String> mono) {
    return mono.map(String::trim)
        .flatMap(Mono::just)
        .filter(text -> !text.isEmpty())
        .switchIfEmpty(Mono.just("none"))
        .delayElement(Duration.ofMillis(10))
        .cache();
  }

  @Cooperative // silent
  void subscribes(Flux<String> flux) {
    flux.buffer(2).flatMapIterable(list -> list).publish().refCount().subscribe();
  }

  @Cooperative
  String blocks(Mono<String> mono) {
    return mono.map(String::trim).block(); // finds: BlockingCall Mono.block()
  }

  @Cooperative
  String blocksInAHelper(Mono<String> mono) {
    return first(mono); // finds: BlockingCall Mono.block()
  }

  @Cooperative // silent
  void writes(ChannelHandlerContext context, byte[] bytes) {
    ByteBuf buffer = context.alloc().buffer(bytes.length).writeBytes(bytes);
    context.writeAndFlush(buffer).addListener(done -> context.close());
    context.fireChannelRead(Unpooled.EMPTY_BUFFER);
    context.pipeline().remove("handler");
  }

  @Cooperative // silent
  ChannelFuture connects(Bootstrap bootstrap) {
    return bootstrap.connect("host", 80);
  }

  @Cooperative
  void closes(Channel channel) {
    channel.close().syncUninterruptibly(); // finds: BlockingCall ChannelFuture.syncUninterruptibly()
  }

  @Cooperative // silent
  SettableFuture<String> listens(SettableFuture<String> future) {
    future.addListener(() -> {}, MoreExecutors.directExecutor());
    future.set("done");
    return future;
  }

  private static String first(Mono<String> mono) {
    return mono.block();
  }
}
