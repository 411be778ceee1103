package io.leverage.peer.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leverage.ThreadState;
import io.leverage.peer.internal.store.MemoryStore;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ThreadTableTest {
  private static final Instant NOW = Instant.EPOCH;

  private final ThreadTable threads = new ThreadTable(new MemoryStore().view());
  private final Logger logger = (Logger) LoggerFactory.getLogger(ThreadTable.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
    logger.setLevel(null);
  }

  @Test
  void eachTransitionIsLoggedOnce() {
    String thread = "vc/t";
    threads.add(thread, ThreadRecord.started("client/1", "first", 1, NOW));
    threads.change(thread, record -> record.claimed("p", "running on p", "taken", NOW));
    threads.change(thread, record -> record.committed("second", 2, NOW));
    threads.change(thread, record -> record);
    threads.change(thread, record -> record.ending(ThreadState.RETURNED, "", NOW));
    threads.change(thread, ThreadRecord::endPublished);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "vc/t WAITING: waiting for a worker",
            "vc/t WAITING -> RUNNING, epoch 1, sequence 0: running on p",
            "vc/t RUNNING -> RETURNED, epoch 1, sequence 1: its task returned");
  }
}
