package chains.rx2chains;

import io.reactivex.Flowable;
import io.reactivex.Observable;
import io.reactivex.Single;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** observeOn for what stands below, subscribeOn for the source above. */
class Chains {
  Observable<String> operator(Observable<String> values) {
    return values.map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Observable<String> belowObserveOn(Observable<String> values) { // silent
    return values.observeOn(Schedulers.io()).map(Chains::wait);
  }

  Flowable<String> belowComputation(Flowable<String> values) {
    return values.observeOn(Schedulers.computation()).map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Single<String> source() { // silent
    return Single.fromCallable(() -> wait("")).subscribeOn(Schedulers.newThread());
  }

  Single<String> sourceThatStays() {
    return Single.fromCallable(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Single<String> sourceOnAPool(ExecutorService unused) { // silent
    return Single.fromCallable(() -> wait(""))
        .subscribeOn(Schedulers.from(Executors.newFixedThreadPool(2)));
  }

  Single<String> sourceOnTheCaller() {
    return Single.fromCallable(() -> wait("")).subscribeOn(Schedulers.trampoline()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  void hopsForNothing(Flowable<String> values) {
    values.observeOn(Schedulers.io()); // finds: LostHandOff Flowable.observeOn(Scheduler)
    values.subscribe(text -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  void subscribes(Single<String> value) {
    value.subscribe(text -> LockSupport.park(), Throwable::printStackTrace); // finds: BlockingCall LockSupport.park()
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
