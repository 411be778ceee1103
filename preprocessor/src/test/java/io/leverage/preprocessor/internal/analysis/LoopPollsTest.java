package io.leverage.preprocessor.internal.analysis;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where loops and recursive methods poll. */
class LoopPollsTest extends MarkedSources {
  @Test
  void choosesHowLoopsPoll() throws IOException {
    check(
        """
        class A {
          static final int SIZE = 8;
          final int end = Integer.parseInt("3");
          int field;
          public static void main(String[] args) { new A().run(args.length, new int[9]); } //: resumable twin unwinds
          int run(int n, int[] a) { //: resumable twin
            int sum = 0;
            for (int i = 0; i < 10; i++) { sum += i; } //: NONE
            for (int i = SIZE; i > 0; i -= 2) { sum += i; } //: NONE
            for (int i = 0; i < 1025; i++) { sum += i; } //: STRIP_MINED
            for (int i = 0; i < a.length; i++) { sum += a[i]; } //: STRIP_MINED
            for (int i = 0; i < a.length - 1; i++) { sum += Math.max(a[i], 2); } //: STRIP_MINED
            for (int i = n; i >= 0; --i) { if (i == 7) { break; } } //: STRIP_MINED
            for (int i = 0; i < end; i++) { sum++; } //: STRIP_MINED
            for (int i = 0; i < this.end; i++) { continue; } //: STRIP_MINED
            for (int i = 0; i < field; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { n--; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { i = 0; } //: EVERY_ITERATION
            for (int i = 0; i < n; i--) { sum++; } //: EVERY_ITERATION
            for (long i = 0; i < n; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { "a".length(); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { "a".repeat(n); } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { Object o = new Object(); } //: STRIP_MINED
            for (int i = 0; i < n; i += n) { sum++; } //: EVERY_ITERATION
            for (int i = 0, j = 1; i < n; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i <= Integer.MAX_VALUE; i++) { sum++; } //: STRIP_MINED
            for (int x : a) { sum += x; } //: STRIP_MINED
            do { sum++; } while (sum < 0); //: EVERY_ITERATION
            for (int i = 0; i < 3; i++) { //: NONE
              for (int j = 0; j < 3; j++) { sum += j; } //: NONE
            }
            for (;;) { return sum; } //: EVERY_ITERATION
          }
        }
        """);
  }

  @Test
  void looksIntoTheCallsOfLoops() throws IOException {
    check(
        """
        class A {
          final int[] a = new int[9];
          interface Open { int value(); }
          int at(int i) { return a[Math.floorMod(i, a.length)] + small(i); }
          static int small(int n) {
            int sum = 0;
            for (int i = 0; i < 4; i++) { sum += i * n; }
            return sum;
          }
          int many(int n) { //: resumable twin
            int sum = 0;
            while (sum < n) { sum += at(n); } //: EVERY_ITERATION
            return sum;
          }
          static int deep(int n) { //: resumable twin polls-at-entry
            return n < 1 ? 0 : deep(n - 1); //: unwinds
          }
          static synchronized int locked(int n) { return n; }
          A(int n) { a[0] = n; }
          A() { for (int i = 0; i < a.length; i++) { a[i] = i; } } //: STRIP_MINED
          public static void main(String[] args) { new A().run(args.length, null); } //: resumable twin unwinds
          int run(int n, Open open) { //: resumable twin
            int sum = 0;
            for (int i = 0; i < n; i++) { sum += at(i); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += new A(i).a[0]; } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += new A().a[0]; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { sum += locked(i); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += open.value(); } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { //: EVERY_ITERATION
              sum += many(i); //: unwinds
            }
            for (int x : a) { //: STRIP_MINED
              if (x == n) {
                return many(x); //: unwinds
              }
            }
            for (int x : a) { //: EVERY_ITERATION
              if (x == n) {
                sum += many(x); //: unwinds
                if (sum > 7) {
                  continue;
                }
                return sum;
              }
            }
            for (int i = 0; i < 9; i++) { //: NONE
              sum += deep(i); //: unwinds
            }
            for (int i = 0; i < 9 && sum < n; i++) { sum += at(i); } //: NONE
            for (int i = 0; i < 9; i++) { System.out.println(i); } //: EVERY_ITERATION
            for (int i = 0; i < 1000; i++) { //: EVERY_ITERATION
              for (int j = 0; j < 1000; j++) { sum += j; } //: NONE
            }
            return sum;
          }
        }
        """);
  }

  @Test
  void leavesSmallLoopsAlone() throws IOException {
    check(
        """
        class A {
          @io.leverage.Checkpointable
          static int small() { //: twin
            int sum = 0;
            for (int i = 0; i < 10; i++) { sum += i; }
            return sum;
          }
        }
        """);
  }

  @Test
  void pollsAtTheEntryOfOneMethodOfEachCycle() throws IOException {
    check(
        """
        class A {
          public static void main(String[] args) { fib(3); even(4); } //: resumable twin unwinds
          static int fib(int n) { //: resumable twin polls-at-entry
            return n < 2 ? n : fib(n - 1) + fib(n - 2); //: unwinds
          }
          static boolean even(int n) { return n == 0 || odd(n - 1); } //: resumable twin polls-at-entry unwinds
          static boolean odd(int n) { return n != 0 && even(n - 1); } //: resumable twin unwinds
        }
        """);
  }
}
