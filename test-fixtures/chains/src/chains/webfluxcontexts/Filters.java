package chains.webfluxcontexts;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Filters of servers, clients and gateways, and services, run on an event loop. */
class Filters {
  static class Server implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      load(); // finds: BlockingCall Files.readString(Path)
      return chain.filter(exchange);
    }

    String notCalledByIt() { // silent
      return load();
    }
  }

  WebFilter filter() {
    return (exchange, chain) -> {
      load(); // finds: BlockingCall Files.readString(Path)
      return chain.filter(exchange);
    };
  }

  static class Client implements ExchangeFilterFunction {
    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
      load(); // finds: BlockingCall Files.readString(Path)
      return next.exchange(request);
    }
  }

  static class Gateway implements GlobalFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
      load(); // finds: BlockingCall Files.readString(Path)
      return chain.filter(exchange);
    }
  }

  static class Service implements HttpService {
    @Override
    public HttpResponse serve(ServiceRequestContext ctx, HttpRequest req) {
      return HttpResponse.of(load()); // finds: BlockingCall Files.readString(Path)
    }
  }

  static class Offloads implements HttpService {
    @Override
    public HttpResponse serve(ServiceRequestContext ctx, HttpRequest req) { // silent
      return HttpResponse.of(
          java.util.concurrent.CompletableFuture.supplyAsync(
              () -> HttpResponse.of(load()), ctx.blockingTaskExecutor()));
    }
  }

  static String load() {
    try {
      return Files.readString(Path.of("a"));
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
