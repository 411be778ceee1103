public class SwitchLoops {
  static int machine(int[] code) {
    int at = 0;
    int sum = 0;
    while (true) {
      switch (code[at++]) {
        case 0:
          sum += code[at++];
          break;
        case 1:
          int twice = sum * 2;
          sum = twice;
          if (sum > 50) {
            break;
          }
          sum++;
        case 2:
          sum--;
          continue;
        case 3:
          try {
            sum /= code[at++];
          } catch (ArithmeticException e) {
            sum = -1;
          }
          break;
        case 4:
          return sum;
        default:
          sum = -sum;
      }
    }
  }

  static String words(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    rest:
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '#') {
        continue;
      }
      switch (c) {
        case ' ':
        case '\t':
          out.append('_');
          break;
        case '!':
          break rest;
        case '(':
          for (int depth = 1; at < text.length(); at++) {
            if (text.charAt(at) == ')') {
              at++;
              continue rest;
            }
            switch (text.charAt(at)) {
              case 'x':
                depth++;
                break;
              default:
                out.append(depth);
            }
          }
          break;
        case 'a':
          out.append("A");
      }
    }
    return out.toString();
  }

  static int guarded(int n) {
    int left = n;
    int sum = 0;
    for (; left > 0; ) {
      left--;
      switch (left % 4) {
        case 0:
          try {
            if (left > 8) {
              break;
            }
            sum += 100;
          } finally {
            sum++;
          }
          break;
        case 1:
          synchronized (SwitchLoops.class) {
            if (left == 5) break;
            sum += 7;
          }
        case 2:
          sum += 3;
          break;
      }
    }
    return sum;
  }

  static int nested(int n) {
    int state = 0;
    int steps = 0;
    int[] log = new int[4];
    outer:
    for (;;) {
      int seen = steps++;
      switch (state) {
        case 0:
          state = seen < n ? 1 : 3;
          break;
        case 1:
          {
            int next = 2;
            while (true) {
              switch (next) {
                case 2:
                  next = 3;
                  break;
                case 3:
                  next = 4;
                  continue;
                default:
                  state = 2;
                  continue outer;
              }
            }
          }
        case 2:
          log[seen & 3]++;
          state = 0;
          break;
        default:
          break outer;
      }
    }
    return steps * 1000 + log[0] + log[1] * 10 + log[2] * 100 + log[3];
  }

  public static void main(String[] args) {
    System.out.println(machine(new int[] {0, 5, 1, 9, 1, 0, 90, 1, 3, 7, 2, 3, 0, 1, 4}));
    System.out.println(words("a b#(axxb) aa\t(b(x a)z!a"));
    System.out.println(words("a#"));
    System.out.println(guarded(17));
    System.out.println(nested(7));
  }
}
