package io.leverage.peer.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventLogTest {
  private final EventLog log = new EventLog(Clock.systemUTC(), 3, 100);

  @Test
  void theNewestAreKept() {
    for (int i = 0; i < 5; i++) {
      log.add(EventKind.THREAD_NOTE, "vc-1/t", 1, "note " + i);
    }
    assertThat(log.find("", 0, 10).events())
        .extracting(Event::text)
        .containsExactly("note 2", "note 3", "note 4");
    assertThat(log.find("", 0, 10).next()).isEqualTo(5);
    assertThat(log.find("", 4, 10).events()).extracting(Event::number).containsExactly(4L);
    assertThat(log.find("", 0, 1).events()).extracting(Event::text).containsExactly("note 4");
  }

  @Test
  void theirSizeIsBounded() {
    log.add(EventKind.LINE, "vc-1/t", 1, "x".repeat(60));
    log.add(EventKind.LINE, "vc-1/t", 1, "y".repeat(60));
    assertThat(log.find("", 0, 10).events()).hasSize(1);
  }

  @Test
  void aThreadAVirtualComputerOrAllIsFound() {
    log.add(EventKind.THREAD_STARTED, "vc-1/t", 0, "one");
    log.add(EventKind.THREAD_STARTED, "vc-12/t", 0, "other");
    log.add(EventKind.COMPUTER_CLOSED, "vc-1", 0, "closed");
    assertThat(log.find("vc-1", 0, 10).events())
        .extracting(Event::text)
        .containsExactly("one", "closed");
    assertThat(log.find("vc-1/t", 0, 10).events()).extracting(Event::text).containsExactly("one");
    assertThat(log.find("vc-3", 0, 10).events()).isEmpty();
  }

  @Test
  void eachIsLoggedWithItsThreadAndEpoch() {
    Logger logger = (Logger) LoggerFactory.getLogger("io.leverage.events");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(logged);
    try {
      log.add(EventKind.THREAD_CLAIMED, "vc-1/t", 7, "running on a");
    } finally {
      logger.detachAppender(logged);
      logger.setLevel(null);
    }
    ILoggingEvent line = logged.list.get(0);
    assertThat(line.getFormattedMessage()).isEqualTo("vc-1/t thread-claimed: running on a");
    assertThat(line.getMDCPropertyMap())
        .containsEntry("thread", "vc-1/t")
        .containsEntry("epoch", "7")
        .containsEntry("event", "thread-claimed");
  }
}
