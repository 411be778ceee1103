package io.leverage.peer.internal.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a peer's {@link Journal} held when an earlier life of it ended. */
public final class Past {
  private static final Logger LOG = LoggerFactory.getLogger(Past.class);

  private final List<JournalFile> files;
  private final List<Map<String, JournalFile.Place>> spaces =
      List.of(new TreeMap<>(), new HashMap<>(), new HashMap<>());
  private boolean sound = true;

  private Past(List<JournalFile> files) {
    this.files = files;
  }

  static Past read(List<JournalFile> files) throws IOException {
    Past past = new Past(files);
    for (JournalFile file : files) {
      past.sound &= file.read(past::take);
    }
    return past;
  }

  /** Tells whether nothing was found damaged. */
  public boolean isSound() {
    return sound;
  }

  /** Lists the keys whose values it has, sorted. */
  public List<String> keys() {
    return List.copyOf(spaces.get(Journal.RECORDS).keySet());
  }

  /** Reads a value; empty if it is damaged, or misses a part. */
  public Optional<byte[]> value(String key) {
    return read(Journal.RECORDS, key)
        .flatMap(
            stored ->
                StoredValue.fromBytes(stored) instanceof StoredValue.Head head
                    ? whole(key, head)
                    : Optional.of(((StoredValue.Inline) StoredValue.fromBytes(stored)).value()));
  }

  /** Reads what the peer noted for itself. */
  public Optional<byte[]> note(String key) {
    return read(Journal.NOTES, key);
  }

  private Optional<byte[]> whole(String key, StoredValue.Head head) {
    byte[] bytes = new byte[head.length()];
    for (int at = 0; at < bytes.length; at += InfinispanStateStore.CHUNK) {
      Optional<byte[]> chunk = read(Journal.CHUNKS, head.chunkKey(at / InfinispanStateStore.CHUNK));
      if (chunk.isEmpty()) {
        LOG.warn("this peer's copy of {} is not whole: another one's is used", key);
        return Optional.empty();
      }
      System.arraycopy(chunk.get(), 0, bytes, at, chunk.get().length);
    }
    return Optional.of(bytes);
  }

  private Optional<byte[]> read(byte space, String key) {
    JournalFile.Place place = spaces.get(space).get(key);
    if (place == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JournalFile.read(place).value());
    } catch (IOException e) {
      LOG.error("this peer's copy of {} can't be read: {}", key, e.toString());
      return Optional.empty();
    }
  }

  private void take(JournalRecord record, JournalFile.Place place) {
    Map<String, JournalFile.Place> space = spaces.get(record.space());
    if (record.value() == null) {
      space.remove(record.key());
    } else {
      space.put(record.key(), place);
    }
  }

  List<JournalFile> files() {
    return files;
  }
}
