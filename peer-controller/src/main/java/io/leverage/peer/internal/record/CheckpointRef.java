package io.leverage.peer.internal.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which checkpoint is a thread's newest. A small one lies in the thread's record, so that one step
 * stores it and makes it count; a larger one lies in the store, under its name.
 *
 * @param name the SHA-256 of its content; empty if there is none
 * @param content the content of a small one; null if it is in the store
 */
@SuppressWarnings("ArrayRecordComponent") // compared by name
public record CheckpointRef(String name, byte @Nullable [] content) {
  /** No checkpoint. */
  public static final CheckpointRef NONE = apart("");

  /** A checkpoint that is in the store. */
  public static CheckpointRef apart(String name) {
    return new CheckpointRef(name, null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckpointRef that
        && name.equals(that.name)
        && (content == null) == (that.content == null);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, content == null);
  }

  @Override
  public String toString() {
    return name;
  }
}
