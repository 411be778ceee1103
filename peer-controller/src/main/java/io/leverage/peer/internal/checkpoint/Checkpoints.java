package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints in the store: immutable, each thread's apart, named by their content.
 *
 * <p>A small one lies in its head. A large one is cut into chunks, which are stored first; the head
 * that lists them last. Chunks that the checkpoint before has, too, are not stored again.
 *
 * <p>A chunk's name is its content's hash behind that of who stored it: the epoch, and for the
 * first checkpoint of a thread the checkpoint. An incarnation lists chunks of the checkpoint that
 * it began with and its own, and removes what one of its checkpoints has and the next has not. So
 * whatever a fenced incarnation still removes is in no checkpoint of a later one, not even where
 * the same content came back.
 */
public final class Checkpoints {
  private static final int FORMAT = 1;

  private final StateStore store;
  private final ChunkSizes sizes;
  private final Chunker chunker;

  /** Creates a view of the store. */
  public Checkpoints(StateStore store) {
    this(store, ChunkSizes.DEFAULT);
  }

  /** Creates a view of the store, with chunks of other sizes. */
  public Checkpoints(StateStore store, ChunkSizes sizes) {
    this.store = store;
    this.sizes = sizes;
    this.chunker = new Chunker(sizes);
  }

  /** A chunk of a value. */
  private record Chunk(String name, int length) {}

  /** What lies under a checkpoint's name: itself, or the list of its chunks. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Head(byte @Nullable [] whole, int length, List<Chunk> chunks) {
    Set<String> names() {
      Set<String> names = new HashSet<>();
      chunks.forEach(chunk -> names.add(chunk.name()));
      return names;
    }
  }

  /**
   * Stores a checkpoint and returns its name; repeating it is harmless.
   *
   * @param before the name of the checkpoint before it, which the thread's record still names;
   *     empty if there is none
   */
  public String put(Checkpoint checkpoint, String before) {
    String prefix = StoreKeys.checkpoints(checkpoint.thread());
    byte[] value = checkpoint.write();
    String name = BlobStore.hash(value);
    RecordOutput head = new RecordOutput(FORMAT).flag(value.length <= sizes.whole());
    if (value.length <= sizes.whole()) {
      store.put(prefix + name, head.bytes(value).toBytes());
      return name;
    }
    String owner = checkpoint.epoch() == 0 ? name : Long.toString(checkpoint.epoch());
    List<Chunk> chunks = putChunks(prefix, owner, value, known(prefix, before));
    head.number(value.length)
        .list(chunks, (out, chunk) -> out.text(chunk.name()).number(chunk.length()));
    store.put(prefix + name, head.toBytes());
    return name;
  }

  /** Stores the chunks of a value that the checkpoint before has not. */
  private List<Chunk> putChunks(String prefix, String owner, byte[] value, Set<String> known) {
    List<Chunk> chunks = new ArrayList<>();
    Map<String, String> names = new HashMap<>(); // by hash
    known.forEach(name -> names.put(hashOf(name), name));
    int from = 0;
    for (int end : chunker.ends(value)) {
      byte[] content = Arrays.copyOfRange(value, from, end);
      String hash = BlobStore.hash(content);
      String name = names.get(hash);
      if (name == null) {
        name = owner + "-" + hash;
        store.put(chunk(prefix, name), content);
        names.put(hash, name);
      }
      chunks.add(new Chunk(name, content.length));
      from = end;
    }
    return chunks;
  }

  private Set<String> known(String prefix, String before) {
    return before.isEmpty() ? Set.of() : head(prefix, before).map(Head::names).orElse(Set.of());
  }

  /** Reads a checkpoint; empty if it isn't there, or not whole. */
  public Optional<Checkpoint> find(String thread, String name) {
    String prefix = StoreKeys.checkpoints(thread);
    return head(prefix, name)
        .map(head -> head.whole() == null ? join(prefix, head) : head.whole())
        .filter(value -> BlobStore.hash(value).equals(name))
        .map(Checkpoint::read);
  }

  private byte[] join(String prefix, Head head) {
    ByteBuffer value = ByteBuffer.allocate(head.length());
    for (Chunk chunk : head.chunks()) {
      byte[] content = store.get(chunk(prefix, chunk.name()));
      if (content == null || content.length > value.remaining()) {
        return new byte[0]; // it has another hash than its name says
      }
      value.put(content);
    }
    return value.array();
  }

  /**
   * Removes a checkpoint that no record refers to.
   *
   * @param next the name of the checkpoint that came after it, which may share chunks; empty if
   *     there is none
   */
  public void remove(String thread, String name, String next) {
    String prefix = StoreKeys.checkpoints(thread);
    Optional<Head> gone = head(prefix, name);
    if (gone.isEmpty() || name.equals(next)) {
      return;
    }
    Set<String> chunks = new HashSet<>(gone.get().names());
    if (!chunks.isEmpty() && !next.isEmpty()) {
      Optional<Head> kept = head(prefix, next);
      if (kept.isEmpty()) {
        return; // a claim that came after removes what is superfluous
      }
      chunks.removeAll(kept.get().names());
    }
    store.remove(prefix + name);
    chunks.forEach(chunk -> store.remove(chunk(prefix, chunk)));
  }

  /** Removes a thread's checkpoints but one: those that dead incarnations left behind. */
  public void retainOnly(String thread, String name) {
    String prefix = StoreKeys.checkpoints(thread);
    Set<String> kept = new HashSet<>();
    kept.add(prefix + name);
    head(prefix, name).ifPresent(h -> h.names().forEach(one -> kept.add(chunk(prefix, one))));
    store.keys(prefix).stream().filter(key -> !kept.contains(key)).forEach(store::remove);
  }

  private Optional<Head> head(String prefix, String name) {
    byte[] bytes = store.get(prefix + name);
    if (bytes == null) {
      return Optional.empty();
    }
    RecordInput in = new RecordInput(bytes, FORMAT, "checkpoint's head");
    return Optional.of(
        in.flag()
            ? new Head(in.present(), 0, List.of())
            : new Head(
                null,
                (int) in.number(),
                in.list(from -> new Chunk(from.text(), (int) from.number()))));
  }

  private static String hashOf(String chunk) {
    return chunk.substring(chunk.indexOf('-') + 1);
  }

  private static String chunk(String prefix, String name) {
    return prefix + "c/" + name;
  }
}
