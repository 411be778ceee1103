package io.leverage.peer.internal.unit;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes frames; the last of the writers that wait for each other flushes for all. */
final class FrameWriter {
  private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

  private final OutputStream stream;
  private final DataOutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger writers = new AtomicInteger();
  private boolean greeted;

  FrameWriter(OutputStream stream) {
    this.stream = stream;
    this.out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 15));
  }

  @SuppressWarnings("EnumOrdinal") // the preamble says that both ends have the same kinds
  void write(Frame frame) throws IOException {
    writers.incrementAndGet();
    lock.lock();
    boolean last = true;
    try {
      if (!greeted) {
        greeted = true;
        out.writeInt(FrameReader.MAGIC);
        out.writeInt(UnitCodec.fingerprint());
      }
      out.writeInt(frame.payload().length);
      out.writeByte(frame.kind().ordinal());
      out.writeLong(frame.number());
      out.write(frame.payload());
    } finally {
      last = writers.decrementAndGet() == 0;
      try {
        if (last) {
          out.flush();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Closes the stream at once, even under a writer that is blocked in it. */
  void close() {
    try {
      stream.close();
    } catch (IOException e) {
      LOG.debug("closing a broken stream", e);
    }
  }
}
