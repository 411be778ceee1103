import java.util.EnumMap;
import java.util.Map;

/** Enum constants with bodies, fields and loops of their own. */
public class EnumBodies {
  interface Visitor<R> {
    R leaf(int value);

    R pair(Node left, Node right);
  }

  interface Node {
    <R> R accept(Visitor<R> visitor);
  }

  static Node leaf(int value) {
    return new Node() {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.leaf(value);
      }
    };
  }

  static Node pair(Node left, Node right) {
    return new Node() {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.pair(left, right);
      }
    };
  }

  enum Op {
    SUM {
      @Override
      long fold(int[] xs) {
        long sum = 0;
        for (int x : xs) {
          sum += scaled(x);
        }
        return sum;
      }
    },
    PRODUCT(2) {
      private int used;

      @Override
      long fold(int[] xs) {
        long product = 1;
        for (int x : xs) {
          product *= scaled(x);
          used++;
        }
        return product + used;
      }

      @Override
      long scaled(int x) {
        return super.scaled(x) + 1;
      }
    },
    BOTH(3) {
      @Override
      long fold(int[] xs) {
        return SUM.fold(xs) * PRODUCT.fold(xs) + name().length();
      }
    };

    final int scale;

    Op() {
      this(1);
    }

    Op(int scale) {
      this.scale = scale;
    }

    long scaled(int x) {
      long s = 0;
      for (int i = 0; i < scale; i++) {
        s += x;
        Thread.onSpinWait();
      }
      return s;
    }

    abstract long fold(int[] xs);
  }

  public static void main(String[] args) {
    int[] xs = {1, 2, 3, 4};
    Map<Op, Long> results = new EnumMap<>(Op.class);
    for (Op op : Op.values()) {
      results.put(op, op.fold(xs));
      System.out.println(op + " " + results + " " + op.getClass() + " " + op.getDeclaringClass());
    }
    Node tree = pair(pair(leaf(1), leaf(2)), pair(leaf(3), pair(leaf(4), leaf(5))));
    Visitor<Integer> sum =
        new Visitor<>() {
          @Override
          public Integer leaf(int value) {
            int s = 0;
            while (s < value) {
              s++;
            }
            return s;
          }

          @Override
          public Integer pair(Node left, Node right) {
            return left.accept(this) + right.accept(this);
          }
        };
    Visitor<String> show =
        new Visitor<>() {
          int depth;

          @Override
          public String leaf(int value) {
            return value + "@" + depth;
          }

          @Override
          public String pair(Node left, Node right) {
            depth++;
            try {
              return "(" + left.accept(this) + " " + right.accept(this) + ")";
            } finally {
              depth--;
            }
          }
        };
    System.out.println(tree.accept(sum) + " " + tree.accept(show));
  }
}
