package io.leverage.peer.internal.restore;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import java.util.List;

/**
 * Which data folders together had all copies of the state, at some time.
 *
 * @param mesh the id of the mesh, the same through all its lives
 * @param revision which of the mesh's views it is; the highest is the newest
 * @param members the folders
 */
record MeshView(String mesh, long revision, List<Member> members) {
  private static final int FORMAT = 1;

  /**
   * A data folder.
   *
   * @param folder its id
   * @param peer the address of its peer, for people
   */
  record Member(String folder, String peer) {}

  byte[] write() {
    return new RecordOutput(FORMAT)
        .text(mesh)
        .number(revision)
        .list(members, (out, member) -> out.text(member.folder()).text(member.peer()))
        .toBytes();
  }

  static MeshView read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "view of the mesh");
    return new MeshView(
        in.text(), in.number(), in.list(from -> new Member(from.text(), from.text())));
  }
}
