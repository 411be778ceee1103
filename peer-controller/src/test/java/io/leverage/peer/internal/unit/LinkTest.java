package io.leverage.peer.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LinkTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void shutDown() {
    executor.shutdownNow();
  }

  @Test
  void both_ends_ask_and_are_answered() {
    RequestHandler near = (from, request) -> new Count(1);
    RequestHandler far = (from, request) -> new Count(2);
    try (LinkPair pair = Link.pipe("near", near, "far", far, executor)) {
      assertThat(pair.near().call(new ListPeers(), Count.class, LONG).value()).isEqualTo(2);
      assertThat(pair.far().call(new ListPeers(), Count.class, LONG).value()).isEqualTo(1);
      assertThat(pair.near().name()).isEqualTo("far");
    }
  }

  @Test
  void a_handler_may_ask_back_before_it_answers() {
    RequestHandler near = (from, request) -> new Count(20);
    RequestHandler far =
        (from, request) -> new Count(1 + from.call(new ListPeers(), Count.class, LONG).value());
    try (LinkPair pair = Link.pipe("near", near, "far", far, executor)) {
      assertThat(pair.near().call(new ListPeers(), Count.class, LONG).value()).isEqualTo(21);
    }
  }

  @Test
  void large_messages_cross_in_both_directions_at_once() {
    byte[] large = new byte[20 << 20];
    large[large.length - 1] = 7;
    RequestHandler echo = (from, request) -> request;
    try (LinkPair pair = Link.pipe("near", echo, "far", echo, executor)) {
      List<CompletableFuture<UnitMessage>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> pair.near().call(new GlobalValue(1, large), GlobalValue.class, LONG),
                executor));
        answers.add(
            CompletableFuture.supplyAsync(
                () -> pair.far().call(new GlobalValue(1, large), GlobalValue.class, LONG),
                executor));
      }
      assertThat(answers)
          .allSatisfy(a -> assertThat(((GlobalValue) a.join()).bytes()).isEqualTo(large));
    }
  }

  @Test
  void one_way_messages_are_handled_in_order() throws Exception {
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(20_000);
    RequestHandler far =
        (from, request) -> {
          numbers.add(((PartialResult) request).number());
          all.countDown();
          return new Done();
        };
    try (LinkPair pair = Link.pipe("near", far, "far", far, executor)) {
      for (long i = 0; i < 20_000; i++) {
        pair.near().send(new PartialResult("c/t", i, new byte[10]));
      }
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(numbers).hasSize(20_000).isSorted();
  }

  @Test
  void failures_keep_the_callers_next_move() {
    AtomicInteger which = new AtomicInteger();
    RequestHandler far =
        (from, request) -> {
          switch (which.getAndIncrement()) {
            case 0 -> throw new RefusedException("change it");
            case 1 -> throw new UnreachableException("later");
            case 2 -> throw new FencedException("stop");
            case 3 -> throw new IOException("broken");
            default -> {
              return new Done();
            }
          }
        };
    try (LinkPair pair = Link.pipe("near", far, "far", far, executor)) {
      assertThatThrownBy(() -> pair.near().call(new ListPeers(), Done.class, LONG))
          .isInstanceOf(RefusedException.class)
          .hasMessage("change it");
      assertThatThrownBy(() -> pair.near().call(new ListPeers(), Done.class, LONG))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("later");
      assertThatThrownBy(() -> pair.near().call(new ListPeers(), Done.class, LONG))
          .isInstanceOf(FencedException.class)
          .hasMessage("stop");
      assertThatThrownBy(() -> pair.near().call(new ListPeers(), Done.class, LONG))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("broken");
      assertThat(pair.near().call(new ListPeers(), Done.class, LONG)).isEqualTo(new Done());
    }
  }

  @Test
  void closing_fails_what_is_pending_and_tells_each_end_once() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger closings = new AtomicInteger();
    CountDownLatch closed = new CountDownLatch(2);
    RequestHandler handler =
        new RequestHandler() {
          @Override
          public UnitMessage handle(Link from, UnitMessage request) throws Exception {
            asked.countDown();
            never.await();
            return new Done();
          }

          @Override
          public void closed(Link from) {
            closings.incrementAndGet();
            closed.countDown();
          }
        };
    LinkPair pair = Link.pipe("near", handler, "far", handler, executor);
    CompletableFuture<UnitMessage> answer = pair.near().request(new ListPeers());
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

    pair.far().close();

    assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(UnreachableException.class);
    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    pair.close();
    assertThat(closings).hasValue(2);
    assertThat(pair.near().isOpen()).isFalse();
    assertThatThrownBy(() -> pair.near().send(new Done())).isInstanceOf(UnreachableException.class);
    assertThatThrownBy(() -> pair.near().call(new Done(), Done.class, LONG))
        .isInstanceOf(UnreachableException.class);
  }

  @Test
  void garbage_closes_the_link() throws Exception {
    assertClosedBy("GET / HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
  }

  @Test
  void another_version_closes_the_link() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeInt(FrameReader.MAGIC);
    new DataOutputStream(bytes).writeInt(UnitCodec.fingerprint() + 1);
    assertClosedBy(bytes.toByteArray());
  }

  @Test
  void a_frame_that_claims_too_much_closes_the_link() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FrameReader.MAGIC);
    out.writeInt(UnitCodec.fingerprint());
    out.writeInt(Integer.MAX_VALUE);
    out.write(new byte[100]);
    assertClosedBy(bytes.toByteArray());
  }

  @Test
  void a_stream_that_ends_inside_a_frame_closes_the_link() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(FrameReader.MAGIC);
    out.writeInt(UnitCodec.fingerprint());
    out.writeInt(1000);
    out.write(new byte[100]);
    assertClosedBy(bytes.toByteArray());
  }

  @Test
  void a_message_that_no_link_carries_is_refused_where_it_is_sent() {
    assertThatThrownBy(() -> Frame.checkSize(new byte[Frame.MAX_PAYLOAD + 1]))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("268,435,457");
  }

  private void assertClosedBy(byte[] bytes) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger handled = new AtomicInteger();
    RequestHandler handler =
        new RequestHandler() {
          @Override
          public UnitMessage handle(Link from, UnitMessage request) {
            handled.incrementAndGet();
            return new Done();
          }

          @Override
          public void closed(Link from) {
            closed.countDown();
          }
        };
    Link link =
        Link.open(
            "stranger",
            new ByteArrayInputStream(bytes),
            OutputStream.nullOutputStream(),
            executor,
            handler);
    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(link.isOpen()).isFalse();
    assertThat(handled).hasValue(0);
  }
}
