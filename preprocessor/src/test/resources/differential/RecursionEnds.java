import io.leverage.Checkpointable;

/** Recursive methods that end in many ways, before or behind where they can be captured. */
public final class RecursionEnds {
  static final class Node {
    final int value;
    final Node left;
    final Node right;

    Node(int value, Node left, Node right) {
      this.value = value;
      this.left = left;
      this.right = right;
    }
  }

  static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }

  static int guarded(int n) {
    if (n < 2) {
      return n;
    }
    int less = n - 1;
    if (less == 6) throw new IllegalStateException("at " + less);
    return guarded(less) + guarded(n - 2);
  }

  static int sum(Node node) {
    int sum = 0;
    if (node != null) {
      int own = node.value;
      if (own % 2 == 0) {
        sum = own + sum(node.left) + sum(node.right);
      } else {
        sum = own;
      }
      sum++;
    }
    return sum;
  }

  static void fill(StringBuilder log, int depth) {
    if (depth == 0) log.append('.');
    else {
      log.append('(');
      fill(log, depth - 1);
      log.append(depth);
    }
    log.append(')');
  }

  static int ackermann(int m, int n) {
    if (m == 0) {
      return n + 1;
    } else if (n == 0) {
      return ackermann(m - 1, 1);
    } else {
      return ackermann(m - 1, ackermann(m, n - 1));
    }
  }

  static boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  static boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  static int chosen(int kind, int n) {
    switch (n) {
      case 0:
        return kind;
      case 1:
        return chosen(kind + 1, 0);
      default:
        return chosen(kind + n, n - 2);
    }
  }

  static synchronized int locked(int n) {
    if (n == 0) {
      return 0;
    }
    try {
      return n + locked(n - 1);
    } finally {
      n++;
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Node tree = null;
    for (int i = 1; i < 6; i++) {
      tree = new Node(2 * i, tree, new Node(i, null, null));
    }
    String caught = "";
    try {
      guarded(9);
    } catch (IllegalStateException e) {
      caught = e.getMessage();
    }
    StringBuilder log = new StringBuilder();
    fill(log, 4);
    System.out.println(fib(9) + " " + guarded(5) + " " + caught + " " + sum(tree) + " " + log);
    System.out.println(ackermann(2, 2) + " " + even(9) + odd(9) + " " + chosen(3, 7) + " " + locked(5));
  }
}
