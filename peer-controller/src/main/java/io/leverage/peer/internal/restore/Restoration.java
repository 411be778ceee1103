package io.leverage.peer.internal.restore;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.Journal;
import io.leverage.peer.internal.store.Past;
import io.leverage.peer.internal.store.StateStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a peer into its mesh, and the mesh back if all its peers died.
 *
 * <p>A mesh is <em>open</em>, which is a mark in its store, while it is in work. Who comes into an
 * open mesh brings nothing: the mesh has gone on, and what the peer's folder holds is void; unless
 * it is all of another mesh. Who finds none has a new mesh, if its folder is empty. Else all peers
 * of the mesh died, and each that comes back brings {@linkplain Contribution what it had} and says
 * so. The mesh opens when all the folders are there that together had all copies; after a while it
 * does with so few missing or damaged that each value still has a sound copy. Until then no thread
 * runs: whoever read a value that has not come back yet would be silently wrong.
 */
public final class Restoration {
  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
  private static final Duration PATIENCE =
      Duration.ofSeconds(Long.getLong("leverage.restore.patience", 20));
  private static final long PAUSE_MILLIS = 100;
  private static final long COMPLAIN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int FORMAT = 1;

  private final StateStore store;
  private final Journal journal;
  private final String peer;
  private final int copies;
  private final Duration patience;

  /**
   * Creates the role.
   *
   * @param peer this peer's address, for people
   * @param copies on how many peers each value is kept
   */
  public Restoration(StateStore store, Journal journal, String peer, int copies) {
    this(store, journal, peer, copies, PATIENCE);
  }

  Restoration(StateStore store, Journal journal, String peer, int copies, Duration patience) {
    this.patience = patience;
    this.store = store;
    this.journal = journal;
    this.peer = peer;
    this.copies = copies;
  }

  /**
   * What was opened.
   *
   * @param mesh the id of the mesh, the same through all its lives
   * @param revision the mesh's newest view in its lives before
   */
  public record Opened(String mesh, long revision) {}

  /**
   * Waits until the mesh is open.
   *
   * @return what was opened
   * @throws RefusedException if this thread was interrupted
   */
  public Opened awaitOpen() {
    Past past = journal.past();
    boolean worthKeeping = past.keys().stream().anyMatch(StoreKeys::isOfComputer);
    boolean brought = false;
    if (journal.hasLeft()) {
      LOG.info(
          "waiting for the peers that had all when this one left, for {} s", patience.toSeconds());
    }
    long begun = System.nanoTime();
    long complained = begun;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Optional<Opened> open = openMesh();
        if (open.isPresent()) {
          if (worthKeeping && !brought) {
            enter(open.get().mesh(), past);
          }
          return open.get();
        }
        if (worthKeeping && !brought) {
          bring(past);
          brought = true;
        }
        long now = System.nanoTime();
        boolean complain = now - complained > COMPLAIN_NANOS;
        complained = complain ? now : complained;
        decide(now - begun > patience.toNanos(), complain).ifPresent(this::open);
      } catch (UnreachableException e) { // peers are coming, so the mesh changes
        LOG.debug("restoring again", e);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    throw new RefusedException("interrupted while the mesh was not open");
  }

  private Optional<Opened> openMesh() {
    return Optional.ofNullable(store.get(StoreKeys.meshOpen()))
        .map(
            bytes -> {
              RecordInput in = new RecordInput(bytes, FORMAT, "mark of the mesh").skipRevision();
              return new Opened(in.text(), in.number());
            });
  }

  private void open(Opened opened) {
    byte[] mark =
        RecordOutput.changing(FORMAT, null, UUID.randomUUID().getMostSignificantBits())
            .text(opened.mesh())
            .number(opened.revision())
            .toBytes();
    if (store.compareAndSet(StoreKeys.meshOpen(), null, mark)) {
      LOG.info("the mesh {} is open", opened.mesh());
    }
  }

  private void enter(String mesh, Past past) {
    Optional<String> mine = noted().map(MeshView::mesh);
    if (mine.filter(mesh::equals).isPresent()) {
      return; // this life's files will stand for the past when all copies are there
    }
    if (past.isSound() && noted().filter(this::isAlone).isPresent()) {
      new Contribution(store).bring(past); // all there was of its mesh, so nothing can be missing
      return;
    }
    try {
      LOG.warn(
          "this peer's folder holds virtual computers of another mesh, {}, than the one that it"
              + " joins, {}",
          mine.orElse("without a name"),
          mesh);
      journal.setPastAside();
    } catch (IOException e) {
      throw new RefusedException(
          "what this peer kept of another mesh can't be put aside ("
              + e
              + "): choose another folder with --data",
          e);
    }
  }

  private Optional<MeshView> noted() {
    return journal.past().note(SettledViews.NOTE).map(MeshView::read);
  }

  private boolean isAlone(MeshView view) {
    return view.members().stream().allMatch(member -> member.folder().equals(journal.id()));
  }

  private void bring(Past past) {
    MeshView view =
        noted()
            .orElseGet(
                () ->
                    new MeshView(
                        UUID.randomUUID().toString(),
                        0,
                        List.of(new MeshView.Member(journal.id(), peer))));
    mark(new Returned(journal.id(), view, false, past.isSound())); // lest a new mesh be opened
    new Contribution(store).bring(past);
    mark(new Returned(journal.id(), view, true, past.isSound()));
  }

  private void mark(Returned returned) {
    store.put(StoreKeys.returned(returned.folder()), returned.write());
  }

  /** Decides whether the mesh can open: gets its id then. */
  private Optional<Opened> decide(boolean outOfPatience, boolean complain) {
    List<Returned> returned =
        store.keys(StoreKeys.returned()).stream()
            .flatMap(key -> Optional.ofNullable(store.get(key)).map(Returned::read).stream())
            .toList();
    Optional<MeshView> newest =
        returned.stream().map(Returned::view).max(Comparator.comparingLong(MeshView::revision));
    if (newest.isEmpty() && journal.hasLeft() && !outOfPatience) {
      return Optional.empty(); // who has what it held when it left may be coming
    }
    if (newest.isEmpty()) {
      return Optional.of(new Opened(UUID.randomUUID().toString(), 0));
    }
    Set<String> there =
        returned.stream().filter(Returned::whole).map(Returned::folder).collect(Collectors.toSet());
    Set<MeshView.Member> missing = new HashSet<>(newest.get().members());
    missing.removeIf(member -> there.contains(member.folder()));
    long damaged = returned.stream().filter(one -> !one.sound()).count();
    if (missing.isEmpty() || (outOfPatience && missing.size() + damaged < copies)) {
      LOG.info(
          "all peers had died: the mesh goes on from {} data folders, {} of them damaged, {} missing",
          returned.size(),
          damaged,
          missing.size());
      return Optional.of(new Opened(newest.get().mesh(), newest.get().revision()));
    }
    if (complain) {
      LOG.warn(
          "all peers had died, and the data folders that are there don't hold all of the mesh's"
              + " state. Start the peers {} again, on their data folders; or remove {} to begin anew",
          missing.stream().map(MeshView.Member::peer).sorted().collect(Collectors.joining(", ")),
          "those of the peers that wait");
    }
    return Optional.empty();
  }
}
