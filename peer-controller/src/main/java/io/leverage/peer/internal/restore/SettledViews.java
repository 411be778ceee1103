package io.leverage.peer.internal.restore;

import io.leverage.LeverageException;
import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.Revision;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.Journal;
import io.leverage.peer.internal.store.StateStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the journal which data folders have all copies of the state, whenever that changed. What
 * earlier lives of this peer left is not needed any more, then.
 */
public final class SettledViews {
  static final String NOTE = "view";

  private static final Logger LOG = LoggerFactory.getLogger(SettledViews.class);
  private static final int FORMAT = 1;

  private final StateStore store;
  private final Mesh mesh;
  private final Journal journal;
  private final Restoration.Opened opened;
  private final IntPredicate settled;
  private final SecureRandom nonces = new SecureRandom();
  private Set<String> seen = Set.of();
  private Set<String> noted = Set.of();

  /**
   * Creates the role.
   *
   * @param settled tells whether all values have all their copies on a mesh of so many peers
   */
  public SettledViews(
      StateStore store,
      Mesh mesh,
      Journal journal,
      Restoration.Opened opened,
      IntPredicate settled) {
    this.store = store;
    this.mesh = mesh;
    this.journal = journal;
    this.opened = opened;
    this.settled = settled;
  }

  /**
   * Looks whether there is something to note. Called from time to time; forces the journal, too.
   */
  public synchronized void look() {
    try {
      List<PeerInfo> peers = mesh.peers();
      Set<String> ids = peers.stream().map(PeerInfo::id).collect(Collectors.toSet());
      if (!ids.equals(seen)) {
        seen = ids;
        noted = Set.of(); // copies move, even if the same peers are back before they have settled
      } else if (store.get(StoreKeys.folderOf(mesh.self())) == null) {
        noted = Set.of(); // the others went on without this peer, which never saw them leave
      }
      if (!ids.equals(noted) && settled.test(peers.size())) {
        note(peers, ids);
      }
    } catch (LeverageException e) { // it looks again before long
      LOG.debug("the view is not noted now", e);
    }
    journal.force();
  }

  private void note(List<PeerInfo> peers, Set<String> ids) {
    store.put(
        StoreKeys.folderOf(mesh.self()), new RecordOutput(FORMAT).text(journal.id()).toBytes());
    List<MeshView.Member> members = new ArrayList<>();
    for (PeerInfo peer : peers) {
      byte[] folder = store.get(StoreKeys.folderOf(peer.id()));
      if (folder == null) {
        return; // it will say so before long
      }
      members.add(
          new MeshView.Member(
              new RecordInput(folder, FORMAT, "data folder's name").text(), peer.name()));
    }
    members.sort(Comparator.comparing(MeshView.Member::folder));
    long revision = revision(new MeshView(opened.mesh(), 0, members).write());
    journal.note(NOTE, new MeshView(opened.mesh(), revision, List.copyOf(members)).write());
    journal.force();
    journal.forgetPast();
    noted = ids;
    LOG.info("{} data folders have all copies now: view {}", members.size(), revision);
    tidy(ids);
  }

  /** Counts the views, in the store: the same for all that see the same members. */
  private long revision(byte[] members) {
    while (true) {
      byte[] present = store.get(StoreKeys.meshView());
      long revision = opened.revision() + (present == null ? 0 : Revision.of(present));
      if (present != null
          && Arrays.equals(
              new RecordInput(present, FORMAT, "view").skipRevision().present(), members)) {
        return revision;
      }
      byte[] next =
          RecordOutput.changing(FORMAT, present, nonces.nextLong()).bytes(members).toBytes();
      if (store.compareAndSet(StoreKeys.meshView(), present, next)) {
        return revision + 1;
      }
    }
  }

  private void tidy(Set<String> ids) {
    int prefix = StoreKeys.folders().length();
    for (String key : store.keys(StoreKeys.folders())) {
      if (!ids.contains(key.substring(prefix))) {
        store.remove(key);
      }
    }
    store.keys(StoreKeys.returned()).forEach(store::remove);
  }
}
