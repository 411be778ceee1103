package io.leverage.peer.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts each worker as a child JVM: the same Java, our own class path, the link over its standard
 * input and output. So the peer's process never holds user classes (invariant I5), and a worker
 * that runs out of memory takes no peer with it.
 */
public final class ProcessWorkerLauncher implements WorkerLauncher {
  private static final Logger log = LoggerFactory.getLogger(ProcessWorkerLauncher.class);
  private static final int LAST_WORDS = 5;

  /** Lets references, proxies, calendars, matchers, identity hash codes, ... travel. */
  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.lang.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.function=ALL-UNNAMED",
          "--add-opens=java.base/java.util.regex=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  /** What the JVM itself has to say goes to the log: standard output is the link to the peer. */
  private static final List<String> QUIET =
      List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr");

  private final List<String> command;
  private final Executor executor;

  /**
   * Creates a launcher.
   *
   * @param mainClass of the worker
   * @param options for its JVM, such as its largest heap
   * @param executor runs the handlers of the links
   */
  public ProcessWorkerLauncher(String mainClass, List<String> options, Executor executor) {
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPENED);
    command.add("-Dlogback.configurationFile=leverage-logback-worker.xml");
    String level = System.getProperty("leverage.log");
    if (level != null) {
      command.add("-Dleverage.log=" + level);
    }
    command.addAll(options);
    command.addAll(QUIET);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    this.executor = executor;
  }

  @Override
  public Launched launch(String computer, RequestHandler handler) {
    try {
      Process process = new ProcessBuilder(command).start();
      log.info("worker of {} started, pid {}", computer, process.pid());
      return new Child(computer, process, handler);
    } catch (IOException e) {
      throw new UnreachableException(
          String.format(
              Locale.ROOT, "can't start a worker with %s: %s", command.get(0), e.getMessage()),
          e);
    }
  }

  private final class Child implements Launched {
    private final Process process;
    private final Link link;
    private final Deque<String> lastWords = new ArrayDeque<>();

    Child(String computer, Process process, RequestHandler handler) {
      this.process = process;
      Thread reader = new Thread(() -> readErrors(computer), "errors of worker " + process.pid());
      reader.setDaemon(true);
      reader.start();
      this.link =
          Link.open(
              "worker " + process.pid() + " of " + computer,
              process.getInputStream(),
              process.getOutputStream(),
              executor,
              handler);
    }

    private void readErrors(String computer) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          log.info("worker {} of {}: {}", process.pid(), computer, line);
          remember(line);
        }
      } catch (IOException e) {
        log.debug("the errors of worker {} can't be read", process.pid(), e);
      }
    }

    private synchronized void remember(String line) {
      if (lastWords.size() == LAST_WORDS) {
        lastWords.removeFirst();
      }
      lastWords.add(line);
    }

    @Override
    public Link link() {
      return link;
    }

    @Override
    public String obituary() {
      boolean ended;
      try {
        ended = process.waitFor(2, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        ended = false;
      }
      synchronized (this) {
        return String.format(
            Locale.ROOT,
            "its worker, process %d, %s%s",
            process.pid(),
            ended ? "died with exit code " + process.exitValue() : "closed its link",
            lastWords.isEmpty() ? "" : "; its last words: " + String.join(" | ", lastWords));
      }
    }

    @Override
    public void close() {
      link.close();
      process.destroyForcibly();
    }
  }
}
