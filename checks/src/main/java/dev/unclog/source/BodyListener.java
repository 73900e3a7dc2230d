package dev.unclog.source;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;

/** Is told what a {@link BodyScanner} finds. */
interface BodyListener {
  /** Has calls looked at everywhere, and takes none. */
  BodyListener ALL_CALLS =
      new BodyListener() {
        @Override
        public void call(TreeCall call, Body body) {}

        @Override
        public boolean wants(Body body) {
          return true;
        }
      };

  /** A call; asked for only where {@link #wants} said so. */
  void call(TreeCall call, Body body);

  /** Whether the calls of a body are of interest here. */
  boolean wants(Body body);

  /** A method or lambda that must not block begins. */
  default void cooperative(Body body, Tree tree) {}

  /** A call, in any body, whose result nobody looks at. */
  default void dropped(MethodInvocationTree call, Body body) {}

  /** A declaration begins. */
  default void enter(Symbol declaration, Tree tree) {}

  /** The declaration ends. */
  default void leave(Symbol declaration) {}
}
