package dev.unclog.store;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import java.util.Set;

/** Reads what {@link BodiesWriter} wrote. */
final class BodiesReader {
  private final Decoder in;
  private final Shared shared;
  private final List<String> texts;
  private int depth;

  private BodiesReader(Decoder in, Shared shared) throws BadFactsException {
    this.in = in;
    this.shared = shared;
    this.texts = in.all(() -> shared.text(in.text()));
  }

  /**
   * The bodies of a unit.
   *
   * @param shared what other units have in common with it
   * @throws BadFactsException if the bytes are none
   */
  static List<StoredBody> read(byte[] bytes, Shared shared) throws BadFactsException {
    BodiesReader reader = new BodiesReader(new Decoder(bytes, bytes.length), shared);
    return reader.in.all(reader::body);
  }

  private StoredBody body() throws BadFactsException {
    String owner = text();
    String shownAs = text();
    return new StoredBody(
        owner,
        new BodyFacts(
            method(),
            text(),
            constant(BodyFacts.Nature.class),
            in.all(this::call),
            in.all(this::acquisition),
            value()),
        shownAs);
  }

  private MethodKey method() throws BadFactsException {
    return shared.method(new MethodKey(text(), text(), in.all(this::text)));
  }

  private Call call() throws BadFactsException {
    return new Call(
        method(),
        text(),
        in.flag(),
        value(),
        values(),
        Set.copyOf(in.all(this::text)),
        in.all(this::guard),
        in.all(this::lock),
        in.number(),
        text());
  }

  private Guard guard() throws BadFactsException {
    return new Guard(value(), in.flag());
  }

  private Lock lock() throws BadFactsException {
    return new Lock(text(), text(), constant(Lock.Kind.class));
  }

  private Lock.Acquisition acquisition() throws BadFactsException {
    return new Lock.Acquisition(lock(), in.number());
  }

  private List<Value> values() throws BadFactsException {
    return in.all(this::value);
  }

  private Value value() throws BadFactsException {
    depth++;
    if (depth > FactsFormat.DEEPEST_VALUE + 1) {
      throw Decoder.damaged(); // One deeper, for what stands for all that would be deeper still.
    }
    Value value = read();
    depth--;
    return value;
  }

  private Value read() throws BadFactsException {
    int sort = in.number();
    return switch (sort) {
      case FactsFormat.VALUE_UNKNOWN -> new Value.Unknown(text());
      case FactsFormat.VALUE_THIS -> new Value.This(text());
      case FactsFormat.VALUE_NULL -> new Value.Null();
      case FactsFormat.VALUE_ZERO -> new Value.Zero();
      case FactsFormat.VALUE_CONSTANT -> new Value.Constant(text());
      case FactsFormat.VALUE_PARAMETER -> new Value.Parameter(in.number(), text());
      case FactsFormat.VALUE_FUNCTION -> new Value.Function(method(), text(), value(), values());
      case FactsFormat.VALUE_RESULT ->
          new Value.Result(method(), text(), in.flag(), values(), text());
      case FactsFormat.VALUE_FLAG -> new Value.Flag(text(), text());
      case FactsFormat.VALUE_IS_SET -> new Value.IsSet(text(), text(), in.flag());
      case FactsFormat.VALUE_EQUALS -> new Value.Equals(value(), value());
      case FactsFormat.VALUE_HELD -> new Value.Held(value(), text(), text(), text());
      case FactsFormat.VALUE_NAMED -> new Value.Named(text(), text());
      case FactsFormat.VALUE_NOT -> new Value.Not(value());
      case FactsFormat.VALUE_MADE -> new Value.Made(method(), values());
      case FactsFormat.VALUE_ONE_OF -> new Value.OneOf(values());
      default -> throw Decoder.damaged();
    };
  }

  private <E extends Enum<E>> E constant(Class<E> type) throws BadFactsException {
    try {
      return Enum.valueOf(type, text());
    } catch (IllegalArgumentException e) {
      throw Decoder.damaged();
    }
  }

  private String text() throws BadFactsException {
    int place = in.number();
    if (place >= texts.size()) {
      throw Decoder.damaged();
    }
    return texts.get(place);
  }
}
