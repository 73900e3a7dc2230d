package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Callee;
import dev.unclog.finding.Code;
import dev.unclog.summary.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where calls in the source will stand in class files. */
final class Sites {
  private static final String STATICS = "<clinit>";

  private final CompilationUnitTree unit;
  private final Types types;
  private final Callees callees;
  private final SourceBodies sources;
  private TreePath latest;

  Sites(CompilationUnitTree unit, Types types, Callees callees, SourceBodies sources) {
    this.unit = unit;
    this.types = types;
    this.callees = callees;
    this.sources = sources;
  }

  /** What a finding that is about no call is about. */
  Code code(Tree tree) {
    return new Code(outermost(tree), List.of());
  }

  /** The call in the cooperative code, and the one that blocks if it is in these sources too. */
  Code code(Tree tree, Optional<Code.Site> first, Chain chain) {
    List<Code.Site> sites = new ArrayList<>();
    first.ifPresent(sites::add);
    if (!chain.hops().isEmpty() && !chain.isThroughLock()) {
      blocking(chain.hops().get(chain.hops().size() - 1), chain.sink().id()).ifPresent(sites::add);
    }
    return new Code(outermost(tree), sites);
  }

  /** A call, a construction or a method reference; what no source shows may be anywhere. */
  Optional<Code.Site> of(TreeCall call) {
    MethodSymbol callee = call.method();
    boolean isWritten = call.implied().isEmpty();
    return method(call.tree())
        .map(
            around ->
                site(
                    around,
                    isWritten ? line(call.tree()) : 0,
                    NameTexts.of(owner(call).flatName()),
                    NameTexts.of(callee.name),
                    isWritten ? descriptor(callee) : ""));
  }

  /** Who makes an object of an anonymous class calls that one's constructor. */
  private static ClassSymbol owner(TreeCall call) {
    return call.tree() instanceof NewClassTree creation && creation.getClassBody() != null
        ? ASTHelpers.getSymbol(creation.getClassBody())
        : call.callee().receiver();
  }

  /**
   * Where a block takes its monitor, or a call takes a lock; a method's own is taken by the JVM.
   */
  Optional<Code.Site> ofMonitor(Tree place) {
    if (place instanceof SynchronizedTree) {
      return method(place).map(around -> site(around, line(place), "", Code.Site.MONITOR, ""));
    }
    if (place instanceof MethodInvocationTree call) {
      MethodSymbol callee = ASTHelpers.getSymbol(call);
      return method(place)
          .map(
              around ->
                  site(
                      around,
                      line(place),
                      NameTexts.of(callee.owner.flatName()),
                      NameTexts.of(callee.name),
                      descriptor(callee)));
    }
    return Optional.empty();
  }

  private Optional<Code.Site> blocking(Chain.Hop last, String sink) {
    int hash = sink.indexOf('#');
    Optional<MethodKey> body = last.body().filter(each -> !Functions.isLambda(each));
    if (body.isEmpty() || hash < 0 || last.line() == 0) {
      return Optional.empty();
    }
    return callees
        .find(body.get())
        .filter(method -> sources.hasSource(method.enclClass()))
        .map(
            method ->
                site(
                    new Around(method.enclClass(), NameTexts.of(method.name), descriptor(method)),
                    last.line(),
                    sink.substring(0, hash),
                    sink.substring(hash + 1, sink.indexOf('(', hash)),
                    ""));
  }

  /** A method's class file name and its own. */
  private record Around(ClassSymbol type, String method, String descriptor) {}

  private static Code.Site site(
      Around around, int line, String owner, String callee, String calleeDescriptor) {
    return new Code.Site(
        NameTexts.of(around.type.flatName()),
        around.method,
        around.descriptor,
        line,
        owner,
        callee,
        calleeDescriptor);
  }

  /** Constructors of enums, inner and local classes have parameters that no source shows. */
  private String descriptor(MethodSymbol method) {
    return method.name.contentEquals(Callee.CONSTRUCTOR) ? "" : Descriptors.of(method, types);
  }

  /** The way to a tree, which takes a search of the unit; several questions are about one tree. */
  TreePath path(Tree tree) {
    if (latest == null || latest.getLeaf() != tree) {
      TreePath found = TreePath.getPath(unit, tree);
      latest = found == null ? new TreePath(new TreePath(unit), tree) : found;
    }
    return latest;
  }

  /** The method that the class file will have a tree in, functions apart. */
  private Optional<Around> method(Tree tree) {
    Tree child = tree;
    for (TreePath path = path(tree); path != null; path = path.getParentPath()) {
      Tree around = path.getLeaf();
      if (around instanceof MethodTree method) {
        MethodSymbol symbol = ASTHelpers.getSymbol(method);
        return Optional.of(
            new Around(symbol.enclClass(), NameTexts.of(symbol.name), descriptor(symbol)));
      }
      if (around instanceof ClassTree type) {
        return Optional.of(
            new Around(
                (ClassSymbol) ASTHelpers.getSymbol(type),
                isStatic(child) ? STATICS : Callee.CONSTRUCTOR,
                ""));
      }
      child = around;
    }
    return Optional.empty();
  }

  private static boolean isStatic(Tree initialiser) {
    if (initialiser instanceof BlockTree block) {
      return block.isStatic();
    }
    Symbol field =
        initialiser instanceof VariableTree variable ? ASTHelpers.getSymbol(variable) : null;
    return field != null && field.isStatic();
  }

  private String outermost(Tree tree) {
    for (TreePath path = path(tree); path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof ClassTree type) {
        return NameTexts.of(ASTHelpers.getSymbol(type).outermostClass().flatName());
      }
    }
    return "";
  }

  /** The line that javac notes for an instruction. */
  private int line(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(((JCTree) tree).pos);
  }
}
