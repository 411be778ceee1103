package io.leverage.peer.internal.mesh;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;
import org.jgroups.Header;
import org.jgroups.util.Bits;

/** Names, by its number, the view that the sender of a message had. */
public final class ViewHeader extends Header {
  private long view;

  /** Creates one to be read; JGroups does. */
  public ViewHeader() {}

  ViewHeader(long view) {
    this.view = view;
  }

  long view() {
    return view;
  }

  @Override
  public short getMagicId() {
    return MeshFence.HEADER;
  }

  @Override
  public Supplier<? extends Header> create() {
    return ViewHeader::new;
  }

  @Override
  public int serializedSize() {
    return Bits.size(view);
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    Bits.writeLongCompressed(view, out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    view = Bits.readLongCompressed(in);
  }

  @Override
  public String toString() {
    return Long.toString(view);
  }
}
