package chains.rxchains;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
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

  void subscribes(Single<String> value) {
    value.subscribe(text -> LockSupport.park(), Throwable::printStackTrace); // finds: BlockingCall LockSupport.park()
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
