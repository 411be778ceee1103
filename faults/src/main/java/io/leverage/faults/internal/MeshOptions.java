package io.leverage.faults.internal;

import java.util.List;

/**
 * What a mesh is made of.
 *
 * @param size how many peers
 * @param copies on how many of them each value is kept
 * @param strict whether only a side with more than half of them goes on when it is split
 * @param fakeClocks whether their clocks can be made to jump
 */
record MeshOptions(int size, int copies, boolean strict, boolean fakeClocks) {
  static MeshOptions of(int size, int copies) {
    return new MeshOptions(size, copies, false, false);
  }

  static MeshOptions strict(int size, int copies) {
    return new MeshOptions(size, copies, true, false);
  }

  /** What each peer is told of it. */
  List<String> arguments() {
    return strict ? List.of("--copies", "" + copies, "--strict") : List.of("--copies", "" + copies);
  }
}
