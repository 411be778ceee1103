package io.leverage.peer.internal.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A one-way stream of bytes within one process, with a bounded buffer: a writer waits for the
 * reader. Unlike {@link java.io.PipedInputStream} it does not care which threads use it, and unlike
 * {@link java.nio.channels.Pipe} an interrupt of one caller does not close it for all.
 */
final class BoundedPipe {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final byte[] ring;
  private int start;
  private int size;
  private boolean closed;

  BoundedPipe(int capacity) {
    ring = new byte[capacity];
  }

  InputStream source() {
    return new Source();
  }

  OutputStream sink() {
    return new Sink();
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    lock.lock();
    try {
      int done = 0;
      while (done < length) {
        while (size == ring.length && !closed) {
          changed.awaitUninterruptibly();
        }
        if (closed) {
          throw new IOException("the other end of the pipe is closed");
        }
        int end = (start + size) % ring.length;
        int room = Math.min(ring.length - size, ring.length - end);
        int count = Math.min(room, length - done);
        System.arraycopy(bytes, offset + done, ring, end, count);
        size += count;
        done += count;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    lock.lock();
    try {
      while (size == 0 && !closed) {
        changed.awaitUninterruptibly();
      }
      if (size == 0) {
        return -1;
      }
      int count = Math.min(length, Math.min(size, ring.length - start));
      System.arraycopy(ring, start, bytes, offset, count);
      start = (start + count) % ring.length;
      size -= count;
      changed.signalAll();
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void shut() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Source extends InputStream {
    @Override
    public int read() {
      byte[] one = new byte[1];
      return BoundedPipe.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return BoundedPipe.this.read(bytes, offset, length);
    }

    @Override
    public void close() {
      shut();
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      BoundedPipe.this.write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      BoundedPipe.this.write(bytes, offset, length);
    }

    @Override
    public void close() {
      shut();
    }
  }
}
