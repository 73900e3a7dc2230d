package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.MethodKey;
import dev.unclog.finding.Finding;
import dev.unclog.summary.Chain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says of the calls on a way where they stand, and how to settle what goes through there. */
final class Steps {
  private static final String ALLOWANCE = "@AllowBlocking(reason = \"...\")";

  private final Types types;
  private final Callees callees;
  private final SourceBodies sources;

  Steps(Types types, Callees callees, SourceBodies sources) {
    this.types = types;
    this.callees = callees;
    this.sources = sources;
  }

  Finding.Step of(Chain.Hop hop) {
    return new Finding.Step(
        hop.caller(), hop.callee(), place(hop), hop.body().map(this::repair).orElse(""));
  }

  private String place(Chain.Hop hop) {
    String file =
        hop.file().isEmpty()
            ? ""
            : hop.line() == 0 ? ", in " + hop.file() : ", at " + hop.file() + ":" + hop.line();
    return hop.body()
        .flatMap(this::classFile)
        .flatMap(Jars::nameOf)
        .map(jar -> file.isEmpty() ? ", in " + jar : file + " in " + jar)
        .orElse(file);
  }

  /** The class whose file a body was read from; empty if it was read from source. */
  private Optional<ClassSymbol> classFile(MethodKey body) {
    return Functions.isLambda(body)
        ? Optional.empty()
        : callees.type(body.type()).filter(type -> !sources.hasSource(type));
  }

  /** An allowance where the source is at hand, else a stub's line; lambdas can carry neither. */
  private String repair(MethodKey body) {
    if (Functions.isLambda(body)) {
      return "";
    }
    Optional<MethodSymbol> method = callees.find(body);
    if (method.isEmpty() || !method.get().owner.flatName().contentEquals(body.type())) {
      return "";
    }
    if (sources.hasSource(method.get().enclClass())) {
      return "repair " + Signatures.brief(body) + ", or allow it by " + ALLOWANCE;
    }
    return stubLine(method.get(), body).map(line -> "a stub's line, " + line).orElse("");
  }

  /** The very line, which is a whole stub file too; a class without a name can have none. */
  private Optional<String> stubLine(MethodSymbol method, MethodKey key) {
    List<String> erased = key.parameterTypes();
    String parameters =
        IntStream.range(0, erased.size())
            .mapToObj(i -> stubType(erased.get(i)) + " p" + i)
            .collect(Collectors.joining(", ", "(", ")"));
    String declaration =
        method.isConstructor()
            ? method.enclClass().name + parameters
            : stubType(Signatures.erased(method.getReturnType(), types))
                + " "
                + method.name
                + parameters;
    String line = ALLOWANCE + " " + declaration + ";";
    ClassSymbol type = method.enclClass();
    while (true) {
      if (type.name.isEmpty()) {
        return Optional.empty();
      }
      boolean isInterface = (type.flags() & Flags.INTERFACE) != 0;
      line = (isInterface ? "interface " : "class ") + type.name + " { " + line + " }";
      if (type.owner.kind != Kind.TYP) {
        break;
      }
      type = type.owner.enclClass();
    }
    if (type.owner.kind != Kind.PCK) {
      return Optional.empty(); // Local to a method.
    }
    String packageName = type.packge().fullname.toString();
    return Optional.of(packageName.isEmpty() ? line : "package " + packageName + "; " + line);
  }

  /** As a stub writes a type: without {@code java.lang}, nested ones with a dot. */
  private static String stubType(String binaryName) {
    String name = binaryName.replace('$', '.');
    boolean isLang = name.startsWith("java.lang.") && name.indexOf('.', "java.lang.".length()) < 0;
    return isLang ? name.substring("java.lang.".length()) : name;
  }
}
