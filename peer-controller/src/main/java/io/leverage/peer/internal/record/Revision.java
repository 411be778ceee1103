package io.leverage.peer.internal.record;

import java.nio.ByteBuffer;

/**
 * Which change of its record a record is. Each compare-and-set raises it by one, so of two copies
 * of one record that lived apart, on the two sides of a split or on disks, the higher one is the
 * later. Only records that change have one; all other values are written once.
 */
public final class Revision {
  private Revision() {}

  /** Gets the revision of a record that changes. */
  public static long of(byte[] record) {
    return ByteBuffer.wrap(record).getLong(1);
  }
}
