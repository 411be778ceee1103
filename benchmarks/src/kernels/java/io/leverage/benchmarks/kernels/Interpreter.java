package io.leverage.benchmarks.kernels;

/** The loop of an interpreter for a small stack machine, which counts primes by division. */
public final class Interpreter extends Kernel {
  private static final int PUSH = 0;
  private static final int LOAD = 1;
  private static final int STORE = 2;
  private static final int ADD = 3;
  private static final int MULTIPLY = 4;
  private static final int REMAINDER = 5;
  private static final int JUMP_IF_LESS = 6;
  private static final int JUMP_IF_ZERO = 7;
  private static final int JUMP = 8;
  private static final int HALT = 9;

  private static final int[] PROGRAM = {
    PUSH, 2, STORE, 0, // 0: n = 2
    PUSH, 2, STORE, 1, // 4: d = 2
    LOAD, 0, LOAD, 1, LOAD, 1, MULTIPLY, JUMP_IF_LESS, 33, // 8: n < d * d: a prime
    LOAD, 0, LOAD, 1, REMAINDER, JUMP_IF_ZERO, 40, // 17: n % d == 0: none
    LOAD, 1, PUSH, 1, ADD, STORE, 1, // 24: d = d + 1
    JUMP, 8, // 31
    LOAD, 2, PUSH, 1, ADD, STORE, 2, // 33: count = count + 1
    LOAD, 0, PUSH, 1, ADD, STORE, 0, // 40: n = n + 1
    LOAD, 0, PUSH, 3000, JUMP_IF_LESS, 4, // 47
    HALT
  };

  @Override
  public long expected() {
    return 3 * 430L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(3); round++) {
      sum += run(PROGRAM);
    }
    return sum;
  }

  private static int run(int[] code) {
    int[] stack = new int[16];
    int[] variables = new int[4];
    int top = 0;
    int at = 0;
    while (true) {
      switch (code[at++]) {
        case PUSH:
          stack[top++] = code[at++];
          break;
        case LOAD:
          stack[top++] = variables[code[at++]];
          break;
        case STORE:
          variables[code[at++]] = stack[--top];
          break;
        case ADD:
          top--;
          stack[top - 1] += stack[top];
          break;
        case MULTIPLY:
          top--;
          stack[top - 1] *= stack[top];
          break;
        case REMAINDER:
          top--;
          stack[top - 1] %= stack[top];
          break;
        case JUMP_IF_LESS:
          top -= 2;
          at = stack[top] < stack[top + 1] ? code[at] : at + 1;
          break;
        case JUMP_IF_ZERO:
          at = stack[--top] == 0 ? code[at] : at + 1;
          break;
        case JUMP:
          at = code[at];
          break;
        default:
          return variables[2];
      }
    }
  }
}
