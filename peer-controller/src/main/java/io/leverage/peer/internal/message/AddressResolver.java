package io.leverage.peer.internal.message;

import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import java.util.Optional;

/** The address resolver: from the id of a virtual thread to the peer on which it now runs. */
public final class AddressResolver {
  private final ThreadTable threads;

  /** Creates a resolver. */
  public AddressResolver(ThreadTable threads) {
    this.threads = threads;
  }

  /** Finds out where a thread is and whether it has ended; empty if there is no such thread. */
  public Optional<ThreadRecord> find(String thread) {
    return threads.find(thread);
  }

  /** Resolves a thread to its owner's id; empty if no peer runs it, or there is no such thread. */
  public Optional<String> resolve(String thread) {
    return find(thread).map(ThreadRecord::owner).filter(owner -> !owner.isEmpty());
  }
}
