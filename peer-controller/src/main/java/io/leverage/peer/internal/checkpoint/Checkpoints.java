package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import java.util.Optional;

/** The checkpoints in the store: immutable, each thread's apart, named by their content. */
public final class Checkpoints {
  private final BlobStore blobs;

  /** Creates a view of the store. */
  public Checkpoints(StateStore store) {
    this.blobs = new BlobStore(store);
  }

  /** Stores a checkpoint and returns its name. */
  public String put(Checkpoint checkpoint) {
    return blobs.put(StoreKeys.checkpoints(checkpoint.thread()), checkpoint.write());
  }

  /** Reads a checkpoint; empty if it isn't there, or not whole. */
  public Optional<Checkpoint> find(String thread, String name) {
    return blobs.get(StoreKeys.checkpoints(thread), name).map(Checkpoint::read);
  }

  /** Removes a checkpoint that no record refers to. */
  public void remove(String thread, String name) {
    blobs.remove(StoreKeys.checkpoints(thread), name);
  }

  /** Removes a thread's checkpoints but one: those that dead incarnations left behind. */
  public void retainOnly(String thread, String name) {
    blobs.retainOnly(StoreKeys.checkpoints(thread), name);
  }
}
