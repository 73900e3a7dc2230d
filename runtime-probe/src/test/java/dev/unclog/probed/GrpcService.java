package dev.unclog.probed;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A gRPC service, with its Netty under another name, that waits before it answers. */
public final class GrpcService {
  private static final long MILLIS = 50;

  private static final MethodDescriptor<String, String> METHOD =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("unclog.Service/Answer")
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  private GrpcService() {}

  /** Waits on a thread of gRPC's pool, and then on the event loop. */
  public static void main(String[] nothing) throws Exception {
    call(NettyServerBuilder.forPort(0), GrpcService::wait);
    call(NettyServerBuilder.forPort(0).directExecutor(), GrpcService::echo);
    call(NettyServerBuilder.forPort(0).directExecutor(), GrpcService::waitOnHub);
    System.out.println("played");
  }

  private static void call(NettyServerBuilder builder, UnaryOperator<String> answer)
      throws Exception {
    Server server =
        builder
            .addService(
                ServerServiceDefinition.builder("unclog.Service")
                    .addMethod(METHOD, ServerCalls.asyncUnaryCall(answering(answer)))
                    .build())
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    ClientCalls.blockingUnaryCall(channel, METHOD, CallOptions.DEFAULT, "text");
    channel.shutdown().awaitTermination(5, TimeUnit.SECONDS);
    server.shutdown().awaitTermination(5, TimeUnit.SECONDS);
  }

  private static ServerCalls.UnaryMethod<String, String> answering(UnaryOperator<String> answer) {
    return (String request, StreamObserver<String> response) -> {
      response.onNext(answer.apply(request));
      response.onCompleted();
    };
  }

  private static String echo(String request) {
    Culprit.hub();
    return request;
  }

  private static String wait(String request) {
    try {
      new CountDownLatch(1).await(MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return request;
  }

  private static String waitOnHub(String request) {
    try {
      CountDownLatch latch = new CountDownLatch(1);
      Culprit.nextLine();
      latch.await(MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return request;
  }

  /** Text as bytes. */
  private static final class Text implements Marshaller<String> {
    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream in) {
      try {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
