package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.util.Context;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compilation units that a compiler holds. */
final class Units {
  private Units() {}

  /** All of them, in the order of their files' names: the order of javac's tables means nothing. */
  static List<CompilationUnitTree> of(Context context) {
    Enter enter = Enter.instance(context);
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    for (ClassSymbol type : Symtab.instance(context).getAllClasses()) {
      Env<AttrContext> environment = enter.getEnv(type);
      if (environment != null && environment.toplevel != null) {
        units.add(environment.toplevel);
      }
    }
    Map<CompilationUnitTree, String> names = new IdentityHashMap<>();
    units.forEach(unit -> names.put(unit, unit.getSourceFile().getName().replace('\\', '/')));
    return units.stream().sorted(Comparator.comparing(names::get)).toList();
  }
}
