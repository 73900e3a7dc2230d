package dev.unclog.weaving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Functions of all shapes that are met, and what comes of them. */
public class Subject implements Supplier<List<Object>> {
  private final String mine = "mine";

  private record Pair(
      Object left, int number, boolean flag, long large, double exact, char letter) {}

  private record Empty() {}

  private interface Named {
    String of(String text, int number);

    static Named twice() {
      return (text, number) -> text + text + number;
    }
  }

  private final class Inner {
    private String around(Supplier<String> next) {
      Function<String, String> more = text -> text + mine;
      return more.apply(next.get());
    }
  }

  @Override
  public List<Object> get() {
    List<Object> all = new ArrayList<>();
    int number = 41;
    long large = 1L << 40;
    boolean flag = true;
    double exact = 0.5;
    char letter = 'x';
    IntSupplier sum = () -> number + 1;
    LongFunction<String> text = more -> mine + (large + more) + flag + exact + letter;
    all.add(sum.getAsInt());
    all.add(text.apply(2));
    ToIntFunction<String> length = String::length;
    Comparator<String> order = String::compareTo;
    BinaryOperator<Integer> add = Integer::sum;
    Function<Integer, List<Object>> list = ArrayList::new;
    Function<Integer, int[]> array = int[]::new;
    Consumer<Object> into = all::add; // Whose result is dropped.
    all.add(length.applyAsInt("four"));
    all.add(order.reversed().compare("a", "b"));
    all.add(add.apply(1, 2));
    all.add(list.apply(3));
    all.add(array.apply(5).length);
    into.andThen(given -> all.add(given + "!")).accept("into");
    Function<String, String> trim = String::trim;
    BiFunction<String, String, String> join = String::concat;
    all.add(trim.andThen(String::length).apply(" both "));
    all.add(join.andThen(trim).apply(" one ", "other "));
    Predicate<Object> isText = String.class::isInstance;
    all.add(isText.negate().or(given -> given.equals("this")).test("this"));
    UnaryOperator<String> self = this::wrapped;
    all.add(self.apply("wrapped"));
    all.add(Named.twice().of("twice", 3));
    all.add(new Inner().around(() -> self.apply("inner")));
    Runnable runs = () -> all.add(called(() -> Map.of("k", number)));
    runs.run();
    List<Supplier<String>> same = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      same.add(() -> "nothing");
    }
    all.add(same.get(0) == same.get(1)); // What captures nothing is one object.
    Pair pair = new Pair("left", number, flag, large, exact, letter);
    all.add(pair.hashCode());
    all.add(new Pair(null, -1, false, -1, Double.NaN, 'y').hashCode());
    all.add(new Empty().hashCode());
    all.add(new Empty().equals(new Empty()));
    all.add(pair.equals(new Pair("left", number, flag, large, exact, letter)));
    all.add(pair.equals(new Pair("right", number, flag, large, exact, letter)));
    all.add(pair.equals(new Pair("left", 0, flag, large, exact, letter)));
    all.add(pair.equals(new Pair("left", number, flag, 0, exact, letter)));
    all.add(
        new Pair("", 0, flag, 0, Double.NaN, letter)
            .equals(new Pair("", 0, flag, 0, Double.NaN, letter)));
    all.add(pair.equals((Object) "left"));
    all.add(pair.toString());
    Map<String, List<Integer>> grouped = new TreeMap<>();
    for (int i = 0; i < 4; i++) {
      int each = i;
      grouped.computeIfAbsent("k" + i % 2, key -> new ArrayList<>()).add(each);
      grouped.forEach((key, values) -> values.replaceAll(value -> value + each));
    }
    all.add(grouped);
    return all;
  }

  private String wrapped(String text) {
    return "<" + text + mine + ">";
  }

  private static Object called(Callable<?> work) {
    try {
      return work.call();
    } catch (Exception e) {
      return e;
    }
  }
}
