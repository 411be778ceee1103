package io.leverage.peer.system;

import static io.leverage.peer.system.LocalMeshOfProcesses.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.system.LocalMeshOfProcesses.Printed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers as those see them who watch them: events, logs, metrics, and what a thread does now. */
class WatchSystemTest {
  @TempDir private static Path folder;

  private static LocalMeshOfProcesses mesh;

  @BeforeAll
  static void start() throws IOException {
    mesh = new LocalMeshOfProcesses(folder).start(2);
  }

  @AfterAll
  static void stop() {
    if (mesh != null) {
      mesh.close();
    }
  }

  @Test
  void whatThreadsDoIsSeenFromEveryPeer() throws Exception {
    Path jar = ProgramJar.of("Talker", folder);
    try (RunningProgram program = mesh.begin(jar, line -> {})) {
      String thread = program.awaitLine("started ");
      String computer = thread.substring(0, thread.indexOf('/'));
      try (RunningProgram logs = mesh.begin("logs", "-f", computer, "--peer", mesh.addressOf(1))) {
        program.type("hello");
        awaitLineWith(logs, thread + "#1 | heard hello");
        program.type("again");
        awaitLineWith(logs, thread + "#1 | heard again");
        assertThat(logs.lines()).anyMatch(line -> line.contains(thread + " thread-started: "));
        assertThat(logs.lines()).anyMatch(line -> line.contains(thread + "#1 thread-claimed: "));
        assertThat(logs.lines()).anyMatch(line -> line.contains(computer + " worker-started: "));
      }

      String top = mesh.leverage("top", "--once", "--peer", mesh.addressOf(1)).out();
      assertThat(top).contains("2 peers, 2 threads", mesh.addressOf(0), mesh.addressOf(1), thread);
      assertThat(mesh.leverage("top", "--json", "--peer", mesh.addressOf(0)).out())
          .startsWith("{\"peers\":[{")
          .contains("\"threads\":[{", "\"speed\":", "\"runnable\":");

      eventually("the listener waits", () -> why("listener").contains("it waits for a message"));
      eventually(
          "the talker computes", () -> why("talker").contains("at Talker.further(Talker.java"));
      assertThat(mesh.leverage("why", "talker", "--json", "--peer", mesh.addressOf(0)).out())
          .contains("\"activity\":\"", "\"places\":[");

      program.type("enough");
      assertThat(program.exit()).isZero();
      assertThat(program.lines()).contains("heard 3 words, 3 told");
      Printed after = mesh.leverage("logs", thread, "--json", "--peer", mesh.addressOf(1));
      assertThat(after.out())
          .contains("\"kind\":\"thread-ended\"", "\"text\":\"heard enough\"")
          .doesNotContain("listener");
    }
    String metrics = metrics(0) + metrics(1);
    assertThat(metrics)
        .contains("leverage_threads{state=\"running\"}", "leverage_store_entries ")
        .contains("leverage_store_bytes ", "leverage_peers 2.0", "leverage_mailbox_messages ")
        .contains("leverage_commit_seconds_bucket{", "leverage_resume_seconds_count ")
        .contains("leverage_global_update_seconds_sum ", "jvm_memory_used_bytes{");
    assertThat(sum(metrics, "leverage_events_total{kind=\"thread-ended\"}")).isEqualTo(2);
    assertThat(sum(metrics, "leverage_claims_total")).isGreaterThanOrEqualTo(2);
    assertThat(sum(metrics, "leverage_messages_total")).isEqualTo(1);
    assertThat(sum(metrics, "leverage_checkpoints_total")).isGreaterThanOrEqualTo(2);
    assertThat(sum(metrics, "leverage_global_update_seconds_count")).isEqualTo(3);
  }

  @Test
  void aPeerLogsAsItIsTold() throws Exception {
    int port = LocalMeshOfProcesses.freePort();
    Path log = folder.resolve("lonely.log");
    try (RunningProgram lonely =
        mesh.begin(
            "peer",
            "--port",
            "" + port,
            "--join",
            "none",
            "--data",
            folder.resolve("lonely").toString(),
            "--metrics",
            "none",
            "--log-format",
            "json",
            "--log-file",
            log.toString())) {
      lonely.awaitLine("peer 127.0.0.1:" + port + " is ready");
      assertThat(lonely.lines()).hasSize(1);
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(lines)
        .anyMatch(line -> line.contains("\"mdc\": {\"event\":\"peer-started\"}"))
        .noneMatch(line -> line.contains("metrics at"));
    Printed wrong = mesh.leverage("peer", "--log-format", "xml");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("--log-format is text or json, not 'xml'");
  }

  private static void awaitLineWith(RunningProgram program, String text) {
    eventually(
        "a line with " + text, () -> program.lines().stream().anyMatch(l -> l.contains(text)));
  }

  private static String why(String thread) {
    return mesh.leverage("why", thread, "--peer", mesh.addressOf(1)).out();
  }

  private static String metrics(int peer) throws IOException, InterruptedException {
    int port = PeerAddress.parse(mesh.addressOf(peer)).port() + PeerAddress.METRICS_OFFSET;
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }
}
