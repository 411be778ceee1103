import java.io.IOException;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;

class Example implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    int total = 0;
    try (Scanner numbers = new Scanner(Path.of("numbers.txt"))) { //! unserialisable-local
      while (numbers.hasNextInt()) {
        total += numbers.nextInt();
      }
    }
    return total;
  }
}
