import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Bytes that a print stream and a print writer write to. */
public class PrintedBytes {
  public static void main(String[] args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes);
    PrintWriter writer = new PrintWriter(bytes);
    for (int i = 0; i < 3; i++) {
      T.p("before");
      stream.println(i);
      T.p("between");
      writer.println(T.i("i", i));
      writer.flush();
      System.out.println(bytes.size() + " " + bytes.toString().strip());
    }
  }
}
