package io.leverage.peer.internal.work;

/**
 * How many messages may wait for their receivers. Each can be set by a system property of the
 * worker.
 *
 * @param pairMessages by how many messages a sender may be ahead of one receiver
 * @param pairBytes by how many bytes
 * @param receiverMessages by how many messages all senders may be ahead of one receiver
 * @param receiverBytes by how many bytes
 */
record MailBounds(int pairMessages, long pairBytes, int receiverMessages, long receiverBytes) {
  /** How many messages a sender may send before it knows how many others there are. */
  private static final int UNTOLD = 32;

  /** Gets the defaults, or what the system properties say. */
  static MailBounds defaults() {
    return new MailBounds(
        Integer.getInteger("leverage.mail.pairMessages", 1_000),
        Long.getLong("leverage.mail.pairBytes", 4L << 20),
        Integer.getInteger("leverage.mail.receiverMessages", 10_000),
        Long.getLong("leverage.mail.receiverBytes", 64L << 20));
  }

  /** Gets the part of one of so many senders; 0 where it is not known how many there are. */
  int messages(int senders) {
    return senders == 0
        ? Math.min(UNTOLD, pairMessages)
        : Math.max(1, Math.min(pairMessages, receiverMessages / senders));
  }

  /** Gets the part of one of so many senders in bytes. */
  long bytes(int senders) {
    return Math.max(1, Math.min(pairBytes, receiverBytes / Math.max(1, senders)));
  }
}
