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

  /** Tells whether a thread has ended, so that no message reaches it any more. */
  public boolean hasEnded(String thread) {
    return threads.find(thread).filter(record -> record.state().ended()).isPresent();
  }

  /** Resolves a thread to its owner's id; empty if no peer runs it, or there is no such thread. */
  public Optional<String> resolve(String thread) {
    return threads.find(thread).map(ThreadRecord::owner).filter(owner -> !owner.isEmpty());
  }
}
