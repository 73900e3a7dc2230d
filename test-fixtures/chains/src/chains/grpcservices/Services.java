package chains.grpcservices;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A server has threads of its own for its services, unless it is told to do without. */
class Services {
  /** As it is generated. */
  abstract static class Greeter implements BindableService {
    public void greet(String name, StreamObserver<String> answers) {
      answers.onError(new UnsupportedOperationException());
    }

    public StreamObserver<String> talk(StreamObserver<String> answers) {
      return null;
    }

    @Override
    public ServerServiceDefinition bindService() {
      return ServerServiceDefinition.builder("Greeter").build();
    }
  }

  static class OnTheLoop extends Greeter {
    @Override
    public void greet(String name, StreamObserver<String> answers) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }

    @Override
    public StreamObserver<String> talk(StreamObserver<String> answers) {
      return new StreamObserver<>() {
        @Override
        public void onNext(String name) {
          LockSupport.park(); // finds: BlockingCall LockSupport.park()
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onCompleted() {}
      };
    }

    /** Nobody serves with it. */
    void helps() { // silent
      LockSupport.park();
    }
  }

  static class OnTheLoopToo extends Greeter {
    @Override
    public void greet(String name, StreamObserver<String> answers) {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
    }
  }

  static class HandsOff extends Greeter {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @Override
    public void greet(String name, StreamObserver<String> answers) { // silent
      workers.execute(() -> LockSupport.park());
    }
  }

  static class OnWorkers extends Greeter {
    @Override
    public void greet(String name, StreamObserver<String> answers) { // silent
      LockSupport.park();
    }

    @Override
    public StreamObserver<String> talk(StreamObserver<String> answers) {
      return new StreamObserver<>() {
        @Override
        public void onNext(String name) { // silent
          LockSupport.park();
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onCompleted() {}
      };
    }
  }

  Server direct(ServerInterceptor log) {
    return ServerBuilder.forPort(1)
        .directExecutor()
        .addService(new OnTheLoop())
        .addService(new HandsOff())
        .build();
  }

  Server directByName(ServerInterceptor log) {
    ServerBuilder<?> builder = ServerBuilder.forPort(2);
    builder.executor(MoreExecutors.directExecutor());
    builder.addService(ServerInterceptors.intercept(new OnTheLoopToo(), log));
    return builder.build();
  }

  Server onWorkers(ExecutorService workers) {
    return ServerBuilder.forPort(3).executor(workers).addService(new OnWorkers()).build();
  }
}
