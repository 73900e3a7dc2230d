package dev.unclog.store;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Writes the bodies of a unit. */
final class BodiesWriter {
  private static final Comparator<StoredBody> ORDER =
      Comparator.comparing(StoredBody::owner)
          .thenComparing(body -> body.facts().method().type())
          .thenComparing(body -> body.facts().method().name())
          .thenComparing(body -> String.join(",", body.facts().method().parameterTypes()));

  private final Encoder out = new Encoder();
  private int depth;

  /** Texts in the order in which they are first met, which is the same every time. */
  private final Map<String, Integer> places = new LinkedHashMap<>();

  // Made once, not for each list: the JVM makes a function anew wherever one is named.
  private final Consumer<String> texts = this::text;
  private final Consumer<Call> calls = this::call;
  private final Consumer<Guard> guards = this::guard;
  private final Consumer<Lock> locks = this::lock;
  private final Consumer<Lock.Acquisition> acquisitions = this::acquisition;
  private final Consumer<Value> values = this::value;

  private BodiesWriter() {}

  static byte[] write(Collection<StoredBody> bodies) {
    BodiesWriter writer = new BodiesWriter();
    writer.out.all(bodies.stream().sorted(ORDER).toList(), writer::body);
    Encoder whole = new Encoder();
    whole.all(writer.places.keySet(), whole::text);
    whole.raw(writer.out.bytes());
    return whole.bytes();
  }

  private void body(StoredBody body) {
    BodyFacts facts = body.facts();
    text(body.owner());
    text(body.shownAs());
    method(facts.method());
    text(facts.sourceFile());
    text(facts.nature().name());
    out.all(facts.calls(), calls);
    out.all(facts.acquired(), acquisitions);
    value(facts.returned());
  }

  private void method(MethodKey method) {
    text(method.type());
    text(method.name());
    out.all(method.parameterTypes(), texts);
  }

  private void call(Call call) {
    method(call.callee());
    text(call.receiverType());
    out.flag(call.isExact());
    value(call.receiver());
    values(call.arguments());
    out.all(call.before().isEmpty() ? call.before() : new TreeSet<>(call.before()), texts);
    out.all(call.guards(), guards);
    out.all(call.held(), locks);
    out.number(call.line());
    text(call.implied());
  }

  private void guard(Guard guard) {
    value(guard.tested());
    out.flag(guard.answer());
  }

  private void lock(Lock lock) {
    text(lock.type());
    text(lock.name());
    text(lock.kind().name());
  }

  private void acquisition(Lock.Acquisition acquisition) {
    lock(acquisition.lock());
    out.number(acquisition.line());
  }

  private void values(List<Value> all) {
    out.all(all, values);
  }

  private void value(Value value) {
    depth++;
    written(depth > FactsFormat.DEEPEST_VALUE ? new Value.Unknown("") : value);
    depth--;
  }

  private void written(Value value) {
    if (value instanceof Value.Unknown unknown) {
      out.number(FactsFormat.VALUE_UNKNOWN);
      text(unknown.type());
    } else if (value instanceof Value.This self) {
      out.number(FactsFormat.VALUE_THIS);
      text(self.type());
    } else if (value instanceof Value.Null) {
      out.number(FactsFormat.VALUE_NULL);
    } else if (value instanceof Value.Zero) {
      out.number(FactsFormat.VALUE_ZERO);
    } else if (value instanceof Value.Constant constant) {
      out.number(FactsFormat.VALUE_CONSTANT);
      text(constant.text());
    } else if (value instanceof Value.Named named) {
      out.number(FactsFormat.VALUE_NAMED);
      text(named.type());
      text(named.name());
    } else if (value instanceof Value.Parameter parameter) {
      out.number(FactsFormat.VALUE_PARAMETER);
      out.number(parameter.position());
      text(parameter.type());
    } else if (value instanceof Value.Function function) {
      out.number(FactsFormat.VALUE_FUNCTION);
      method(function.body());
      text(function.interfaceType());
      value(function.receiver());
      values(function.captured());
    } else if (value instanceof Value.Result result) {
      out.number(FactsFormat.VALUE_RESULT);
      method(result.method());
      text(result.receiverType());
      out.flag(result.isExact());
      values(result.arguments());
      text(result.type());
    } else if (value instanceof Value.Flag flag) {
      out.number(FactsFormat.VALUE_FLAG);
      text(flag.type());
      text(flag.name());
    } else if (value instanceof Value.IsSet isSet) {
      out.number(FactsFormat.VALUE_IS_SET);
      text(isSet.type());
      text(isSet.field());
      out.flag(isSet.isForGood());
    } else if (value instanceof Value.Held held) {
      out.number(FactsFormat.VALUE_HELD);
      value(held.of());
      text(held.type());
      text(held.member());
      text(held.held());
    } else if (value instanceof Value.Equals equals) {
      out.number(FactsFormat.VALUE_EQUALS);
      value(equals.tested());
      value(equals.constant());
    } else if (value instanceof Value.Not not) {
      out.number(FactsFormat.VALUE_NOT);
      value(not.value());
    } else if (value instanceof Value.Made made) {
      out.number(FactsFormat.VALUE_MADE);
      method(made.constructor());
      values(made.arguments());
    } else if (value instanceof Value.OneOf several) {
      out.number(FactsFormat.VALUE_ONE_OF);
      values(several.values());
    } else {
      throw new IllegalStateException("no way to write a " + value.getClass());
    }
  }

  private void text(String text) {
    Integer place = places.get(text);
    if (place == null) {
      place = places.size();
      places.put(text, place);
    }
    out.number(place);
  }
}
