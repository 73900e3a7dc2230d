package chains.testsonly;

import java.util.function.Consumer;

/** Others of the package, in operation. */
class Operator {
  final Consumer<Server> operation = server -> server.raisedElsewhere = true;
}
