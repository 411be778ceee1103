import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

class Example implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    int total = 0;
    try (BufferedReader lines = Files.newBufferedReader(Path.of("numbers.txt"))) { //! unserialisable-local
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        total += Integer.parseInt(line);
      }
    }
    return total;
  }
}
