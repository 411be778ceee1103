package io.leverage.peer.internal.record;

import io.leverage.peer.internal.store.StateStore;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Immutable values of any size in the store, named by their content.
 *
 * <p>A small value lies in its head, behind its length: one entry. A large one is cut into pieces,
 * which are stored first; the head that counts them last. So a head is never there without its
 * pieces, and a writer that dies half-way leaves pieces that nobody reads. What is read is checked
 * against its name.
 */
public final class BlobStore {
  private static final int PIECE = 256 * 1024;
  private static final int SMALL = 64 * 1024;

  private final StateStore store;

  /** Creates a view of the store. */
  public BlobStore(StateStore store) {
    this.store = store;
  }

  /**
   * Stores a value; repeating it is harmless.
   *
   * @param prefix where
   * @return the value's name below the prefix: its SHA-256 in hexadecimal
   */
  public String put(String prefix, byte[] value) {
    String name = hash(value);
    if (value.length <= SMALL) {
      store.put(
          prefix + name,
          ByteBuffer.allocate(Integer.BYTES + value.length)
              .putInt(value.length)
              .put(value)
              .array());
      return name;
    }
    for (int i = 0; i * (long) PIECE < value.length; i++) {
      int from = i * PIECE;
      store.put(
          piece(prefix, name, i),
          Arrays.copyOfRange(value, from, Math.min(value.length, from + PIECE)));
    }
    store.put(prefix + name, ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    return name;
  }

  /** Tells whether a value is there, all of it. */
  public boolean contains(String prefix, String name) {
    return store.get(prefix + name) != null;
  }

  /** Reads a value; empty if it isn't there, or not whole. */
  public Optional<byte[]> get(String prefix, String name) {
    byte[] head = store.get(prefix + name);
    if (head == null) {
      return Optional.empty();
    }
    ByteBuffer value = ByteBuffer.allocate(ByteBuffer.wrap(head).getInt());
    if (head.length > Integer.BYTES) {
      value.put(head, Integer.BYTES, head.length - Integer.BYTES);
    }
    for (int i = 0; value.hasRemaining(); i++) {
      byte[] piece = store.get(piece(prefix, name, i));
      if (piece == null || piece.length > value.remaining()) {
        return Optional.empty();
      }
      value.put(piece);
    }
    byte[] bytes = value.array();
    return hash(bytes).equals(name) ? Optional.of(bytes) : Optional.empty();
  }

  /** Removes a value, if it is there. */
  public void remove(String prefix, String name) {
    byte[] head = store.remove(prefix + name);
    if (head == null || head.length > Integer.BYTES) {
      return;
    }
    int length = ByteBuffer.wrap(head).getInt();
    for (int i = 0; i * (long) PIECE < length; i++) {
      store.remove(piece(prefix, name, i));
    }
  }

  /** Names a value: its SHA-256 in lower-case hexadecimal. */
  public static String hash(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String piece(String prefix, String name, int index) {
    return prefix + name + "/" + index;
  }
}
