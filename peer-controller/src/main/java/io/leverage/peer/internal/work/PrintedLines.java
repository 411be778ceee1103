package io.leverage.peer.internal.work;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage.Printed;
import io.leverage.spi.Access;
import io.leverage.spi.ThreadHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Where user code prints to: each full line goes to the peer with the name of the virtual thread
 * that printed it, wherever that runs by then. What others print goes to the process's own errors.
 */
final class PrintedLines extends OutputStream {
  private static final int LONGEST = 1 << 16;

  private final CompletableFuture<Link> peer;
  private final OutputStream others;
  private final boolean error;
  private final Map<String, ByteArrayOutputStream> begun = new TreeMap<>();

  PrintedLines(CompletableFuture<Link> peer, OutputStream others, boolean error) {
    this.peer = peer;
    this.others = others;
    this.error = error;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (!Access.isInThread()) {
      others.write(bytes, offset, length);
      return;
    }
    ThreadHost host = Access.inThread("print");
    String thread = host.computer() + "/" + host.name();
    ByteArrayOutputStream line = begun.computeIfAbsent(thread, t -> new ByteArrayOutputStream());
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n' || line.size() == LONGEST) {
        send(thread, line);
      }
      if (bytes[i] != '\n' && bytes[i] != '\r') {
        line.write(bytes[i]);
      }
    }
    if (line.size() == 0) {
      begun.remove(thread);
    }
  }

  private void send(String thread, ByteArrayOutputStream line) throws IOException {
    try {
      peer.join().send(new Printed(thread, line.toString(StandardCharsets.UTF_8), error));
    } catch (UnreachableException e) {
      throw new IOException(e);
    }
    line.reset();
  }
}
