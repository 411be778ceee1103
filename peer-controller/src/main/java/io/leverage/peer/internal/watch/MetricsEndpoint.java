package io.leverage.peer.internal.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leverage.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code http://127.0.0.1:PORT/metrics}, for Prometheus, on loopback only. */
public final class MetricsEndpoint implements AutoCloseable {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService executor;

  private MetricsEndpoint(HttpServer server, Meters meters) {
    this.server = server;
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "metrics");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/metrics", exchange -> answer(exchange, meters));
    server.start();
  }

  /**
   * Begins to serve.
   *
   * @throws RefusedException if the port is in use
   */
  public static MetricsEndpoint open(InetAddress loopback, int port, Meters meters) {
    try {
      return new MetricsEndpoint(
          HttpServer.create(new InetSocketAddress(loopback, port), 8), meters);
    } catch (IOException e) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "port %d for metrics is in use: choose another with --metrics PORT, or --metrics none",
              port),
          e);
    }
  }

  /** Gets the port that it serves on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Meters meters) throws IOException {
    try (exchange) {
      boolean known =
          exchange.getRequestMethod().equals("GET")
              && exchange.getRequestURI().getPath().equals("/metrics");
      byte[] body = (known ? meters.scrape() : "GET /metrics\n").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TYPE);
      exchange.sendResponseHeaders(known ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
