package chains.runatonce;

import dev.unclog.annotations.Cooperative;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Functions that the JDK runs before it returns: of streams, optionals, maps, collections. */
class Library {
  private final Map<String, String> known = new ConcurrentHashMap<>();

  @Cooperative
  List<String> mapsAStream(List<String> names) {
    return names.stream().map(Library::load).collect(Collectors.toList()); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  List<String> mapsAStreamQuickly(List<String> names) {
    return names.stream().map(String::trim).collect(Collectors.toList());
  }

  @Cooperative
  void goesThroughAStream(List<String> names) {
    names.stream().forEach(name -> load(name)); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void filtersInAHelper(List<String> names) {
    filtered(names); // finds: BlockingCall Thread.sleep(long)
  }

  private static long filtered(List<String> names) {
    return names.stream().filter(name -> load(name).isEmpty()).count();
  }

  @Cooperative
  void goesThroughAList(List<String> names) {
    names.forEach(Library::load); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void goesThroughAListQuickly(List<String> names) {
    names.forEach(String::length);
  }

  @Cooperative
  String asksAnOptional(Optional<String> name) {
    return name.map(Library::load).orElse(""); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  String asksAnOptionalForAnother(Optional<String> name) {
    return name.orElseGet(() -> load("default")); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  String asksAnOptionalQuickly(Optional<String> name) {
    return name.map(String::trim).orElseGet(() -> "default");
  }

  @Cooperative
  String computesIfAbsent(Map<String, String> map) {
    return map.computeIfAbsent("name", Library::load); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  String computesIfAbsentQuickly() {
    return known.computeIfAbsent("name", String::trim);
  }

  @Cooperative
  void sorts(List<String> names) {
    names.sort(Comparator.comparing(name -> name.length()));
    names.removeIf(name -> load(name).isEmpty()); // finds: BlockingCall Thread.sleep(long)
  }

  /** What a future runs later is not run by who asks for it. */
  @Cooperative // silent
  CompletableFuture<String> asksAFuture() {
    return CompletableFuture.supplyAsync(() -> load("name"));
  }

  private static String load(String name) {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return name;
  }
}
