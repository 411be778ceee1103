package io.leverage.peer.internal.store;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The replicated state of the mesh: keys to opaque bytes, each kept on several peers.
 *
 * <p>Safe for use by many threads. Implementers must not interpret values; must not acknowledge a
 * write that fewer than the configured copies have (or all peers, where there are fewer); must not
 * report a compare-and-set as failed that took effect; must not hand out or keep a caller's array
 * where changing it would change the store.
 */
public interface StateStore extends AutoCloseable {
  /**
   * Reads the newest acknowledged value.
   *
   * @return the value, or null if there is none
   * @throws io.leverage.UnreachableException if the mesh can't answer now
   */
  byte @Nullable [] get(String key);

  /**
   * Writes a value. Meant for keys that are written once, or by one writer: repeating it is
   * harmless.
   *
   * @throws io.leverage.UnreachableException if it is unknown whether the write took effect
   */
  void put(String key, byte[] value);

  /**
   * Replaces a value if it is still the expected one.
   *
   * <p>A conditional write's own answer is not trusted across a topology change: the value is read
   * back. So {@code update} must be unique to this call, by a nonce or an epoch and sequence.
   *
   * @param expected the value expected; null to expect none
   * @return true if the stored value is now {@code update}
   * @throws io.leverage.UnreachableException if it is unknown whether the write took effect
   */
  boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update);

  /**
   * Removes a value, if there is one.
   *
   * @return the value; null if there was none, if it is too large to come along, and where a
   *     repetition hides it
   */
  byte @Nullable [] remove(String key);

  /**
   * Lists the keys that start with a prefix, over all peers. Costs a scan, unless the prefix has a
   * {@linkplain StoreOptions.Groups group}: for listings and recovery, not for the steady state.
   *
   * @return the keys, sorted
   */
  List<String> keys(String prefix);

  /**
   * Does several steps, on this thread, that are to be of one history. If sides of a split mesh
   * meet meanwhile, then from there on no step has an effect.
   *
   * @throws io.leverage.UnreachableException if so: then do all steps again
   */
  default <T> T inOneHistory(Supplier<T> steps) {
    return steps.get();
  }

  @Override
  void close();
}
