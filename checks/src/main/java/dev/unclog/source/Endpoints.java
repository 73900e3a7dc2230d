package dev.unclog.source;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that frameworks find by an annotation and run on an event loop, for their signature or in
 * any case.
 */
final class Endpoints {
  private static final Set<String> TRANSACTIONAL =
      Set.of("jakarta.transaction.Transactional", "javax.transaction.Transactional");

  /**
   * A framework's rule.
   *
   * @param annotation what marks the methods, itself or on their annotations
   * @param ofType whether it marks a type, and all public methods of that
   * @param needs a type that is there where the framework is; empty if the annotation will do
   * @param not a type that is there where another framework takes the annotation too
   * @param onlyReactive whether only methods that return something reactive are run on the loop
   */
  private record Rule(
      String framework,
      String annotation,
      boolean ofType,
      String needs,
      String not,
      boolean onlyReactive) {
    Rule where(String type, String otherType, boolean onlyIfReactive) {
      return new Rule(framework, annotation, ofType, type, otherType, onlyIfReactive);
    }
  }

  private static final String MVC = "org.springframework.web.servlet.DispatcherServlet";
  private static final String WEBFLUX = "org.springframework.web.reactive.DispatcherHandler";
  private static final List<Rule> RULES =
      List.of(
          method("Spring WebFlux", "org.springframework.web.bind.annotation.RequestMapping")
              .where(WEBFLUX, MVC, false),
          method("Spring WebFlux", "org.springframework.web.bind.annotation.ExceptionHandler")
              .where(WEBFLUX, MVC, false),
          method("Spring", "org.springframework.messaging.rsocket.annotation.ConnectMapping"),
          method("Quarkus REST", "jakarta.ws.rs.HttpMethod")
              .where("org.jboss.resteasy.reactive.RestResponse", "", true),
          method("Quarkus", "io.quarkus.vertx.ConsumeEvent"),
          method("Quarkus", "io.quarkus.vertx.web.Route"),
          method("Quarkus", "io.quarkus.scheduler.Scheduled").where("", "", true),
          type("Quarkus gRPC", "io.quarkus.grpc.GrpcService").where("", "", true),
          method("Reactive Messaging", "org.eclipse.microprofile.reactive.messaging.Incoming"),
          method("Micronaut", "io.micronaut.http.annotation.HttpMethodMapping"),
          method("Micronaut", "io.micronaut.http.annotation.RequestFilter"),
          method("Micronaut", "io.micronaut.http.annotation.ResponseFilter"),
          method("Armeria", "com.linecorp.armeria.server.annotation.Get"),
          method("Armeria", "com.linecorp.armeria.server.annotation.Post"),
          method("Armeria", "com.linecorp.armeria.server.annotation.Put"),
          method("Armeria", "com.linecorp.armeria.server.annotation.Patch"),
          method("Armeria", "com.linecorp.armeria.server.annotation.Delete"));

  private final LaterTypes later;
  private final Callees callees;
  private final Map<TypeSymbol, Optional<Rule>> rules = new HashMap<>();
  private final Map<String, Boolean> present = new HashMap<>();

  Endpoints(LaterTypes later, Callees callees) {
    this.later = later;
    this.callees = callees;
  }

  /** Why a method is run on an event loop; empty if no framework finds it by an annotation. */
  Optional<Reason> of(MethodSymbol method) {
    for (Attribute.Compound annotation : method.getRawAttributes()) {
      Optional<Reason> reason =
          rule(annotation)
              .filter(rule -> !rule.ofType)
              .flatMap(rule -> reason(rule, annotation, method));
      if (reason.isPresent()) {
        return reason;
      }
    }
    for (Attribute.Compound annotation : method.owner.getRawAttributes()) {
      Optional<Reason> reason =
          rule(annotation)
              .filter(rule -> rule.ofType && method.isPublic())
              .flatMap(rule -> reason(rule, annotation, method));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> reason(Rule rule, Attribute.Compound annotation, MethodSymbol method) {
    if (method.isConstructor()
        || !rule.needs.isEmpty() && !isPresent(rule.needs)
        || !rule.not.isEmpty() && isPresent(rule.not)
        || rule.onlyReactive
            && !later.include(method.getReturnType())
            && !GrpcServices.takesObserver(method)
        || isTransactional(method)
        || isTransactional(method.owner)) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.because(
            method.name
                + " is marked @"
                + annotation.type.tsym.name
                + ", which "
                + rule.framework
                + " runs on an event loop"));
  }

  private static boolean isTransactional(Symbol symbol) {
    return symbol.getRawAttributes().stream()
        .anyMatch(each -> TRANSACTIONAL.contains(each.type.tsym.flatName().toString()));
  }

  private boolean isPresent(String type) {
    return present.computeIfAbsent(type, name -> callees.type(name).isPresent());
  }

  /** The rule for an annotation, or for one that it carries itself. */
  private Optional<Rule> rule(Attribute.Compound annotation) {
    return rules.computeIfAbsent(
        annotation.type.tsym, type -> named(type).or(() -> carriedBy(type)));
  }

  private static Optional<Rule> carriedBy(TypeSymbol annotation) {
    try {
      return annotation.getRawAttributes().stream()
          .flatMap(meta -> named(meta.type.tsym).stream())
          .findFirst();
    } catch (CompletionFailure e) {
      return Optional.empty(); // Compiled code may carry annotations that nobody needs.
    }
  }

  private static Optional<Rule> named(TypeSymbol type) {
    String name = type.flatName().toString();
    return RULES.stream().filter(rule -> rule.annotation.equals(name)).findFirst();
  }

  private static Rule method(String framework, String annotation) {
    return new Rule(framework, annotation, false, "", "", false);
  }

  private static Rule type(String framework, String annotation) {
    return new Rule(framework, annotation, true, "", "", false);
  }
}
