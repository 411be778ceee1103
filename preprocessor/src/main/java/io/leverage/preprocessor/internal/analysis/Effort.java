package io.leverage.preprocessor.internal.analysis;

/**
 * How much a piece of code may do between two polls.
 *
 * @param steps how many calls and iterations at most, saturated at {@link #UNBOUNDED}
 * @param polls whether it polls on the way; what does not is over after that many steps
 */
record Effort(long steps, boolean polls) {
  static final long UNBOUNDED = Long.MAX_VALUE;

  static final Effort NOTHING = new Effort(0, false);
  static final Effort STEP = new Effort(1, false);
  static final Effort ENDLESS = new Effort(UNBOUNDED, false);

  boolean isBounded() {
    return steps != UNBOUNDED;
  }

  Effort and(Effort next) {
    long sum = steps + next.steps;
    boolean bounded = isBounded() && next.isBounded() && sum >= 0;
    return new Effort(bounded ? sum : UNBOUNDED, polls || next.polls);
  }

  Effort or(Effort other) {
    return new Effort(Math.max(steps, other.steps), polls || other.polls);
  }

  Effort times(long times) {
    boolean bounded = isBounded() && (steps == 0 || times <= UNBOUNDED / steps);
    return new Effort(bounded ? steps * times : UNBOUNDED, polls);
  }
}
