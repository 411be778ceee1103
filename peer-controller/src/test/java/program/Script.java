package program;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Unwind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Does one step after the other, each of which may wait once; its result is the list of the steps'
 * results. What a step leaves in {@link State#local} is a live local in each frame.
 */
public final class Script implements Callable<List<Object>>, MobileTask {
  /** A step; on its way it may wait in one operation, whose result is its own. */
  public interface Step extends Serializable {
    Object run(Continuation c, State state) throws Exception;
  }

  /** The script's locals. */
  public static final class State {
    public Object local;
    public final ArrayList<Object> results = new ArrayList<>();
  }

  private final Step[] steps;

  public Script(Step... steps) {
    this.steps = steps;
  }

  @Override
  public List<Object> call() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object runMobile(Continuation c) throws Exception {
    return run(c, 0, new State());
  }

  private Object run(Continuation c, int from, State state) throws Exception {
    for (int i = from; i < steps.length; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new ScriptFrame(this, i, false, state));
      }
      Object result;
      try {
        result = steps[i].run(c, state);
      } catch (Unwind u) {
        throw c.save(new ScriptFrame(this, i, true, state));
      }
      state.results.add(result);
    }
    return state.results;
  }

  static final class ScriptFrame extends HandWritten {
    private final Script self;
    private final int i;
    private final boolean inside;
    private final State state;

    ScriptFrame(Script self, int i, boolean inside, State state) {
      this.self = self;
      this.i = i;
      this.inside = inside;
      this.state = state;
    }

    @Override
    protected Object resumeAny(Continuation c) throws Exception {
      if (!inside) {
        return self.run(c, i, state);
      }
      Object result;
      try {
        result = c.resumeObject();
      } catch (Unwind u) {
        throw c.save(this);
      }
      state.results.add(result);
      return self.run(c, i + 1, state);
    }
  }
}
