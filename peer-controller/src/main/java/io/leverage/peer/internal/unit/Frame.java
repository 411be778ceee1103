package io.leverage.peer.internal.unit;

import io.leverage.RefusedException;
import java.util.Locale;

/**
 * What travels on a link.
 *
 * @param number which request this is or answers; 0 if one-way
 * @param payload an encoded message
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Frame(Kind kind, long number, byte[] payload) {
  /** The largest message. Larger data are chunked by those who have them. */
  static final int MAX_PAYLOAD = 256 << 20;

  /** What to do with a frame. */
  enum Kind {
    /** Handle the message and answer. */
    REQUEST,
    /** Complete the request of that number. */
    ANSWER,
    /** Handle the message, in order. */
    ONE_WAY
  }

  static void checkSize(byte[] payload) {
    if (payload.length > MAX_PAYLOAD) {
      throw new RefusedException(
          String.format(
                  Locale.ROOT,
                  "a message of %,d bytes is larger than the %,d that a link carries: keep less in the",
                  payload.length,
                  MAX_PAYLOAD)
              + " thread's variables, messages and results");
    }
  }
}
