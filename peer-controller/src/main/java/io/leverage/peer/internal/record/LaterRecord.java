package io.leverage.peer.internal.record;

import io.leverage.peer.internal.store.StoreOptions;
import java.util.Comparator;

/**
 * Which of two values of one key is the later, where sides of a split mesh can't be told apart. Of
 * a thread, the one with the higher epoch, then sequence; of the others that change, the one with
 * the higher revision. The rest never changes.
 */
public final class LaterRecord implements StoreOptions.Later {
  private static final Comparator<ThreadRecord> HISTORY =
      Comparator.comparingLong(ThreadRecord::epoch).thenComparingLong(ThreadRecord::sequence);

  @Override
  public int compare(String key, byte[] first, byte[] second) {
    if (!StoreKeys.isChanging(key) || first.length == 0 || second.length == 0) {
      return 0;
    }
    int history =
        key.startsWith(StoreKeys.threads(""))
            ? HISTORY.compare(ThreadRecordFormat.read(first), ThreadRecordFormat.read(second))
            : 0;
    return history != 0 ? history : Long.compare(Revision.of(first), Revision.of(second));
  }
}
