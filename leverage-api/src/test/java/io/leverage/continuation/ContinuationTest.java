package io.leverage.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.PinnedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Captures and resumes hand-written frames of the shape that the preprocessor generates. */
class ContinuationTest {
  private final List<String> trace = new ArrayList<>();

  /** A host that captures at every poll and completes an operation at its second attempt. */
  private static final class EveryPoll implements ContinuationHost {
    boolean capture = true;
    int attempts;

    @Override
    public boolean captureNow() {
      return capture;
    }

    @Override
    public @Nullable Object attempt(Operation operation) {
      return ++attempts % 2 == 1 ? PENDING : "done " + operation.describe();
    }
  }

  private record Wait(String describe) implements Operation {}

  // before: int sum(int n) { int s = 0; for (int i = 0; i < n; i++) { s += i; } return s; }
  private int sum(Continuation c, int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new SumFrame(this, n, s, i));
      }
      s += i;
    }
    return s;
  }

  private int resumeSum(Continuation c, SumFrame f) {
    int s = f.s + f.i;
    for (int i = f.i + 1; i < f.n; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new SumFrame(this, f.n, s, i));
      }
      s += i;
    }
    return s;
  }

  private static final class SumFrame extends Frame {
    final ContinuationTest self;
    final int n;
    final int s;
    final int i;

    SumFrame(ContinuationTest self, int n, int s, int i) {
      this.self = self;
      this.n = n;
      this.s = s;
      this.i = i;
      pc = 1;
    }

    @Override
    public String method() {
      return "ContinuationTest.sum";
    }

    @Override
    public int line() {
      return 1;
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    protected int resumeInt(Continuation c) {
      return self.resumeSum(c, this);
    }

    @Override
    protected Object resumeAny(Continuation c) {
      return resumeInt(c);
    }
  }

  private static Outcome finish(Continuation c, Outcome outcome, List<Outcome.Captured> captures) {
    Outcome now = outcome;
    while (now instanceof Outcome.Captured captured) {
      captures.add(captured);
      now = c.resume(captured.frames());
    }
    return now;
  }

  @Test
  void aLoopCapturedAtEveryPollGivesWhatItGivesUncaptured() {
    Continuation c = new Continuation(new EveryPoll());
    c.poll = true;
    List<Outcome.Captured> captures = new ArrayList<>();

    Outcome end = finish(c, c.start(k -> sum(k, 5)), captures);

    assertThat(end).isEqualTo(new Outcome.Returned(10));
    assertThat(captures).hasSize(5).allSatisfy(x -> assertThat(x.waitingFor()).isNull());
    assertThat(captures.get(0).frames()).hasToString("[ContinuationTest.sum:1 (pc 1)]");
  }

  @Test
  void anOperationIsAttemptedAgainWhenItsThreadIsResumed() {
    Continuation c = new Continuation(new EveryPoll());
    List<Outcome.Captured> captures = new ArrayList<>();

    Outcome end = finish(c, c.start(k -> k.await(new Wait("mail"))), captures);

    assertThat(end).isEqualTo(new Outcome.Returned("done mail"));
    assertThat(captures).hasSize(1);
    assertThat(captures.get(0).waitingFor()).isEqualTo(new Wait("mail"));
  }

  @Test
  void whatTheTaskThrowsIsAnOutcome() {
    IllegalStateException failure = new IllegalStateException("mine");

    Outcome end =
        new Continuation(new EveryPoll())
            .start(
                k -> {
                  trace.add("ran");
                  throw failure;
                });

    assertThat(end).isEqualTo(new Outcome.Threw(failure));
    assertThat(trace).containsExactly("ran");
  }

  @Test
  void aPinnedStackNeverCapturesAndRefusesToWaitByName() {
    Continuation.PINNED.poll = true;
    try {
      assertThat(sum(Continuation.PINNED, 4)).isEqualTo(6);
    } finally {
      Continuation.PINNED.poll = false;
    }
    Outcome end = Continuation.PINNED.start(k -> k.await(new Wait("mail")));
    assertThat(end)
        .isInstanceOfSatisfying(
            Outcome.Threw.class,
            x ->
                assertThat(x.failure())
                    .isInstanceOf(PinnedException.class)
                    .hasMessageContaining("mail below a frame that can't be captured"));
  }

  @Test
  void deepStacksAreCapturedWhole() {
    Continuation c = new Continuation(new EveryPoll());
    Outcome outcome = c.start(k -> nested(k, 1_000));
    assertThat(outcome)
        .isInstanceOfSatisfying(Outcome.Captured.class, x -> assertThat(x.frames()).hasSize(1_001));
    assertThat(finish(c, outcome, new ArrayList<>())).isEqualTo(new Outcome.Returned(1_000));
  }

  private static int nested(Continuation c, int depth) {
    try {
      if (depth == 1) {
        c.await(new Wait("bottom"));
        return 1;
      }
      return nested(c, depth - 1) + 1;
    } catch (Unwind unwind) {
      throw c.save(new NestedFrame(depth == 1));
    }
  }

  private static final class NestedFrame extends Frame {
    private final boolean innermost;

    NestedFrame(boolean innermost) {
      this.innermost = innermost;
    }

    @Override
    public String method() {
      return "ContinuationTest.nested";
    }

    @Override
    public int line() {
      return 2;
    }

    @Override
    public long version() {
      return 2;
    }

    @Override
    protected int resumeInt(Continuation c) {
      try {
        if (innermost) {
          c.resumeVoid();
          return 1;
        }
        return c.resumeInt() + 1;
      } catch (Unwind unwind) {
        throw c.save(this);
      }
    }

    @Override
    protected Object resumeAny(Continuation c) {
      return resumeInt(c);
    }
  }
}
