package io.leverage.peer.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.record.CheckpointRef;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.store.StateStore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  private static final String T = "vc/t";
  private static final int LARGE = 50 << 20;

  private final MemoryStore memory = new MemoryStore();
  private final MemoryStore.View view = memory.view();
  private long written;
  private final Checkpoints checkpoints = new Checkpoints(new Counting());

  /** The store, with a count of the bytes that are written to it. */
  private final class Counting implements StateStore {
    @Override
    public byte @Nullable [] get(String key) {
      return view.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
      written += value.length;
      view.put(key, value);
    }

    @Override
    public boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update) {
      return view.compareAndSet(key, expected, update);
    }

    @Override
    public byte @Nullable [] remove(String key) {
      return view.remove(key);
    }

    @Override
    public List<String> keys(String prefix) {
      return view.keys(prefix);
    }

    @Override
    public void close() {}
  }

  private static byte[] image(int size) {
    byte[] image = new byte[size];
    new Random(1).nextBytes(image);
    return image;
  }

  private static Checkpoint checkpoint(long epoch, long sequence, byte[] image) {
    return new Checkpoint(T, epoch, sequence, image, List.of(), List.of(), 0, List.of(), null);
  }

  private byte[] stored(CheckpointRef name) {
    return checkpoints.find(T, name).orElseThrow().image();
  }

  @Test
  void whatHasNotChangedIsNotStoredAgain() {
    byte[] image = image(LARGE);
    CheckpointRef first = checkpoints.put(checkpoint(1, 1, image), CheckpointRef.NONE);
    assertThat(written).isGreaterThan(LARGE);
    written = 0;
    byte[] next = image.clone();
    next[LARGE / 3]++;
    CheckpointRef second = checkpoints.put(checkpoint(1, 2, next), first);
    assertThat(written).isLessThan(LARGE / 50);
    checkpoints.remove(T, first, second);
    assertThat(stored(second)).isEqualTo(next);
    assertThat(checkpoints.find(T, first)).isEmpty();
  }

  @Test
  void whatHasMovedIsNotStoredAgain() {
    byte[] image = image(LARGE / 10);
    CheckpointRef first = checkpoints.put(checkpoint(1, 1, image), CheckpointRef.NONE);
    written = 0;
    byte[] longer = new byte[image.length + 7];
    System.arraycopy(image, 0, longer, 0, 1000);
    System.arraycopy(image, 1000, longer, 1007, image.length - 1000);
    CheckpointRef second = checkpoints.put(checkpoint(1, 2, longer), first);
    assertThat(written).isLessThan(LARGE / 50);
    assertThat(stored(second)).isEqualTo(longer);
  }

  @Test
  void removalLeavesNothingButWhatTheNextOneHas() {
    byte[] image = image(1 << 20);
    CheckpointRef before = checkpoints.put(checkpoint(1, 1, image), CheckpointRef.NONE);
    for (int n = 2; n < 20; n++) {
      image = image.clone();
      image[n * 50_000]++;
      CheckpointRef next = checkpoints.put(checkpoint(1, n, image), before);
      checkpoints.remove(T, before, next);
      assertThat(stored(next)).isEqualTo(image);
      before = next;
    }
    List<String> keys = view.keys("cp/");
    checkpoints.retainOnly(T, before);
    assertThat(view.keys("cp/")).isEqualTo(keys);
    checkpoints.remove(T, before, CheckpointRef.NONE);
    assertThat(view.keys("cp/")).isEmpty();
  }

  @Test
  void aFencedIncarnationRemovesNothingOfTheNext() {
    byte[] image = image(1 << 20);
    byte[] changed = image.clone();
    Arrays.fill(changed, 0, 500_000, (byte) 1);
    CheckpointRef one = checkpoints.put(checkpoint(1, 1, image), CheckpointRef.NONE);
    CheckpointRef two = checkpoints.put(checkpoint(1, 2, changed), one);
    // Another incarnation claims from the second checkpoint, and the old content comes back.
    CheckpointRef three = checkpoints.put(checkpoint(2, 3, image), two);
    checkpoints.remove(T, one, two);
    assertThat(stored(two)).isEqualTo(changed);
    assertThat(stored(three)).isEqualTo(image);
    checkpoints.remove(T, two, three);
    assertThat(stored(three)).isEqualTo(image);
    checkpoints.retainOnly(T, three);
    assertThat(stored(three)).isEqualTo(image);
  }

  @Test
  void aTaskThatLostItsNameTakesNothingFromTheOther() {
    byte[] image = image(1 << 20);
    byte[] other = image.clone();
    other[other.length - 1]++;
    CheckpointRef winner = checkpoints.put(checkpoint(0, 0, image), CheckpointRef.NONE);
    CheckpointRef loser = checkpoints.put(checkpoint(0, 0, other), CheckpointRef.NONE);
    checkpoints.remove(T, loser, CheckpointRef.NONE);
    assertThat(stored(winner)).isEqualTo(image);
  }

  @Test
  void aChunkThatIsDamagedOrMissingIsNoticed() {
    CheckpointRef name = checkpoints.put(checkpoint(1, 1, image(1 << 20)), CheckpointRef.NONE);
    String chunk = view.keys("cp/vc/t/c/").get(3);
    byte[] content = view.get(chunk);
    content[7]++;
    view.put(chunk, content);
    assertThat(checkpoints.find(T, name)).isEmpty();
    view.remove(chunk);
    assertThat(checkpoints.find(T, name)).isEmpty();
  }
}
