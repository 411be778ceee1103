package io.leverage.peer.internal.store;

/** Writes to journals as the store does. */
public final class Journals {
  private Journals() {}

  /** Keeps a value of ordinary size. */
  public static void keep(Journal journal, String key, byte[] value) {
    journal.put(Journal.RECORDS, 0, key, new StoredValue.Inline(value).toBytes());
  }
}
