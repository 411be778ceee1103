package io.leverage.peer.internal.restore;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.Revision;
import io.leverage.peer.internal.store.Journal;
import io.leverage.peer.internal.store.Journals;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.store.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three folders of one mesh, in which all peers died, brought into a new store. */
class RestorationTest {
  private static final String THREAD = "vt/vc-1/t";

  @TempDir private Path folder;

  private final StateStore store = new MemoryStore().view();
  private final List<Journal> journals = new ArrayList<>();

  /** A thread for each peer: the common pool has only one on a small machine, and peers wait. */
  private final ExecutorService waiting = Executors.newCachedThreadPool();

  @BeforeEach
  void threeFoldersOfOneMesh() {
    List<MeshView.Member> members = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      try (Journal journal = Journal.open(folder.resolve(name))) {
        members.add(new MeshView.Member(journal.id(), name));
      }
    }
    for (String name : List.of("a", "b", "c")) {
      try (Journal journal = Journal.open(folder.resolve(name))) {
        Journals.keep(journal, "vc/vc-1", revision(1));
        Journals.keep(journal, "cp/vc-1/t/" + name, new byte[] {1});
        Journals.keep(journal, THREAD, revision(name.equals("b") ? 7 : 5));
        journal.note(SettledViews.NOTE, new MeshView("mesh", 4, members).write());
      }
    }
  }

  @AfterEach
  void close() {
    waiting.shutdownNow();
    journals.forEach(Journal::close);
  }

  private static byte[] revision(int revision) {
    byte[] record = null;
    for (int i = 0; i < revision; i++) {
      record = RecordOutput.changing(1, record, i).toBytes();
    }
    return record;
  }

  private Journal reopen(String name) {
    Journal journal = Journal.open(folder.resolve(name));
    journals.add(journal);
    return journal;
  }

  private CompletableFuture<Restoration.Opened> start(String name) {
    return start(name, Duration.ofMinutes(1));
  }

  private CompletableFuture<Restoration.Opened> start(String name, Duration patience) {
    Restoration restoration = new Restoration(store, reopen(name), name, 2, patience);
    return CompletableFuture.supplyAsync(restoration::awaitOpen, waiting);
  }

  @Test
  void theMeshOpensWhenAllFoldersAreThereAndTheNewestRevisionsCount() throws Exception {
    CompletableFuture<Restoration.Opened> a = start("a");
    CompletableFuture<Restoration.Opened> b = start("b");
    eventually("both brought theirs", () -> store.keys("cp/").size() == 2);
    assertThat(a).isNotDone();
    assertThat(b).isNotDone();
    CompletableFuture<Restoration.Opened> c = start("c");
    for (CompletableFuture<Restoration.Opened> each : List.of(a, b, c)) {
      assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(new Restoration.Opened("mesh", 4));
    }
    assertThat(Revision.of(store.get(THREAD))).isEqualTo(7);
    assertThat(store.keys("cp/")).hasSize(3);
  }

  @Test
  void aFreshPeerWaitsForThoseThatComeBack() throws Exception {
    CompletableFuture<Restoration.Opened> a = start("a");
    eventually("it says so", () -> !store.keys("me/back/").isEmpty());
    CompletableFuture<Restoration.Opened> fresh = start("fresh");
    eventually("it brought its own", () -> !store.keys("cp/").isEmpty());
    assertThat(fresh).isNotDone();
    start("b");
    start("c");
    assertThat(fresh.get(60, TimeUnit.SECONDS).mesh()).isEqualTo("mesh");
    assertThat(a.get(60, TimeUnit.SECONDS).mesh()).isEqualTo("mesh");
  }

  @Test
  void withTwoCopiesOneFolderMayBeMissing() throws Exception {
    CompletableFuture<Restoration.Opened> a = start("a", Duration.ZERO);
    CompletableFuture<Restoration.Opened> c = start("c", Duration.ZERO);
    assertThat(a.get(60, TimeUnit.SECONDS).mesh()).isEqualTo("mesh");
    assertThat(c.get(60, TimeUnit.SECONDS).mesh()).isEqualTo("mesh");
  }

  @Test
  void whoComesLateBringsNothing() throws Exception {
    start("a");
    start("b");
    start("c").get(60, TimeUnit.SECONDS);
    store.remove("cp/vc-1/t/b");
    Restoration late = new Restoration(store, reopenCopy("b"), "b", 2);
    assertThat(late.awaitOpen().mesh()).isEqualTo("mesh");
    assertThat(store.get("cp/vc-1/t/b")).isNull();
  }

  @Test
  void whoLeftAMeshBehindWaitsForIt() throws Exception {
    try (Journal journal = Journal.open(folder.resolve("left"))) {
      journal.erase(true);
    }
    CompletableFuture<Restoration.Opened> left = start("left");
    start("a");
    start("b");
    start("c");
    assertThat(left.get(60, TimeUnit.SECONDS).mesh()).isEqualTo("mesh");
  }

  @Test
  void allOfAnotherMeshIsBroughtAlong() throws Exception {
    try (Journal journal = Journal.open(folder.resolve("last"))) {
      MeshView.Member last = new MeshView.Member(journal.id(), "last");
      Journals.keep(journal, "vc/vc-2", revision(3));
      journal.note(SettledViews.NOTE, new MeshView("other", 9, List.of(last)).write());
    }
    start("fresh").get(60, TimeUnit.SECONDS);
    start("last").get(60, TimeUnit.SECONDS);
    assertThat(store.keys("vc/")).containsExactly("vc/vc-2");
  }

  @Test
  void whatAnotherMeshLeftIsPutAside() throws Exception {
    assertThat(start("fresh").get(60, TimeUnit.SECONDS).revision()).isZero();
    start("a").get(60, TimeUnit.SECONDS);
    assertThat(store.keys("vc/")).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve("a"))) {
      assertThat(files).anyMatch(file -> file.getFileName().toString().startsWith("aside-"));
    }
  }

  private Journal reopenCopy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name + "-copy"));
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Journal journal = Journal.open(copy);
    journals.add(journal);
    return journal;
  }
}
