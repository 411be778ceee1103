package io.leverage.peer.internal.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.LocalMesh;
import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.Journal;
import io.leverage.peer.internal.store.MemoryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledViewsTest {
  @TempDir private Path folder;

  private final LocalMesh mesh = new LocalMesh();
  private final MemoryStore store = new MemoryStore();
  private final List<Journal> journals = new ArrayList<>();

  private record Node(Mesh mesh, SettledViews views) {}

  private List<String> noted() {
    byte[] present = Objects.requireNonNull(store.view().get(StoreKeys.meshView()));
    byte[] members =
        Objects.requireNonNull(new RecordInput(present, 1, "view").skipRevision().present());
    return MeshView.read(members).members().stream().map(MeshView.Member::peer).toList();
  }

  private Node join(String id) {
    Mesh member = mesh.join(id);
    member.announce(Capacity.NONE);
    Journal journal = Journal.open(folder.resolve(id + journals.size()));
    journals.add(journal);
    Restoration.Opened opened = new Restoration.Opened("mesh", 0);
    return new Node(member, new SettledViews(store.view(), member, journal, opened, peers -> true));
  }

  @AfterEach
  void close() {
    journals.forEach(Journal::close);
    mesh.close();
  }

  private static void look(Node... nodes) {
    for (int round = 0; round < 2; round++) { // the first one waits for the last one's folder
      Stream.of(nodes).forEach(node -> node.views().look());
    }
  }

  @Test
  void all_folders_of_the_view_are_noted() {
    Node a = join("a");
    Node b = join("b");
    look(a, b);
    assertThat(noted()).containsExactlyInAnyOrder("name-a", "name-b");
  }

  @Test
  void a_frozen_peer_that_never_saw_the_others_leave_is_noted_again() {
    Node a = join("a");
    Node frozen = join("b");
    look(a, frozen);

    mesh.part("b"); // the others' view only: it is frozen
    look(a);
    assertThat(noted()).containsExactly("name-a");
    frozen.mesh().announce(Capacity.NONE);
    look(a, frozen);

    assertThat(noted()).containsExactlyInAnyOrder("name-a", "name-b");
  }
}
