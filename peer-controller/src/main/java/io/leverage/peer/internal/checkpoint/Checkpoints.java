package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.record.CheckpointRef;
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
 * The checkpoints of threads: immutable, each thread's apart, named by their content.
 *
 * <p>A small one lies in the thread's record, a larger one in its head. A large one is cut into
 * chunks, which are stored first; the head that lists them last. Chunks that the checkpoint before
 * has, too, are not stored again.
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
   * Stores a checkpoint, unless it is small enough for the thread's record, and tells where it is;
   * repeating it is harmless.
   *
   * @param before the checkpoint before it, which the thread's record still names
   */
  public CheckpointRef put(Checkpoint checkpoint, CheckpointRef before) {
    Optional<CheckpointRef> inline = inline(checkpoint);
    if (inline.isPresent()) {
      return inline.get();
    }
    String prefix = StoreKeys.checkpoints(checkpoint.thread());
    byte[] value = checkpoint.write();
    String name = BlobStore.hash(value);
    RecordOutput head = new RecordOutput(FORMAT).flag(value.length <= sizes.whole());
    if (value.length <= sizes.whole()) {
      store.put(prefix + name, head.bytes(value).toBytes());
      return CheckpointRef.apart(name);
    }
    String owner = checkpoint.epoch() == 0 ? name : Long.toString(checkpoint.epoch());
    List<Chunk> chunks = putChunks(prefix, owner, value, known(prefix, before));
    head.number(value.length)
        .list(chunks, (out, chunk) -> out.text(chunk.name()).number(chunk.length()));
    store.put(prefix + name, head.toBytes());
    return CheckpointRef.apart(name);
  }

  /** Tells where a checkpoint is that is small enough for the thread's record; else empty. */
  Optional<CheckpointRef> inline(Checkpoint checkpoint) {
    if (checkpoint.image().length > sizes.inline()) {
      return Optional.empty();
    }
    byte[] value = checkpoint.write();
    return value.length > sizes.inline()
        ? Optional.empty()
        : Optional.of(new CheckpointRef(BlobStore.hash(value), value));
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

  private Set<String> known(String prefix, CheckpointRef before) {
    return head(prefix, before).map(Head::names).orElse(Set.of());
  }

  /** Reads a checkpoint; empty if it isn't there, or not whole. */
  public Optional<Checkpoint> find(String thread, CheckpointRef checkpoint) {
    String prefix = StoreKeys.checkpoints(thread);
    return Optional.ofNullable(checkpoint.content())
        .or(() -> head(prefix, checkpoint).map(head -> content(prefix, head)))
        .filter(value -> BlobStore.hash(value).equals(checkpoint.name()))
        .map(Checkpoint::read);
  }

  private byte[] content(String prefix, Head head) {
    return head.whole() == null ? join(prefix, head) : head.whole();
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
   * @param next the checkpoint that came after it, which may share chunks
   */
  public void remove(String thread, CheckpointRef checkpoint, CheckpointRef next) {
    String prefix = StoreKeys.checkpoints(thread);
    Optional<Head> gone = head(prefix, checkpoint);
    if (gone.isEmpty() || checkpoint.equals(next)) {
      return;
    }
    Set<String> chunks = new HashSet<>(gone.get().names());
    if (!chunks.isEmpty() && isApart(next)) {
      Optional<Head> kept = head(prefix, next);
      if (kept.isEmpty()) {
        return; // a claim that came after removes what is superfluous
      }
      chunks.removeAll(kept.get().names());
    }
    store.remove(prefix + checkpoint.name());
    chunks.forEach(chunk -> store.remove(chunk(prefix, chunk)));
  }

  /** Removes a thread's checkpoints but one: those that dead incarnations left behind. */
  public void retainOnly(String thread, CheckpointRef checkpoint) {
    String prefix = StoreKeys.checkpoints(thread);
    Set<String> kept = new HashSet<>();
    kept.add(prefix + checkpoint.name());
    head(prefix, checkpoint).ifPresent(h -> h.names().forEach(one -> kept.add(chunk(prefix, one))));
    store.keys(prefix).stream().filter(key -> !kept.contains(key)).forEach(store::remove);
  }

  private static boolean isApart(CheckpointRef checkpoint) {
    return checkpoint.content() == null && !checkpoint.name().isEmpty();
  }

  private Optional<Head> head(String prefix, CheckpointRef checkpoint) {
    byte[] bytes = isApart(checkpoint) ? store.get(prefix + checkpoint.name()) : null;
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
