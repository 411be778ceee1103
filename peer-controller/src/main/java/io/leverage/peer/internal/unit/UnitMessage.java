package io.leverage.peer.internal.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every message between a peer and its workers, a peer and its clients, and between peers.
 *
 * <p>A message is a record; its handler is {@code XHandler}. Requests name their answer. {@code
 * thread} is always the full id, {@code COMPUTER/NAME}. Byte arrays hold user data that only a
 * worker or a client interprets; so records that hold some don't compare by value.
 */
@SuppressWarnings("ArrayRecordComponent") // user data: nobody compares them
public sealed interface UnitMessage {

  // ------------------------------------------------------------------ answers to anything

  /** Done; nothing to say. */
  record Done() implements UnitMessage {}

  /** The request can't be met: {@code kind} names the exception that the caller is to throw. */
  record Failed(Kind kind, String message) implements UnitMessage {
    /** The caller's next move. */
    public enum Kind {
      /** Change the request. */
      REFUSED,
      /** Try again later. */
      UNREACHABLE,
      /** The asking incarnation was fenced: it must stop, and nothing of it counts any more. */
      FENCED,
      /** A bug of ours. */
      INTERNAL
    }
  }

  // ------------------------------------------------------------------ client to its peer

  /**
   * The first message on a client's link. {@code token} is the content of the peer's token file.
   */
  record Hello(String token) implements UnitMessage {}

  /** Answer to {@link Hello}. */
  record Welcome(String peer, String version) implements UnitMessage {}

  /** Which of these assemblies does the mesh lack? Answer: {@link MissingAssemblies}. */
  record OfferAssemblies(List<String> hashes) implements UnitMessage {}

  /** Answer to {@link OfferAssemblies}. */
  record MissingAssemblies(List<String> hashes) implements UnitMessage {}

  /**
   * One chunk of an assembly; the last has {@code last} set, and the peer then checks the hash.
   * Answer: {@link Done}.
   */
  record AssemblyChunk(String hash, int index, byte[] bytes, boolean last) implements UnitMessage {}

  /**
   * Open a virtual computer. Answer: {@link ComputerOpened}.
   *
   * @param assemblies SHA-256 of its jars in class path order, in lower-case hexadecimal
   */
  record OpenComputer(int workers, List<String> assemblies) implements UnitMessage {}

  /** Answer to {@link OpenComputer}. */
  record ComputerOpened(String computer) implements UnitMessage {}

  /** Change the quota. Answer: {@link Done}. */
  record EnrolWorkers(String computer, int workers) implements UnitMessage {}

  /**
   * Count this link among the clients of a virtual computer, which may have been opened at another
   * peer. Answer: {@link Done}.
   */
  record AttachComputer(String computer) implements UnitMessage {}

  /** How many workers are enrolled? Answer: {@link Count}. */
  record CountWorkers(String computer) implements UnitMessage {}

  /** Between peers: how many clients are attached to it at your end? Answer: {@link Count}. */
  record CountClients(String computer) implements UnitMessage {}

  /** A number. */
  record Count(int value) implements UnitMessage {}

  /** End a virtual computer and all its threads. Answer: {@link Done}. */
  record CloseComputer(String computer) implements UnitMessage {}

  /**
   * Start a virtual thread. Answer: {@link Done}, once it is stored.
   *
   * @param request names this request, so that repeating it at any peer is harmless
   * @param image its first checkpoint: the codec's image of the task
   */
  record StartThread(String thread, String request, byte[] image) implements UnitMessage {}

  /** What is known of a thread? Answer: {@link ThreadStatus}. */
  record DescribeThread(String thread) implements UnitMessage {}

  /** Describe the thread when it has ended; the peer answers at once if it has. */
  record AwaitThread(String thread) implements UnitMessage {}

  /** What is known of all threads of a virtual computer; of all, if empty? {@link Threads}. */
  record ListThreads(String computer) implements UnitMessage {}

  /** Answer to {@link ListThreads}. */
  record Threads(List<ThreadStatus> threads) implements UnitMessage {}

  /**
   * What is known of a thread.
   *
   * @param state the name of a {@code ThreadState}
   * @param owner the name of the peer that runs it; empty if none does
   * @param epoch how many incarnations it had
   * @param sequence how many checkpoints it committed
   * @param checkpointBytes the size of the newest checkpoint
   * @param secondsSinceCommit since the newest checkpoint, by the answering peer's clock; -1 if it
   *     does not know
   * @param reason why it is in its state, in a sentence
   * @param result the codec's image of the result or throwable, once it has ended
   * @param failure the stack trace as text, if it failed
   */
  record ThreadStatus(
      String thread,
      String state,
      String owner,
      long epoch,
      long sequence,
      long checkpointBytes,
      double secondsSinceCommit,
      String reason,
      byte @Nullable [] result,
      String failure)
      implements UnitMessage {}

  /** Why is a thread where it is, and what happened to it? Answer: {@link Story}. */
  record ExplainThread(String thread) implements UnitMessage {}

  /** Answer to {@link ExplainThread}: its status and its events, oldest first. */
  record Story(ThreadStatus status, List<String> events, ThreadInsight insight)
      implements UnitMessage {}

  /**
   * What does a thread do at this moment? Asked of its peer and its worker. {@link ThreadInsight}.
   */
  record InspectThread(String thread) implements UnitMessage {}

  /**
   * Answer to {@link InspectThread}.
   *
   * @param activity in a sentence; empty if no worker runs it
   * @param mail how many messages it has fetched and not taken
   * @param places where it is in the user's code, the innermost first; empty if it does not run
   */
  record ThreadInsight(String activity, long mail, List<String> places) implements UnitMessage {}

  /**
   * What happened? A client's peer asks all others. Answer: {@link Events}.
   *
   * @param about a thread, a virtual computer, or a peer's name; all, if empty
   * @param after where the answers before ended; peers that are not named tell all that they know
   * @param most so many of each peer at most, the newest
   */
  record ReadEvents(String about, List<EventsRead> after, int most) implements UnitMessage {}

  /** Up to which of its events a peer was read. */
  record EventsRead(String peer, long next) implements UnitMessage {}

  /** Answer to {@link ReadEvents}: what each peer knows. */
  record Events(List<PeerEvents> peers) implements UnitMessage {}

  /** Between peers: what happened at your end? Answer: {@link PeerEvents}. */
  record ReadPeerEvents(String about, long from, int most) implements UnitMessage {}

  /** Answer to {@link ReadPeerEvents}, oldest first; {@code next} is where to go on. */
  record PeerEvents(String peer, String name, long next, List<Happened> events)
      implements UnitMessage {}

  /**
   * An event.
   *
   * @param micros when, since 1970 by that peer's clock
   * @param kind as the manual lists them
   */
  record Happened(long micros, String kind, String subject, long epoch, String text)
      implements UnitMessage {}

  /** Stop a thread. Answer: {@link Done}. */
  record CancelThread(String thread) implements UnitMessage {}

  /** Move a running thread. {@code peer} is an id or a name. Answer: {@link Done} when moved. */
  record MigrateThread(String thread, String peer) implements UnitMessage {}

  /**
   * Push the thread's partial results to this link, from number {@code from} on. Answer: {@link
   * Done}; then {@link PartialResult}s, in order, without answers.
   */
  record WatchPartialResults(String thread, long from) implements UnitMessage {}

  /** A partial result; {@code number} counts from 0. */
  record PartialResult(String thread, long number, byte[] bytes) implements UnitMessage {}

  /**
   * The program has the thread's partial results before number {@code next}, and will not ask for
   * them again: the mesh need not keep them. Answer: {@link Done}.
   */
  record PartialResultsTaken(String thread, long next) implements UnitMessage {}

  /** Which peers are there? Answer: {@link Peers}. */
  record ListPeers() implements UnitMessage {}

  /** Answer to {@link ListPeers}. */
  record Peers(List<PeerStatus> peers) implements UnitMessage {}

  /**
   * What a peer announces.
   *
   * @param busy how many threads it has
   * @param runnable how many of them run, or are ready to
   * @param speed what one of them gets done there, next to other peers; 0 if it is not known yet
   * @param self marks the peer that answers
   */
  record PeerStatus(
      String id,
      String name,
      int slots,
      int busy,
      int runnable,
      double speed,
      long pid,
      boolean self)
      implements UnitMessage {}

  // ------------------------------------------------------------------ globals, from anywhere

  /** Read a global variable. Answer: {@link GlobalValue}. */
  record ReadGlobal(String computer, String name) implements UnitMessage {}

  /**
   * Answer to {@link ReadGlobal} and to a {@link SwapGlobal} that lost.
   *
   * @param version names this state of the variable, in no order; 0 if it was never written
   * @param bytes the value; null if it was never written
   */
  record GlobalValue(long version, byte @Nullable [] bytes) implements UnitMessage {}

  /**
   * Replace a global variable's value if its version is still the expected one. Answer: {@link
   * GlobalSwapped} if it was, or had been by this very operation; else {@link GlobalValue}.
   *
   * @param writer who updates: a thread's id, or a client's nonce
   * @param number the number of the operation in the writer's history, from 1: an operation is
   *     applied at most once
   */
  record SwapGlobal(
      String computer, String name, long expectedVersion, byte[] bytes, String writer, long number)
      implements UnitMessage {}

  /** Answer to {@link SwapGlobal}: the value that this operation produced, when it was applied. */
  record GlobalSwapped(long version, byte[] bytes) implements UnitMessage {}

  // ------------------------------------------------------------------ locks
  /**
   * Ask for a lock, or ask again. Answer: {@link LockHeld}, {@link LockBusy} or {@link Deadlocked}.
   *
   * @param number the number of the operation in the thread's history, from 1
   * @param leaseNanos how long others wait before they take it away; 0 for as long as it takes
   */
  record AcquireLock(String computer, String lock, String thread, long number, long leaseNanos)
      implements UnitMessage {}

  /** Answer to {@link AcquireLock}: the thread has the lock. */
  record LockHeld(long token) implements UnitMessage {}

  /** Answer to {@link AcquireLock}: the thread is queued; it is told by {@link LockChanged}. */
  record LockBusy(String holder) implements UnitMessage {}

  /** Answer to {@link AcquireLock}: the wait would never end, and so is over. */
  record Deadlocked(String cycle) implements UnitMessage {}

  /**
   * Release a lock. Answer: {@link Done} or {@link LockLost}.
   *
   * @param number the number of the operation that got it
   */
  record ReleaseLock(String computer, String lock, String thread, long number)
      implements UnitMessage {}

  /** Answer to {@link ReleaseLock}: the lease was over, and the lock has gone to another thread. */
  record LockLost() implements UnitMessage {}

  /**
   * A thread that waits for a lock should ask again; to its worker, and from peer to peer. No
   * answer.
   */
  record LockChanged(String thread) implements UnitMessage {}

  // ------------------------------------------------------------------ peer to its worker

  /**
   * The first message to a worker. Answer: {@link Done} when it is ready.
   *
   * @param assemblies files to load classes from, in class path order
   */
  record ConfigureWorker(String computer, List<String> assemblies, int slots)
      implements UnitMessage {}

  /**
   * Run a thread from a checkpoint. Answer: {@link Done} when it is accepted.
   *
   * @param sequence of the checkpoint; 0 for the task as it was submitted
   */
  record RunThread(String thread, long epoch, long sequence, byte[] image) implements UnitMessage {}

  /**
   * There are messages for a thread that this worker runs: fetch them. From peer to peer: wake the
   * thread if you run it. No answer.
   */
  record MailWaiting(String thread) implements UnitMessage {}

  /**
   * The messages that one commit of a sender sent to one receiver.
   *
   * @param sender the sender's thread id
   * @param number counts the sender's batches to this receiver, from 0
   * @param payloads the codec's image of each message's payload
   * @param pressing whether the sender is so far ahead that it wants to hear soon that this batch
   *     was consumed
   */
  record Batch(String sender, long number, List<byte[]> payloads, boolean pressing)
      implements UnitMessage {
    /** A batch that does not press. */
    public Batch(String sender, long number, List<byte[]> payloads) {
      this(sender, number, payloads, false);
    }
  }

  /**
   * A receiver has consumed a sender's batches; to the worker of the sender, and from peer to peer.
   * No answer.
   *
   * @param thread the sender
   * @param next the first batch that it has not consumed
   */
  record MailTaken(String thread, String receiver, long next) implements UnitMessage {}

  /**
   * Capture a thread at its next safepoint, commit, and run it no further. Answer: {@link Done}
   * after the commit was acknowledged.
   */
  record FreezeThread(String thread, String reason) implements UnitMessage {}

  /** Drop a thread at once: it was fenced or cancelled. Answer: {@link Done}. */
  record StopThread(String thread, String reason) implements UnitMessage {}

  // ------------------------------------------------------------------ worker to its peer

  /**
   * Commit a checkpoint with the effects that it causes. The peer stores the image, moves the
   * thread's record from {@code sequence - 1} to {@code sequence} if the epoch is still its own,
   * publishes the effects, and answers {@link Done}; a stale epoch is answered {@code
   * Failed(FENCED)}.
   *
   * @param image what {@link RunThread} will carry if this checkpoint is resumed
   * @param outbox messages to other threads
   * @param partialResults the partial results since the previous commit
   * @param firstPartialResult the number of the first of them
   * @param consumed up to which batch of each sender messages are no longer needed
   * @param ending set when the thread has ended
   */
  record Commit(
      String thread,
      long epoch,
      long sequence,
      byte[] image,
      List<Outgoing> outbox,
      List<byte[]> partialResults,
      long firstPartialResult,
      List<Consumed> consumed,
      @Nullable Ending ending)
      implements UnitMessage {}

  /**
   * Which messages are there for a thread? Asked when a thread starts, on {@link MailWaiting}, and
   * from time to time while it waits. Answer: {@link Mail}.
   *
   * @param from the first batch number wanted of each sender; 0 for senders not named
   */
  record FetchMessages(String thread, List<Consumed> from) implements UnitMessage {}

  /**
   * Answer to {@link FetchMessages}; repeated batches are dropped by their number.
   *
   * @param batches in order of their numbers for each sender
   */
  record Mail(List<Batch> batches) implements UnitMessage {}

  /** How far is a sender ahead of its receivers? Answer: {@link Room}. */
  record AskRoom(String thread, List<Sent> sent) implements UnitMessage {}

  /**
   * What a sender has sent to a receiver.
   *
   * @param from the first batch that may not be consumed
   * @param next the first that is not published yet
   */
  record Sent(String receiver, long from, long next) implements UnitMessage {}

  /** Answer to {@link AskRoom}. */
  record Room(List<Taken> taken) implements UnitMessage {}

  /**
   * What a receiver has consumed of the asking sender's batches.
   *
   * @param next the first batch that it has not consumed
   * @param senders how many threads ever sent to it
   */
  record Taken(String receiver, long next, int senders) implements UnitMessage {}

  /** A batch on its way out. */
  record Outgoing(String receiver, Batch batch) implements UnitMessage {}

  /** The first batch number of a sender that is still needed. */
  record Consumed(String sender, long next) implements UnitMessage {}

  /**
   * How a thread ended.
   *
   * @param state the name of a final {@code ThreadState}
   * @param result the codec's image of the result or of the throwable; null if it has none
   * @param failure the stack trace as text, if it failed; else empty
   */
  record Ending(String state, byte @Nullable [] result, String failure) implements UnitMessage {}

  /** Something that happened to a thread, for its story. No answer. */
  record ThreadEvent(String thread, String event) implements UnitMessage {}

  /**
   * How many threads the worker has in which state, about once a second. No answer.
   *
   * @param mail how many messages were fetched and not taken
   * @param share what share of a processor each running thread got; -1 if none wanted any
   * @param runnable some of those that run or are ready to
   */
  record WorkerReport(
      int running, int queued, int blocked, long mail, double share, List<String> runnable)
      implements UnitMessage {}

  /** A line that user code printed. No answer. */
  record Printed(String thread, String line, boolean error) implements UnitMessage {}

  // ------------------------------------------------------------------ peer to peer

  /** Be a worker of a virtual computer. Answer: {@link Done} when the worker is ready. */
  record EnrolWorker(String computer, List<String> assemblies) implements UnitMessage {}

  /** Give all threads of a virtual computer back and be its worker no more. {@link Done}. */
  record DismissWorker(String computer, String reason) implements UnitMessage {}

  /**
   * Claim a thread and run it. Answer: {@link Done} when it runs.
   *
   * @param epoch that its record must have; the claim raises it
   * @param record its record, as the sender has read it; empty if it has not
   */
  record TakeThread(String thread, long epoch, String reason, byte[] record)
      implements UnitMessage {}

  /**
   * Freeze a thread and give it back. Answer: {@link Done} when it has no owner.
   *
   * @param destination the id of the peer that is to take it; empty if any will do
   */
  record ReleaseThread(String thread, String destination, String reason) implements UnitMessage {}

  /**
   * May a running thread come to you? Answer: {@link Done} if it gets enough more done there; it is
   * to come at once then.
   *
   * @param speed what it gets done where it is, as peers announce it
   */
  record OfferThread(String thread, double speed) implements UnitMessage {}

  /** Run a thread no more: it was ended or fenced. Answer: {@link Done}. */
  record DropThread(String thread, String reason) implements UnitMessage {}

  /** A thread changed: whoever looks after it or watches it should look. No answer. */
  record ThreadChanged(String thread) implements UnitMessage {}

  /** A virtual computer changed: its deployer should look. No answer. */
  record ComputerChanged(String computer) implements UnitMessage {}
}
