package io.leverage.peer.internal.watch;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The newest events of this peer, bounded in number and size. Each is also a line of the log, with
 * the thread and its epoch in the logging context.
 */
public final class EventLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.leverage.events");
  private static final Logger OUTPUT = LoggerFactory.getLogger("io.leverage.output");
  private static final int LONGEST = 64 * 1024;

  /** What was found, and where to go on. */
  public record Found(long next, List<Event> events) {}

  private final Clock clock;
  private final int mostEvents;
  private final long mostCharacters;
  private final Deque<Event> events = new ArrayDeque<>();
  private long next;
  private long characters;

  /** Creates a log of the usual size. */
  public EventLog(Clock clock) {
    this(clock, Integer.getInteger("leverage.events", 10_000), 8L << 20);
  }

  EventLog(Clock clock, int mostEvents, long mostCharacters) {
    this.clock = clock;
    this.mostEvents = mostEvents;
    this.mostCharacters = mostCharacters;
  }

  /** Adds an event. */
  void add(EventKind kind, String subject, long epoch, String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    synchronized (this) {
      events.add(new Event(next++, clock.instant(), kind, subject, epoch, cut));
      characters += cut.length();
      while (events.size() > mostEvents || characters > mostCharacters) {
        characters -= events.remove().text().length();
      }
    }
    write(kind, subject, epoch, cut);
  }

  /**
   * Finds the newest events.
   *
   * @param about a thread, a virtual computer, or a peer; all, if empty
   * @param from the number of the first event wanted
   * @param most no more than so many, the oldest of them left out
   */
  public synchronized Found find(String about, long from, int most) {
    Deque<Event> found = new ArrayDeque<>();
    var newestFirst = events.descendingIterator();
    while (newestFirst.hasNext() && found.size() < most) {
      Event event = newestFirst.next();
      if (event.number() < from) {
        break;
      }
      if (event.concerns(about)) {
        found.addFirst(event);
      }
    }
    return new Found(next, new ArrayList<>(found));
  }

  private static void write(EventKind kind, String subject, long epoch, String text) {
    boolean ofThread = subject.contains("/");
    MDC.put("event", kind.label());
    if (ofThread) {
      MDC.put("thread", subject);
      MDC.put("epoch", String.format(Locale.ROOT, "%d", epoch));
    }
    try {
      switch (kind) {
        case LINE -> OUTPUT.info("{}: {}", subject, text);
        case ERROR_LINE -> OUTPUT.warn("{}: {}", subject, text);
        case WORKER_LOST -> LOG.warn("{} {}: {}", subject, kind.label(), text);
        default -> LOG.info("{} {}: {}", subject, kind.label(), text);
      }
    } finally {
      MDC.remove("event");
      MDC.remove("thread");
      MDC.remove("epoch");
    }
  }
}
