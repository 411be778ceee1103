package io.leverage.continuation;

/**
 * An object whose working part can't be serialised: it keeps data to make the part anew.
 *
 * <p>Whoever serialises a graph calls {@link #depart} before the object's fields are written. It
 * may be called for an object that then stays and goes on. Whoever restores a graph calls {@link
 * #arrive} when the whole graph is there.
 */
public interface Travelling {
  /** Turns the working part into data, without a trace for who goes on with this object. */
  void depart();

  /** Makes the working part of the data. */
  void arrive();
}
