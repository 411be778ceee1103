import io.leverage.Checkpointable;
import java.util.AbstractList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;

/** A list of the program's own, whose iterators notice when it has changed. */
public final class OwnLists {
  static final class Numbers extends AbstractList<Integer> {
    private final int[] numbers = new int[20];
    private int size;

    @Override
    public Integer get(int index) {
      return numbers[index];
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void add(int index, Integer number) {
      modCount++;
      for (int i = size; i > index; i--) {
        numbers[i] = numbers[i - 1];
      }
      numbers[index] = number;
      size++;
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private final int expected = modCount;
        private int at;

        @Override
        public boolean hasNext() {
          return at < size;
        }

        @Override
        public Integer next() {
          if (expected != modCount) {
            throw new ConcurrentModificationException(expected + " " + modCount);
          }
          return numbers[at++];
        }
      };
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Numbers numbers = new Numbers();
    for (int i = 0; i < 5; i++) {
      numbers.add(i / 2, i);
    }
    int sum = 0;
    for (int number : numbers) {
      sum = sum * 10 + number;
    }
    System.out.println(sum + " " + numbers);
    try {
      for (int number : numbers) {
        numbers.add(0, number);
      }
    } catch (ConcurrentModificationException e) {
      System.out.println(e.getMessage());
    }
  }
}
