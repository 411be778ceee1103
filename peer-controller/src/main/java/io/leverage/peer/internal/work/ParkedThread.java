package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import java.util.List;

/**
 * A virtual thread that waits for a message and has its checkpoint stored: all that is left of it
 * here is the checkpoint's image. When there is mail it is resumed as if it had just come.
 *
 * @param sequence of the checkpoint
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParkedThread(long epoch, long sequence, byte[] image) implements Incarnation {
  /** Says which messages it waits for. */
  List<Consumed> wanted() {
    return ThreadImage.decode(image).cursors().stream()
        .map(cursor -> new Consumed(cursor.sender(), cursor.batch()))
        .toList();
  }

  RunThread resumption(String thread) {
    return new RunThread(thread, epoch, sequence, image);
  }
}
