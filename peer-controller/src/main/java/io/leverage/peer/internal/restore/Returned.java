package io.leverage.peer.internal.restore;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;

/**
 * What a data folder brought back.
 *
 * @param view the newest that its peer noted
 * @param whole whether it has brought all it can
 * @param sound whether nothing in it was damaged
 */
record Returned(String folder, MeshView view, boolean whole, boolean sound) {
  private static final int FORMAT = 1;

  byte[] write() {
    return new RecordOutput(FORMAT)
        .text(folder)
        .bytes(view.write())
        .flag(whole)
        .flag(sound)
        .toBytes();
  }

  static Returned read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "returned data folder");
    return new Returned(in.text(), MeshView.read(in.present()), in.flag(), in.flag());
  }
}
