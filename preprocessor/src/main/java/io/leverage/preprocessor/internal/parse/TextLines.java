package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import java.util.Arrays;

/**
 * Where the lines of a text start. JavaParser gives lines and columns, javac offsets; a line ends
 * with LF, CR or CRLF for both.
 */
final class TextLines {
  private final int[] starts;

  TextLines(String text) {
    int[] found = new int[Math.max(16, text.length() / 16)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
  }

  int offset(Position position) {
    return starts[position.line - 1] + position.column - 1;
  }

  int start(Node node) {
    return offset(node.getBegin().orElseThrow());
  }

  /** The offset behind a node's last character. */
  int end(Node node) {
    return offset(node.getEnd().orElseThrow()) + 1;
  }
}
