package io.leverage.peer.internal.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** The measurements of a peer, in Prometheus' format. {@code docs/operations.md} lists them. */
public final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<EventKind, Counter> events = new EnumMap<>(EventKind.class);
  private final Counter checkpoints =
      counter("leverage.checkpoints", "checkpoints that were committed");
  private final Counter checkpointBytes =
      counter("leverage.checkpoint.bytes", "bytes of the stacks in committed checkpoints");
  private final Counter migrations =
      counter("leverage.migrations", "threads that left this peer as they were, for another one");
  private final Counter claims = counter("leverage.claims", "threads that this peer took");
  private final Counter fenced =
      counter("leverage.fenced", "incarnations of threads that were stopped: others went on");
  private final Counter messages =
      counter("leverage.messages", "messages between threads that became visible");
  private final Timer commit =
      timer("leverage.commit", "a commit of a checkpoint, with its effects visible at the end");
  private final Timer resume = timer("leverage.resume", "from the claim of a thread until it runs");
  private final Timer update = timer("leverage.global.update", "an update of a global variable");

  /** Creates the measurements; those of the JVM are among them. */
  public Meters() {
    for (EventKind kind : EventKind.values()) {
      events.put(
          kind,
          Counter.builder("leverage.events")
              .description("what happened, by kind")
              .tag("kind", kind.label())
              .register(registry));
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  private Counter counter(String name, String meaning) {
    return Counter.builder(name).description(meaning).register(registry);
  }

  private Timer timer(String name, String meaning) {
    return Timer.builder(name)
        .description(meaning)
        .publishPercentileHistogram()
        .minimumExpectedValue(java.time.Duration.ofMillis(1))
        .maximumExpectedValue(java.time.Duration.ofSeconds(10))
        .register(registry);
  }

  /** Adds a value that is asked for whenever somebody looks. */
  public void gauge(String name, String meaning, DoubleSupplier value, String... tags) {
    Gauge.builder(name, value::getAsDouble)
        .description(meaning)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  void happened(EventKind kind) {
    Counter counter = events.get(kind);
    if (counter != null) {
      counter.increment();
    }
  }

  void committed(long nanos, long bytes, int sent) {
    commit.record(nanos, TimeUnit.NANOSECONDS);
    checkpoints.increment();
    checkpointBytes.increment((double) bytes);
    messages.increment(sent);
  }

  void resumed(long nanos) {
    claims.increment();
    resume.record(nanos, TimeUnit.NANOSECONDS);
  }

  void migrated() {
    migrations.increment();
  }

  void fenced() {
    fenced.increment();
  }

  void updated(long nanos) {
    update.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Writes all of them for Prometheus. */
  public String scrape() {
    return registry.scrape();
  }
}
