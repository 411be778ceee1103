package io.leverage;

import io.leverage.continuation.Continuation;
import io.leverage.spi.Access;
import io.leverage.spi.GlobalUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A variable that all virtual threads of a virtual computer share. Every access is synchronised by
 * construction: there is one order of all updates, each applied exactly once, and a read returns
 * the newest value.
 *
 * <p>Instances are small references; they travel with the tasks that hold them, and may be used by
 * any thread. Values are copied: changing an object that was read or written changes nothing
 * shared.
 *
 * @param <T> the variable's type, which must be serialisable by the codec (see the manual)
 */
public final class GlobalVariable<T> {
  private final String computer;
  private final String name;
  private final T initial;

  /**
   * Creates a reference. Programs get theirs from {@link VirtualComputer#global}.
   *
   * @param computer the virtual computer's id
   * @param name the variable's name
   * @param initial the value until the first write
   */
  public GlobalVariable(String computer, String name, T initial) {
    this.computer = computer;
    this.name = name;
    this.initial = initial;
  }

  /**
   * Gets the name.
   *
   * @return the name, unique within the virtual computer
   */
  public String name() {
    return name;
  }

  /**
   * Gets the id of the virtual computer.
   *
   * @return the id
   */
  public String computer() {
    return computer;
  }

  /**
   * Gets the value that the variable has until its first write.
   *
   * @return the initial value
   */
  public T initial() {
    return initial;
  }

  /**
   * Reads the newest value.
   *
   * @return a copy of the value
   * @throws UnreachableException if the mesh can't answer now
   */
  public T get() {
    return Access.of(computer).read(this);
  }

  /**
   * Sets the value.
   *
   * @param value the new value
   * @throws UnreachableException if the mesh can't answer now
   * @throws PinnedException in a virtual thread, below a frame that can't be captured
   */
  @Checkpointable
  public void set(T value) {
    Access.of(computer).update(new GlobalUpdate(this, null, value));
  }

  /** The twin of {@link #set(Object)} that transformed code calls. */
  public void set(Continuation c, T value) {
    if (c.isPinned()) {
      set(value);
    } else {
      c.await(new GlobalUpdate(this, null, value));
    }
  }

  /**
   * Replaces the value by a function of itself, atomically.
   *
   * <p>In a virtual thread the call is a safepoint: the thread's checkpoint is stored first, then
   * the update is applied exactly once, whatever dies in between.
   *
   * @param update computes the new value from the present one
   * @return a copy of the new value
   * @throws UnreachableException if the mesh can't answer now
   * @throws PinnedException in a virtual thread, below a frame that can't be captured
   */
  @Checkpointable
  public T update(Update<T> update) {
    return cast(Access.of(computer).update(new GlobalUpdate(this, update, null)));
  }

  /** The twin of {@link #update(Update)} that transformed code calls. */
  public T update(Continuation c, Update<T> update) {
    if (c.isPinned()) {
      return update(update);
    }
    return cast(c.await(new GlobalUpdate(this, update, null)));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a variable of a nullable type may hold null
  private T cast(@Nullable Object value) {
    return (T) value;
  }

  @Override
  public String toString() {
    return "global " + name + " of " + computer;
  }
}
