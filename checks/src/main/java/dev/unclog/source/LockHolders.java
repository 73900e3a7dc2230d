package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Lock;
import dev.unclog.catalogue.Callee;
import java.util.List;
import java.util.Optional;

/** Who holds a lock: bodies of the class in whose code it is named. */
final class LockHolders {
  private final Callees callees;
  private final SourceBodies sources;
  private final Optional<ClassFileBodies> classFiles;

  LockHolders(Callees callees, SourceBodies sources, Optional<ClassFileBodies> classFiles) {
    this.callees = callees;
    this.sources = sources;
    this.classFiles = classFiles;
  }

  List<BodyFacts> of(Lock lock) {
    return callees
        .type(lock.type())
        .filter(type -> !Jdk.has(type))
        .map(type -> of(lock, type))
        .orElse(List.of());
  }

  /** Whether all who may hold a lock are in sight. */
  boolean areKnown(Lock lock) {
    return lock.kind() == Lock.Kind.LOCK
        && !lock.isLocal()
        && callees.type(lock.type()).filter(type -> LockNames.isOwn(lock, type)).isPresent()
        && !of(lock).isEmpty();
  }

  private List<BodyFacts> of(Lock lock, ClassSymbol type) {
    List<BodyFacts> all =
        sources.hasSource(type)
            ? sources.holders(type, lock)
            : classFiles.map(files -> files.holders(lock)).orElse(List.of());
    // Nobody else has an object while it is made.
    return LockNames.isStatic(lock, type)
        ? all
        : all.stream().filter(body -> !body.method().name().equals(Callee.CONSTRUCTOR)).toList();
  }
}
